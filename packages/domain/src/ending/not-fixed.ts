import { type NewNotFixed, type NotFixedSaid, Problem } from "@guildhall/contract";
import { type Context, requireScope } from "../context.ts";
import { beginAnew } from "./begin-anew.ts";
import { offerOf } from "./offer.ts";
import { reachAsCitizen } from "./reach.ts";
import { reopen } from "./reopen.ts";

/**
 * Take it that what has ended is not dealt with, and do what the service's rule says; its citizen alone may say so.
 *
 * @throws Problem `not-found`, `process-open`, `not-fixed-not-offered`, `not-fixed-too-late`, `not-fixed-too-often`,
 * `request-invalid` (words are missing where it is opened again, or there are some where it begins anew),
 * `service-withdrawn`
 */
export async function sayNotFixed(
  ctx: Context,
  reference: string,
  { words }: NewNotFixed,
): Promise<NotFixedSaid> {
  requireScope(ctx, "processes:read");
  const row = await reachAsCitizen(ctx, reference);
  const service = await ctx.catalogue.version(row.service, row.version);
  const offer = await offerOf(ctx, row, service);
  if ("refused" in offer) throw new Problem(offer.refused);
  const { rule } = offer;
  if (rule.rule === "start-anew") {
    if (words !== undefined) refuse("unexpected");
    return beginAnew(ctx, row);
  }
  if (words === undefined) return refuse("missing");
  return reopen(ctx, row, { service, rule, words });
}

function refuse(code: string): never {
  throw new Problem("request-invalid", { faults: [{ pointer: "/words", code }] });
}
