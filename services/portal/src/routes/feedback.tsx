import { Refused } from "@guildhall/sdk";
import { fieldOf, readForm } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { TooLarge } from "../http/too-large.ts";
import {
  type FeedbackPlace,
  feedbackFieldsIn,
  noFeedbackFields,
  placeOf,
  readFeedback,
  readWhence,
} from "../journey/feedback-form.ts";
import type { ReadyService } from "../journey/forms.ts";
import { findJourney } from "../journey/journey.ts";
import { FeedbackPage, FeedbackReceivedPage } from "../pages/feedback-page.tsx";
import { readInField } from "../pages/language-switch.tsx";
import { readSession } from "../session/cookie.ts";
import { wearBrand } from "../wear-brand.ts";
import type { Parts } from "./parts.ts";

/** Where anyone says what is wrong with a page, and goes back to it. */
export function feedbackRoutes(parts: Parts): Hono<PortalEnv> {
  const { look } = parts;
  const app = new Hono<PortalEnv>();
  app.get("/", async (c) => {
    const place = await cameFrom(c, parts);
    const page = { council: c.var.council, look, place, fields: noFeedbackFields, faults: {} };
    return c.html(<FeedbackPage {...page} once={crypto.randomUUID()} />);
  });
  app.post("/", (c) => send(c, parts));
  app.get("/received", async (c) => {
    const place = await cameFrom(c, parts);
    const keeps =
      place.service !== undefined && readSession(c).draft(place.service.id) !== undefined;
    const page = { council: c.var.council, look, place, keeps };
    return c.html(<FeedbackReceivedPage {...page} />);
  });
  return app;
}

async function send(c: Context<PortalEnv>, parts: Parts): Promise<Response> {
  const form = await readForm(c.req.raw);
  if (!form) throw new TooLarge();
  const place = await cameFrom(c, parts);
  const { council } = c.var;
  const fields = feedbackFieldsIn(form);
  const once = /^[\w-]{16,64}$/.exec(fieldOf(form, "once") ?? "")?.[0] ?? crypto.randomUUID();
  const page = { council, look: parts.look, place, fields, once: crypto.randomUUID() };
  if (form.has(readInField)) return c.html(<FeedbackPage {...page} faults={{}} />);
  const read = readFeedback(place, fields, council.words.feedback.faults);
  if ("faults" in read) return c.html(<FeedbackPage {...page} faults={read.faults} />, 422);
  try {
    await council.api.giveFeedback(read.feedback, once);
  } catch (error) {
    if (!(error instanceof Refused) || !(error.passes || error.status === 429)) throw error;
    return c.html(
      <FeedbackPage {...page} once={once} faults={{}} trouble={council.words.feedback.busy} />,
      503,
    );
  }
  return c.redirect(council.at.feedbackReceived(place.from), 303);
}

/** The page that the address names, in the version of its service that this browser reads. */
async function cameFrom(c: Context<PortalEnv>, parts: Parts): Promise<FeedbackPlace> {
  const whence = readWhence(c.req.query("from"));
  const ready = whence.service === undefined ? undefined : await readIn(c, whence.service, parts);
  if (whence.service !== undefined && !ready)
    return placeOf(c.var.council, readWhence("/"), undefined);
  return placeOf(c.var.council, whence, ready);
}

async function readIn(
  c: Context<PortalEnv>,
  id: string,
  { shelf }: Parts,
): Promise<ReadyService | undefined> {
  const { council } = c.var;
  try {
    const journey = await findJourney(c, id, shelf);
    if (typeof journey !== "string") return journey;
    const version = readSession(c).receipt(id)?.version ?? (await council.api.service(id)).version;
    const ready = await shelf.version(council, id, version);
    wearBrand(c, ready.service);
    return ready;
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}
