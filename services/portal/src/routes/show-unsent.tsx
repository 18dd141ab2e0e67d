import { type Fields, readBack, readFields, summaryOf } from "@guildhall/forms";
import type { Context } from "hono";
import type { PortalEnv } from "../environment.ts";
import { overlaid } from "../journey/page-answers.ts";
import { SentPage } from "../pages/no-draft-page.tsx";
import { readSession } from "../session/cookie.ts";
import { wearBrand } from "../wear-brand.ts";
import type { Parts } from "./parts.ts";
import { serviceOf } from "./service-of.ts";

/** Say that the form was sent, as from another window, and show what was typed since and did not go with it. */
export async function showUnsent(
  c: Context<PortalEnv>,
  { look, shelf }: Parts,
  fields: Fields,
): Promise<Response> {
  const id = serviceOf(c);
  const { receipt, draft } = {
    receipt: readSession(c).receipt(id),
    draft: readSession(c).draft(id),
  };
  const version = receipt?.version ?? draft?.version;
  if (version === undefined) throw new Error("A form that was sent has a version");
  const { service, form } = await shelf.version(c.var.council, id, version);
  wearBrand(c, service);
  const { language } = c.var.council;
  const page = form.form.pages.find((one) => one.id === c.req.param("page"));
  const typed = page ? overlaid({}, page, readFields(page, fields)) : {};
  const alone = { ...form, pages: form.pages.filter((one) => one.page.id === page?.id) };
  const rows = readBack(alone, typed, { toThemself: true, language }).flatMap((one) => one.rows);
  const unsent = { rows, text: summaryOf(alone, typed, language) };
  const common = { council: c.var.council, look, service };
  return c.html(<SentPage {...common} unsent={unsent} reference={receipt?.reference} />, 409);
}
