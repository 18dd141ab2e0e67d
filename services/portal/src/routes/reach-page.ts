import type { Page } from "@guildhall/contract";
import type { Context } from "hono";
import type { PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { findJourney, type Journey, type NoJourney } from "../journey/journey.ts";
import { isReached, type Progress, progressOf } from "../journey/progress.ts";
import type { Parts } from "./parts.ts";
import { serviceOf } from "./service-of.ts";

/** A page of a journey that the citizen has come to. */
export interface Reached {
  readonly journey: Journey;
  readonly progress: Progress;
  readonly page: Page;
  /** Whether they came to change an answer, and go back to where all are checked. */
  readonly changing: boolean;
}

/** Why they have not: there is no journey, or something must be answered first. */
export type NotReached = { readonly why: NoJourney } | { readonly first: string };

/**
 * Find the page that the path names in the journey of this browser.
 *
 * @throws NotFound for a page that the form never has
 */
export async function reachPage(
  c: Context<PortalEnv>,
  { shelf, today }: Parts,
): Promise<Reached | NotReached> {
  const journey = await findJourney(c, serviceOf(c), shelf);
  if (typeof journey === "string") return { why: journey };
  const { service, form, draft } = journey;
  const progress = progressOf(form, draft, today());
  const id = c.req.param("page");
  if (!form.form.pages.some((page) => page.id === id)) throw new NotFound();
  const changing = c.req.query("change") === "yes";
  const page = progress.pages.find((one) => one.id === id);
  if (page && isReached(progress, page)) return { journey, progress, page, changing };
  return { first: whereNext(c, { service, progress, changing }) };
}

/** Where a form goes on: at its list of tasks, at what is not answered yet, else where all answers are checked. */
export function whereNext(
  c: Context<PortalEnv>,
  to: { service: { id: string }; progress: Progress; changing: boolean },
): string {
  const { at } = c.var.council;
  const { progress, service, changing } = to;
  const { unfinished } = progress;
  if (progress.sections.length > 0 && !changing) return at.tasks(service.id);
  if (!unfinished) return at.check(service.id);
  return `${at.page(service.id, unfinished.id)}${changing ? "?change=yes" : ""}`;
}

/** Where a form goes on that was left: what came or changed meanwhile is asked alone. */
export function whereLeft(
  c: Context<PortalEnv>,
  { service, form, draft }: Pick<Journey, "service" | "form" | "draft">,
  { today }: Pick<Parts, "today">,
): string {
  const progress = progressOf(form, draft, today());
  const changing = draft.asks.length > 0 && progress.sections.length === 0;
  return whereNext(c, { service, progress, changing });
}
