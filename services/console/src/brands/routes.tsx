import type { Refused } from "@guildhall/sdk";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { NotFound } from "../not-found.ts";
import { anyFault } from "../pages/fault-summary.tsx";
import { formOf } from "../routes/form.ts";
import { doneAt, frameOf } from "../routes/frame-of.ts";
import { answerOrRefusal } from "../routes/refusal.ts";
import { readSentFile } from "../routes/sent-file.ts";
import { BrandPage, type BrandPageProps } from "./brand-page.tsx";
import { BrandsPage } from "./brands-page.tsx";
import { asTyped, brandOf, faultsIn, idOf, typedBrand } from "./read-brand.ts";

type C = Context<ConsoleEnv>;

/** A logo may have 100 kB: the API says so in words, unless it is far more. */
const largestBytes = 1_000_000;
const tooLarge = "The logo is larger than 100 kB";

/** What the organisation's pages look like. */
export function brandRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/brands", (c) => c.html(<BrandsPage {...frameOf(c, parts)} />));
  app.get("/brands/new", (c) => show(c, parts, { typed: {} }));
  app.post("/brands/new", (c) => save(c, parts));
  app.get("/brands/:brand", (c) => show(c, parts, ofBrand(c)));
  app.post("/brands/:brand", (c) => save(c, parts, ofBrand(c)));
  app.get("/brands/:brand/logo", (c) => c.var.desk.api.logo(c.req.param("brand")));
  app.post("/brands/:brand/logo", (c) => changeLogo(c, parts));
  app.post("/brands/:brand/logo/remove", async (c) => {
    const { brand } = ofBrand(c);
    await c.var.desk.api.removeLogo(brand.id);
    return doneAt(c, c.var.office.at.brand(brand.id), "logo-removed");
  });
  return app;
}

/** The brand that the address names, as it is now. @throws NotFound */
function ofBrand(c: C) {
  const brand = c.var.office.tenant.brands.find(({ id }) => id === c.req.param("brand"));
  if (!brand) throw new NotFound();
  return { brand, typed: asTyped(brand) };
}

type Shown = Pick<BrandPageProps, "brand" | "typed"> & Partial<Pick<BrandPageProps, "faults">>;

function show(c: C, parts: Parts, shown: Shown): Response | Promise<Response> {
  const { faults = {} } = shown;
  const page = { ...frameOf(c, parts), ...shown, faults };
  return c.html(<BrandPage {...page} />, anyFault(faults) ? 400 : 200);
}

async function save(c: C, parts: Parts, of?: ReturnType<typeof ofBrand>): Promise<Response> {
  const { api } = c.var.desk;
  const { at, tenant } = c.var.office;
  const fields = await formOf(c);
  const typed = typedBrand(fields);
  const page = { brand: of?.brand, typed };
  if (fieldOf(fields, "go") === "show") return show(c, parts, page);
  const id = of?.brand.id ?? idOf(typed.name ?? "");
  if (id === "") return show(c, parts, { ...page, faults: { name: "Enter what it is called" } });
  if (!of && tenant.brands.some((one) => one.id === id))
    return show(c, parts, { ...page, faults: { name: "There is a brand of this name already" } });
  const call = api.changeBrand(id, brandOf(typed));
  const { refused } = await answerOrRefusal(call, ["request-invalid", "invalid-text"]);
  if (refused) return show(c, parts, { ...page, faults: faultsIn(refused) });
  return doneAt(c, at.brand(id), "brand-saved");
}

async function changeLogo(c: C, parts: Parts): Promise<Response> {
  const of = ofBrand(c);
  const fault = (file: string) => show(c, parts, { ...of, faults: { file } });
  const sent = await readSentFile(c.req.raw, largestBytes);
  if ("fault" in sent)
    return fault(sent.fault === "none" ? "Choose a file with the logo" : tooLarge);
  const call = c.var.desk.api.changeLogo(of.brand.id, new Blob([await sent.file.arrayBuffer()]));
  const { refused } = await answerOrRefusal(call, ["request-invalid", "body-too-large"]);
  if (refused) return fault(saidOf(refused));
  return doneAt(c, c.var.office.at.brand(of.brand.id), "logo-changed");
}

function saidOf({ faults }: Refused): string {
  return faults[0]?.detail?.replace(/\.$/, "") ?? tooLarge;
}
