import type { FoundReturn } from "@guildhall/contract";
import { EmailAddress } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { fieldOf, readForm } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { TooLarge } from "../http/too-large.ts";
import {
  canBeFact,
  dateIn,
  noSavingFields,
  type SavingFields,
  savingFieldsIn,
} from "../journey/saving-form.ts";
import { readInField } from "../pages/language-switch.tsx";
import { AskLinkPage, FactPage, LinkAskedPage, UnknownLinkPage } from "../pages/return-pages.tsx";
import { keepSession, readSession } from "../session/cookie.ts";
import { wearBrand } from "../wear-brand.ts";
import type { Words } from "../words/words.ts";
import type { Parts } from "./parts.ts";
import { whereLeft } from "./reach-page.ts";
import { serviceOf } from "./service-of.ts";

/** Where the link of a letter leads: to the form that was saved, with the fact that was chosen. */
export function returnRoutes(parts: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  // What is secret in the address is in no link of its page.
  app.use(async (c, next) => {
    c.set("council", { ...c.var.council, here: "/return" });
    await next();
  });

  app.get("/:key", async (c) => {
    const found = await orUnknown(c.var.council.api.findReturn(c.req.param("key")));
    if (!found) return showUnknown(c, parts);
    return showFact(c, parts, found, { typed: noSavingFields });
  });

  app.post("/:key", async (c) => {
    const fields = await readForm(c.req.raw);
    if (!fields) throw new TooLarge();
    const found = await orUnknown(c.var.council.api.findReturn(c.req.param("key")));
    if (!found) return showUnknown(c, parts);
    const typed = savingFieldsIn(fields);
    return fields.has(readInField)
      ? showFact(c, parts, found, { typed })
      : open(c, parts, found, typed);
  });
  return app;
}

/** Where the link to a saved form is asked for again. */
export function linkRoutes({ look }: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get("/:service/send-my-link", async (c) => {
    const service = await serviceHere(c);
    return c.html(<AskLinkPage council={c.var.council} look={look} service={service} email="" />);
  });

  app.post("/:service/send-my-link", async (c) => {
    const fields = await readForm(c.req.raw);
    if (!fields) throw new TooLarge();
    const service = await serviceHere(c);
    const { council } = c.var;
    const typed = (fieldOf(fields, "email") ?? "").trim();
    const email = EmailAddress.safeParse(typed);
    const common = { council, look, service };
    if (fields.has(readInField)) return c.html(<AskLinkPage {...common} email={typed} />);
    if (!email.success) {
      const fault = council.words.saving.faults.email;
      return c.html(<AskLinkPage {...common} email={typed} fault={fault} />, 422);
    }
    await council.api.askForReturn(service.id, email.data);
    return c.html(<LinkAskedPage {...common} />);
  });
  return app;
}

async function serviceHere(c: Context<PortalEnv>) {
  const service = await c.var.council.api.service(serviceOf(c));
  wearBrand(c, service);
  return service;
}

async function open(
  c: Context<PortalEnv>,
  parts: Parts,
  found: FoundReturn,
  typed: SavingFields,
): Promise<Response> {
  const { council } = c.var;
  const fact = found.fact === "date" ? dateIn(typed) : typed[found.fact];
  const said = council.words.saving.fact;
  const fault = faultIn(found, fact, said);
  if (fault !== undefined) return showFact(c, parts, found, { typed, fault });
  try {
    const { draft, handle } = await council.api.openReturn(c.req.param("key") ?? "", fact);
    keepSession(c, readSession(c).withDraft(draft.service, handle), parts.publicUrl);
    const ready = await parts.shelf.version(council, draft.service, draft.serviceVersion);
    return c.redirect(whereLeft(c, { ...ready, draft }, parts), 303);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === "fact-wrong")
      return showFact(c, parts, found, { typed, fault: said.wrong[found.fact] });
    if (error.status === 404) return showUnknown(c, parts);
    throw error;
  }
}

/** What is wrong with what was typed that can be told without asking: it is nothing, or can be nobody's fact. */
function faultIn(
  { fact: kind }: FoundReturn,
  typed: string,
  said: Words["saving"]["fact"],
): string | undefined {
  if (typed.replaceAll(/[^\p{L}\p{N}]/gu, "") === "") return said.empty[kind];
  return canBeFact(typed) ? undefined : said.wrong[kind];
}

async function showFact(
  c: Context<PortalEnv>,
  { look, shelf }: Parts,
  found: FoundReturn,
  { typed, fault }: { typed: SavingFields; fault?: string },
): Promise<Response> {
  const { service } = await shelf.version(c.var.council, found.service, found.serviceVersion);
  wearBrand(c, service);
  const { council } = c.var;
  const page = { council, look, service, kind: found.fact, expiresAt: found.expiresAt };
  const action = council.at.return(c.req.param("key") ?? "");
  const replaces = readSession(c).draft(service.id) !== undefined;
  return c.html(
    <FactPage {...page} action={action} typed={typed} fault={fault} replaces={replaces} />,
    fault === undefined ? 200 : 422,
  );
}

function showUnknown(c: Context<PortalEnv>, { look }: Parts): Response | Promise<Response> {
  return c.html(<UnknownLinkPage council={c.var.council} look={look} />, 404);
}

async function orUnknown(call: Promise<FoundReturn>): Promise<FoundReturn | undefined> {
  try {
    return await call;
  } catch (error) {
    // What is no key at all is as unknown as one that leads nowhere.
    if (error instanceof Refused && (error.status === 404 || error.status === 422))
      return undefined;
    throw error;
  }
}
