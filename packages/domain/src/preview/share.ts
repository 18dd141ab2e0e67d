import { fillIn, pointerTo, serviceFaults } from "@guildhall/builder";
import {
  type NewPreview,
  Problem,
  ServiceDefinition,
  type SharedPreview,
} from "@guildhall/contract";
import { compileForm, FormFault } from "@guildhall/forms";
import { appendEvent, insertPreview } from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { knownTo } from "../service/publish.ts";
import { reachServiceDraft } from "../service-draft/reach.ts";
import { digestOfSecret, keyOf } from "./key.ts";
import { presentPreview } from "./list.ts";
import { longestPreviewMs } from "./terms.ts";

/**
 * Show a version of a service that is not live to whoever has its link: of a draft as it is now, with placeholders for
 * what is not decided yet.
 *
 * It is checked as publishing checks it, but what is wrong is only said; only a form that could not be shown at all is
 * refused.
 *
 * @throws Problem `not-found` (the draft), `request-invalid` (its time, or a form that cannot be shown)
 */
export async function sharePreview(
  ctx: Context,
  service: string,
  { name, expiresAt, showsComments, ...shared }: NewPreview,
): Promise<SharedPreview> {
  requireScope(ctx, "services:write");
  if (ctx.only) throw new Problem("scope-missing");
  const definition = await definitionOf(ctx, service, shared);
  refuseUnshowable(definition);
  const said = serviceFaults(definition, await knownTo(ctx));
  const faults = said.map(([path, detail]) => ({ pointer: pointerTo(path), detail }));
  const id = ctx.ids.id("prv");
  const at = ctx.now();
  const row = {
    id,
    service,
    name,
    definition: JSON.stringify(definition),
    digest: digestOfSecret(keyOf(ctx, id)),
    showsComments,
    sharedAt: at,
    sharedBy: ctx.actor.name,
    expiresAt: checkedEnd(at, expiresAt),
    endedAt: null,
  };
  return change(ctx, async ({ tx }) => {
    await insertPreview(tx, row);
    const event = { type: "preview.shared", subject: id, actor: ctx.actor, at } as const;
    await appendEvent(tx, { ...event, data: { service } });
    return { ...presentPreview(ctx, row, 0), faults };
  });
}

async function definitionOf(
  ctx: Context,
  service: string,
  { definition }: Pick<NewPreview, "definition">,
): Promise<ServiceDefinition> {
  if (definition) return ServiceDefinition.parse({ id: service, ...definition });
  return fillIn((await reachServiceDraft(ctx.db, service)).definition);
}

function checkedEnd(now: number, expiresAt: string): number {
  const at = Date.parse(expiresAt);
  if (at > now && at <= now + longestPreviewMs) return at;
  throw new Problem("request-invalid", {
    faults: [{ pointer: "/expiresAt", code: at > now ? "too-late" : "past" }],
  });
}

function refuseUnshowable({ form }: ServiceDefinition): void {
  try {
    compileForm(form);
  } catch (error) {
    if (!(error instanceof FormFault)) throw error;
    const faults = [{ pointer: "/definition/form", code: "unworkable", detail: error.message }];
    throw new Problem("request-invalid", { faults });
  }
}
