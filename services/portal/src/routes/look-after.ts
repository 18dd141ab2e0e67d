import type { Draft } from "@guildhall/contract";
import type { Context } from "hono";
import type { PortalEnv } from "../environment.ts";
import { lookedAround, pageToLookAfter, placeIn } from "../journey/look-first.ts";
import { readSession } from "../session/cookie.ts";
import type { Reached } from "./reach-page.ts";

/** Where others' requests are offered after a page, where there is a place that was not asked about. */
export function lookAfter(
  c: Context<PortalEnv>,
  { journey: { service }, page, changing }: Reached,
  draft: Draft,
): string | undefined {
  const { at, previewing } = c.var.council;
  const place = placeIn(service, draft);
  if (previewing || !place || pageToLookAfter(service)?.id !== page.id) return undefined;
  if (readSession(c).looked(service.id) === lookedAround(draft, place)) return undefined;
  return `${at.lookFirst(service.id)}${changing ? "?change=yes" : ""}`;
}
