import type { ServiceDraft } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { fieldOf, readForm } from "@guildhall/ui";
import type { Context } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { frameOf } from "../../routes/frame-of.ts";
import { wantsJson } from "../../routes/wants-json.ts";
import type { DraftFrame } from "./draft-frame.ts";
import { serviceAddresses } from "./service-addresses.ts";

type Shown = Response | Promise<Response>;

/** Answer with a page of a service in the making; where it has no draft, its home says how to begin one. */
export function onDraft(
  parts: Parts,
  answer: (c: Context<ConsoleEnv>, frame: DraftFrame) => Shown,
): (c: Context<ConsoleEnv>) => Promise<Response> {
  return async (c) => {
    const service = c.req.param("service") ?? "";
    const here = serviceAddresses(c.var.office.at.root, service);
    const draft = await draftOf(c, service);
    if (!draft) return wantsJson(c) ? c.json({ said: noDraft }, 404) : c.redirect(here.home, 303);
    const seen = await seenBy(c.req.raw, draft);
    return answer(c, { ...frameOf(c, parts), draft, seen, here, once: crypto.randomUUID() });
  };
}

/** The revision that whoever sends a form saw, and goes on from where it is shown again; else the draft as it is. */
async function seenBy(request: Request, { revision }: ServiceDraft): Promise<number> {
  if (request.method !== "POST") return revision;
  const fields = await readForm(request.clone());
  const since = Number(fields && fieldOf(fields, "since"));
  return Number.isInteger(since) && since > 0 && since <= revision ? since : revision;
}

const noDraft =
  "Not saved: this draft is gone. Keep this page open, and copy from it what you still need.";

/** The draft of a service, where it has one. */
export async function draftOf(
  c: Context<ConsoleEnv>,
  service: string,
): Promise<ServiceDraft | undefined> {
  try {
    return await c.var.desk.api.serviceDraft(service);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}
