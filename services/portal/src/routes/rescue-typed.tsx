import { type Fields, readFields } from "@guildhall/forms";
import { Refused } from "@guildhall/sdk";
import type { Context } from "hono";
import type { PortalEnv } from "../environment.ts";
import { changesOn } from "../journey/page-answers.ts";
import { ExpiredPage } from "../pages/no-draft-page.tsx";
import { keepSession, readSession } from "../session/cookie.ts";
import type { DraftHandle } from "../session/session.ts";
import { wearBrand } from "../wear-brand.ts";
import type { Parts } from "./parts.ts";
import { serviceOf } from "./service-of.ts";

/**
 * Keep what was typed on a page whose draft has expired, in a new draft, and say so.
 *
 * The answers given before are gone, as was promised; what stands in the form that was just sent need not be.
 */
export async function rescueTyped(
  c: Context<PortalEnv>,
  { look, shelf, publicUrl }: Parts,
  fields: Fields,
): Promise<Response> {
  const handle = await c.var.council.api.beginDraft(serviceOf(c));
  const { service, form } = await shelf.version(c.var.council, serviceOf(c), handle.version);
  wearBrand(c, service);
  const { council } = c.var;
  const page = form.form.pages.find(({ id }) => id === c.req.param("page"));
  const kept =
    page !== undefined && (await keeps(c, handle, changesOn(page, readFields(page, fields))));
  keepSession(c, readSession(c).withDraft(service.id, handle), publicUrl);
  const first = form.form.pages[0]?.id;
  const keptOn = kept && first !== undefined ? council.at.page(service.id, first) : undefined;
  return c.html(
    <ExpiredPage council={council} look={look} service={service} keptOn={keptOn} />,
    410,
  );
}

async function keeps(
  c: Context<PortalEnv>,
  handle: DraftHandle,
  changes: Record<string, unknown>,
): Promise<boolean> {
  try {
    await c.var.council.api.saveDraft(handle, changes);
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
