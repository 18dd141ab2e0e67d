import type { Draft } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import type { Context } from "hono";
import type { Council, PortalEnv } from "../environment.ts";
import { readSession } from "../session/cookie.ts";
import type { DraftHandle } from "../session/session.ts";
import { wearBrand } from "../wear-brand.ts";
import type { ReadyService, ServiceShelf } from "./forms.ts";

/** A form that this browser is filling in. */
export interface Journey extends ReadyService {
  readonly handle: DraftHandle;
  readonly draft: Draft;
}

/**
 * Why there is none: it was sent; there is no draft any more, if there ever was; it has to move on to another version;
 * or the service is offered no more.
 */
export type NoJourney = "sent" | "gone" | "replaced" | "withdrawn";

/**
 * Find the draft that this browser is filling in for a service, on the version that it began with; its pages
 * wear the service's brand from here on.
 *
 * @throws Refused, where the platform cannot tell
 */
export async function findJourney(
  c: Context<PortalEnv>,
  service: string,
  shelf: ServiceShelf,
): Promise<Journey | NoJourney> {
  const journey = await findAnyJourney(c, service, shelf);
  if (typeof journey === "string" || journey.draft.standing === "open") return journey;
  return journey.draft.standing;
}

/** Find it, whether or not it can be finished as it is. */
export async function findAnyJourney(
  c: Context<PortalEnv>,
  service: string,
  shelf: ServiceShelf,
): Promise<Journey | "sent" | "gone"> {
  const { council } = c.var;
  const session = readSession(c);
  const handle = council.answering?.handle ?? session.draft(service);
  if (!handle) return session.receipt(service) ? "sent" : "gone";
  const draft = await findDraft(council, handle);
  if (typeof draft === "string") return draft;
  if (draft.service !== service) return "gone";
  const ready = await shelf.version(council, service, draft.serviceVersion);
  wearBrand(c, ready.service);
  return { handle, draft, ...ready };
}

/** Read the reason why a draft cannot be filled in, or throw what is no such reason. */
export function reasonIn(error: unknown): NoJourney {
  if (!(error instanceof Refused)) throw error;
  if (error.code === "draft-replaced") return "replaced";
  if (error.code === "service-withdrawn") return "withdrawn";
  return absenceIn(error);
}

async function findDraft({ api }: Council, handle: DraftHandle): Promise<Draft | "sent" | "gone"> {
  try {
    return await api.draft(handle);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // A cookie that was meddled with may name no draft at all.
    return error.status === 422 ? "gone" : absenceIn(error);
  }
}

function absenceIn(error: Refused): "sent" | "gone" {
  if (error.status === 409) return "sent";
  if (error.status === 404 || error.status === 401) return "gone";
  throw error;
}
