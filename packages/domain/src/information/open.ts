import { type InformationDraft, type Language, Problem } from "@guildhall/contract";
import { languagesOf } from "@guildhall/forms";
import { mintCitizenToken } from "@guildhall/keys";
import { findDraft, findInformation, type InformationRow } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { presentDraft } from "../draft/reach.ts";
import { draftLifeMs } from "../draft/terms.ts";
import { reachProcess } from "../process/reach.ts";
import { formOf, presentInformation } from "./present.ts";

/**
 * Open what is asked for its citizen to fill in: a form of its own, and the draft that keeps what they type.
 *
 * Nothing is written by looking at it. The token opens that draft and can send nothing but this answer.
 *
 * @throws Problem `not-found` (also to whoever is not the citizen), `process-closed`, `information-ended`
 */
export async function openInformation(
  ctx: Context,
  { process: processId, request }: { readonly process: string; readonly request: string },
  language: Language = "en",
): Promise<InformationDraft> {
  requireScope(ctx, "processes:read");
  const process = await reachProcess(ctx, processId);
  const isCitizen = ctx.only?.process === processId && ctx.only.grant === undefined;
  const row = isCitizen ? await findInformation(ctx.db, request) : undefined;
  if (row?.process !== processId) throw new Problem("not-found");
  refuseEnded(ctx, row);
  if (process.status !== "open") throw new Problem("process-closed");
  const draft = await findDraft(ctx.db, row.draft);
  if (!draft) throw new Problem("information-ended", ended("over"));
  const service = await ctx.catalogue.version(process.service, process.version);
  const spoken = languagesOf(service.definition).includes(language) ? language : "en";
  return {
    request: await presentInformation(ctx, row, service),
    form: formOf(service, row, spoken).form,
    draft: { ...(await presentDraft(ctx, draft)), token: answerToken(ctx, row) },
  };
}

/**
 * Refuse what nobody can answer any more, and say why.
 *
 * @throws Problem `information-ended`
 */
export function refuseEnded({ now }: Context, { state, overAt }: InformationRow): void {
  if (state !== "open") throw new Problem("information-ended", ended(state));
  if (overAt <= now()) throw new Problem("information-ended", ended("over"));
}

export function ended(code: Exclude<InformationRow["state"], "open">) {
  return { faults: [{ pointer: "/state", code }] };
}

/** It cannot start a process: what is filled in here is no form of its own. */
function answerToken(ctx: Context, { draft, overAt }: InformationRow): string {
  return mintCitizenToken(ctx.keys.set, {
    issuer: ctx.issuer,
    subject: { kind: "draft", id: draft },
    scope: ["drafts:write"],
    assistedBy: ctx.assists,
    jti: ctx.ids.id("jti"),
    issuedAt: new Date(ctx.now()),
    expiresAt: new Date(Math.min(ctx.now() + draftLifeMs, overAt)),
  });
}
