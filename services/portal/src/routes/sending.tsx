import { Answers, type Tracking } from "@guildhall/contract";
import { checkAnswers } from "@guildhall/forms";
import { filesQuestions } from "@guildhall/question-view";
import { Refused } from "@guildhall/sdk";
import { fieldOf, readForm } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { TooLarge } from "../http/too-large.ts";
import { answeringFor, readFile } from "../journey/evidence.ts";
import { findJourney, type Journey, reasonIn } from "../journey/journey.ts";
import { type Progress, progressOf } from "../journey/progress.ts";
import { CheckPage } from "../pages/check-page.tsx";
import { ConfirmationPage } from "../pages/confirmation-page.tsx";
import { keepSession, readSession } from "../session/cookie.ts";
import { wearBrand } from "../wear-brand.ts";
import { answerNoJourney } from "./no-journey.tsx";
import type { Parts } from "./parts.ts";
import { wayOn } from "./payment.tsx";
import { whereNext } from "./reach-page.ts";
import { serviceOf } from "./service-of.ts";
import { track } from "./tracking.tsx";

/** The end of a journey: everything is read back, sent once, and confirmed. */
export function sendingRoutes(parts: Parts): Hono<PortalEnv> {
  const { look, shelf, today } = parts;
  const app = new Hono<PortalEnv>();

  app.get("/:service/check-your-answers", async (c) => {
    const journey = await findJourney(c, serviceOf(c), shelf);
    if (typeof journey === "string") return answerNoJourney(c, journey, serviceOf(c), parts);
    return showCheck(c, parts, journey, {});
  });

  app.post("/:service/check-your-answers", async (c) => {
    const fields = await readForm(c.req.raw);
    if (!fields) throw new TooLarge();
    return send(c, parts, readAnswers(fieldOf(fields, "answers")));
  });

  app.get("/:service/confirmation", async (c) => {
    const id = serviceOf(c);
    const receipt = readSession(c).receipt(id);
    if (!receipt) {
      const journey = await findJourney(c, id, shelf);
      if (typeof journey === "string") return answerNoJourney(c, journey, id, parts);
      const progress = progressOf(journey.form, journey.draft, today());
      return c.redirect(whereNext(c, { ...journey, progress, changing: false }), 303);
    }
    const { service, form } = await shelf.version(c.var.council, id, receipt.version);
    wearBrand(c, service);
    const { council } = c.var;
    const { reference } = receipt;
    if (service.charges !== undefined && (await track(c, reference)).payment)
      return c.redirect(council.at.payment(reference), 303);
    const asksForFiles = form.form.pages.some((page) => filesQuestions(page).length > 0);
    const files = asksForFiles ? await filesSent(c, reference) : [];
    const page = { council, look, service, receipt, files };
    return c.html(<ConfirmationPage {...page} />);
  });
  return app;
}

/**
 * Send the answers that were read back.
 *
 * The draft names the sending, so a second press, a reload or a retry gives the same receipt, and the same answers are
 * sent though the draft has ended by then.
 */
async function send(
  c: Context<PortalEnv>,
  parts: Parts,
  answers: Answers | undefined,
): Promise<Response> {
  const { api, at } = c.var.council;
  const service = serviceOf(c);
  const session = readSession(c);
  const handle = session.draft(service);
  if (!handle) {
    return answerNoJourney(c, session.receipt(service) ? "sent" : "gone", service, parts);
  }
  if (!answers) return c.redirect(at.check(service), 303);
  try {
    const started = await api.submit(handle, { service, answers });
    const { reference, trackingKey, token } = started;
    const kept = session.withReceipt(service, {
      reference,
      trackingKey,
      version: handle.version,
    });
    const followed = token === undefined ? kept : kept.withTracking(reference, token);
    keepSession(c, followed, parts.publicUrl);
    if (!started.payment || token === undefined) return c.redirect(at.confirmation(service), 303);
    const on = await wayOn(api.startPayment(started.id, token));
    return c.redirect(`${at.payment(reference)}${on}`, 303);
  } catch (error) {
    return answerNotSent(c, parts, error);
  }
}

async function answerNotSent(
  c: Context<PortalEnv>,
  parts: Parts,
  error: unknown,
): Promise<Response> {
  if (!(error instanceof Refused)) throw error;
  const service = serviceOf(c);
  // The draft was sent before, with other answers.
  if (error.code === "idempotency-mismatch") return answerNoJourney(c, "sent", service, parts);
  if (error.passes) return showTrouble(c, parts, 503);
  if (error.status === 413 || error.status === 422) return showTrouble(c, parts, 422);
  return answerNoJourney(c, reasonIn(error), service, parts);
}

async function showTrouble(
  c: Context<PortalEnv>,
  parts: Parts,
  status: 422 | 503,
): Promise<Response> {
  const service = serviceOf(c);
  const journey = await findJourney(c, service, parts.shelf);
  if (typeof journey === "string") return answerNoJourney(c, journey, service, parts);
  const { changed, notNow } = c.var.council.words.sending;
  return showCheck(c, parts, journey, { trouble: status === 422 ? changed : notNow, status });
}

function showCheck(
  c: Context<PortalEnv>,
  { look, today }: Parts,
  journey: Journey,
  { trouble, status = 200 }: { trouble?: string; status?: 200 | 422 | 503 },
): Response | Promise<Response> {
  const { council } = c.var;
  const { service, form, draft } = journey;
  const progress = progressOf(form, draft, today());
  const checked = checkAnswers(form, draft.answers, today());
  if (progress.unfinished || !("answers" in checked)) {
    return c.redirect(whereNext(c, { service, progress, changing: true }), 303);
  }
  const fileNames = (id: string) => answeringFor(draft, form.form, id).map(readFile);
  const page = { council, look, service, form, answers: checked.answers, fileNames, trouble };
  return c.html(<CheckPage {...page} back={backFrom(c, journey, progress)} />, status);
}

function backFrom(
  c: Context<PortalEnv>,
  { service }: Journey,
  { pages, sections }: Progress,
): string {
  const { at } = c.var.council;
  if (sections.length > 0) return at.tasks(service.id);
  const last = pages.at(-1);
  return last ? at.page(service.id, last.id) : at.service(service.id);
}

function readAnswers(text: string | undefined): Answers | undefined {
  try {
    const read = Answers.safeParse(JSON.parse(text ?? ""));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** The files that came with a request, where they can be told now: its reference is given all the same. */
async function filesSent(c: Context<PortalEnv>, reference: string): Promise<Tracking["documents"]> {
  try {
    const { documents } = await track(c, reference);
    return documents.filter(({ kind }) => kind === "evidence");
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}
