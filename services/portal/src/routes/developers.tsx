import { type AccessRequest, Id } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { fieldOf, readForm } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { TooLarge } from "../http/too-large.ts";
import { accessFieldsIn, noAccessFields, readAccessRequest } from "../journey/access-form.ts";
import { AccessCodePage } from "../pages/access-code-page.tsx";
import { AccessFormPage } from "../pages/access-form-page.tsx";
import { AccessGivenPage } from "../pages/access-given-page.tsx";
import { AccessRequestPage, KeyCollectedPage } from "../pages/access-request-page.tsx";
import { developersOf } from "../pages/council-page.tsx";
import { DevelopersPage } from "../pages/developers-page.tsx";
import { keepSession, readSession } from "../session/cookie.ts";
import { withoutWelsh } from "../wear-brand.ts";
import type { Parts } from "./parts.ts";

const requestCode = /^gh_request_\w{1,120}$/;

/** Where others ask to build on the council's services, and follow what becomes of that. */
export function developerRoutes(parts: Parts): Hono<PortalEnv> {
  const { look } = parts;
  const app = new Hono<PortalEnv>();
  app.use(async function sayInEnglish(c, next) {
    c.set("council", withoutWelsh(c.var.council));
    return next();
  });
  app.use(async function leadToCouncil(c, next) {
    const { council } = c.var;
    if (council.tenant.sandboxOf === undefined) return next();
    return c.redirect(developersOf(council).developers, 303);
  });
  app.get("/", (c) => c.html(<DevelopersPage council={c.var.council} look={look} />));
  app.get("/access", (c) => {
    const page = { council: c.var.council, look, fields: noAccessFields, faults: {} };
    return c.html(<AccessFormPage {...page} once={crypto.randomUUID()} />);
  });
  app.post("/access", (c) => ask(c, parts));
  app.get("/access/:id", (c) => show(c, parts));
  app.post("/access/:id", (c) => collect(c, parts));
  app.post("/access/:id/code", (c) => open(c, parts));
  return app;
}

async function ask(c: Context<PortalEnv>, { look, publicUrl }: Parts): Promise<Response> {
  const { council } = c.var;
  const form = await readForm(c.req.raw);
  if (!form) throw new TooLarge();
  const fields = accessFieldsIn(form);
  const once = /^[\w-]{16,64}$/.exec(fieldOf(form, "once") ?? "")?.[0] ?? crypto.randomUUID();
  const read = readAccessRequest(fields);
  if ("faults" in read) {
    const page = { council, look, fields, faults: read.faults, once: crypto.randomUUID() };
    return c.html(<AccessFormPage {...page} />, 422);
  }
  const asked = await council.api.askForAccess(read.request, once);
  const { request, token } = asked;
  keepSession(c, readSession(c).withAccess(request.id, token), publicUrl);
  const address = `${council.origin}${council.at.accessRequest(request.id)}`;
  const page = { council, look, asked, link: `${address}?code=${token}` };
  return c.html(<AccessGivenPage {...page} />, 201);
}

/** The code in the link does not stay in the address. */
async function show(c: Context<PortalEnv>, { look, publicUrl }: Parts): Promise<Response> {
  const { council } = c.var;
  const id = idOf(c);
  const code = c.req.query("code");
  if (code !== undefined) {
    if (requestCode.test(code)) keepSession(c, readSession(c).withAccess(id, code), publicUrl);
    return c.redirect(council.at.accessRequest(id), 303);
  }
  const request = await reach(c, id);
  if (!request) return askForCode(c, look);
  return c.html(<AccessRequestPage council={council} look={look} request={request} />);
}

async function open(c: Context<PortalEnv>, { look, publicUrl }: Parts): Promise<Response> {
  const { council } = c.var;
  const id = idOf(c);
  const form = await readForm(c.req.raw);
  const code = ((form && fieldOf(form, "code")) ?? "").trim();
  if (!requestCode.test(code) || !(await seen(council.api.accessRequest(id, code))))
    return askForCode(c, look, "Enter the request code that you were given when you asked");
  keepSession(c, readSession(c).withAccess(id, code), publicUrl);
  return c.redirect(council.at.accessRequest(id), 303);
}

async function collect(c: Context<PortalEnv>, { look }: Parts): Promise<Response> {
  const { council } = c.var;
  const id = idOf(c);
  const token = readSession(c).access(id);
  if (token === undefined) return askForCode(c, look);
  try {
    const given = await council.api.collectKey(id, token);
    return c.html(<KeyCollectedPage council={council} look={look} given={given} />, 201);
  } catch (error) {
    // Nothing to collect, or not any more: the page of the request says which.
    if (!(error instanceof Refused) || error.code !== "invalid-transition") throw error;
    return c.redirect(council.at.accessRequest(id), 303);
  }
}

function askForCode(c: Context<PortalEnv>, look: Parts["look"], fault?: string) {
  const { council } = c.var;
  const action = `${council.at.accessRequest(idOf(c))}/code`;
  const page = { council, look, action, ...(fault === undefined ? {} : { fault }) };
  return c.html(<AccessCodePage {...page} />, fault === undefined ? 200 : 422);
}

/** The request that this browser may see; undefined for one that it may not, and for none at all. */
async function reach(c: Context<PortalEnv>, id: string): Promise<AccessRequest | undefined> {
  const token = readSession(c).access(id);
  return token === undefined ? undefined : seen(c.var.council.api.accessRequest(id, token));
}

async function seen(asked: Promise<AccessRequest>): Promise<AccessRequest | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refused && [401, 403, 404].includes(error.status)) return undefined;
    throw error;
  }
}

function idOf(c: Context<PortalEnv>): string {
  const id = Id.safeParse(c.req.param("id"));
  if (!id.success) throw new NotFound();
  return id.data;
}
