import { Refused } from "@guildhall/sdk";
import { fieldOf, readForm } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { TooLarge } from "../http/too-large.ts";
import { findJourney, type Journey } from "../journey/journey.ts";
import {
  noSavingFields,
  readSaving,
  type SavingFaults,
  type SavingFields,
  savingFieldsIn,
} from "../journey/saving-form.ts";
import { readInField } from "../pages/language-switch.tsx";
import { SavePage } from "../pages/save-page.tsx";
import { SavedPage } from "../pages/saved-page.tsx";
import { keepSession, readSession } from "../session/cookie.ts";
import { answerNoJourney } from "./no-journey.tsx";
import type { Parts } from "./parts.ts";
import { whereLeft } from "./reach-page.ts";
import { serviceOf } from "./service-of.ts";

/** Where a form is kept for later. */
export function savingRoutes(parts: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get("/:service/save-for-later", async (c) => {
    const journey = await findJourney(c, serviceOf(c), parts.shelf);
    if (typeof journey === "string") return answerNoJourney(c, journey, serviceOf(c), parts);
    if (journey.draft.kept && c.req.query("again") !== "yes") return showSaved(c, parts, journey);
    return showForm(c, parts, journey, { typed: { ...noSavingFields, email: ownEmail(journey) } });
  });

  app.post("/:service/save-for-later", async (c) => {
    const fields = await readForm(c.req.raw);
    if (!fields) throw new TooLarge();
    const service = serviceOf(c);
    if (fieldOf(fields, "forget") === "yes") {
      keepSession(c, readSession(c).without(service), parts.publicUrl);
      return c.redirect(c.var.council.at.service(service), 303);
    }
    const journey = await findJourney(c, service, parts.shelf);
    if (typeof journey === "string") return answerNoJourney(c, journey, service, parts);
    const typed = savingFieldsIn(fields);
    return fields.has(readInField)
      ? showForm(c, parts, journey, { typed })
      : save(c, parts, journey, typed);
  });
  return app;
}

async function save(
  c: Context<PortalEnv>,
  parts: Parts,
  journey: Journey,
  typed: SavingFields,
): Promise<Response> {
  const { council } = c.var;
  const read = readSaving(typed, council);
  if ("faults" in read) return showForm(c, parts, journey, { typed, faults: read.faults });
  const { id } = journey.service;
  try {
    const handle = await council.api.keepDraft(journey.handle, read.asked);
    keepSession(c, readSession(c).withDraft(id, handle), parts.publicUrl);
    return c.redirect(council.at.save(id), 303);
  } catch (error) {
    if (!(error instanceof Refused && error.passes)) throw error;
    const { often, notNow } = council.words.saving;
    const trouble = error.status === 429 ? often : notNow;
    return showForm(c, parts, journey, { typed, trouble });
  }
}

interface Shown {
  readonly typed: SavingFields;
  readonly faults?: SavingFaults;
  readonly trouble?: string;
}

function showForm(
  c: Context<PortalEnv>,
  parts: Parts,
  journey: Journey,
  { typed, faults = {}, trouble }: Shown,
): Response | Promise<Response> {
  const { council } = c.var;
  const common = { council, look: parts.look, service: journey.service };
  const back = whereLeft(c, journey, parts);
  const isRight = Object.keys(faults).length === 0 && trouble === undefined;
  const page = { ...common, back, typed, faults, trouble };
  return c.html(<SavePage {...page} />, isRight ? 200 : 422);
}

function showSaved(
  c: Context<PortalEnv>,
  parts: Parts,
  journey: Journey,
): Response | Promise<Response> {
  const { service, draft } = journey;
  const common = { council: c.var.council, look: parts.look, service };
  const next = whereLeft(c, journey, parts);
  return c.html(<SavedPage {...common} expiresAt={draft.expiresAt} next={next} />);
}

/** The address that the form asks for, where it was given. */
function ownEmail({ service, draft }: Journey): string {
  const { email } = service.contact;
  const answer = email === undefined ? undefined : draft.answers[email];
  return typeof answer === "string" ? answer : "";
}
