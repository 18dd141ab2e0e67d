import { Answers } from "@guildhall/contract";
import { checkAnswers } from "@guildhall/forms";
import { Refused } from "@guildhall/sdk";
import { fieldOf, readForm } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { TooLarge } from "../http/too-large.ts";
import { answerShelf } from "../journey/answering.ts";
import { answeringFor, readFile } from "../journey/evidence.ts";
import { findJourney, type Journey } from "../journey/journey.ts";
import { AnswerKeptPage, AnswerSentPage } from "../pages/answer-pages.tsx";
import { CheckPage } from "../pages/check-page.tsx";
import { keepSession, readSession } from "../session/cookie.ts";
import { fileRoutes } from "./files.tsx";
import { findAsked, openAnswer, sayEnded, sayNeedsLink, trackingKey } from "./open-answer.tsx";
import type { Parts } from "./parts.ts";
import { questionRoutes } from "./questions.tsx";
import { serviceOf } from "./service-of.ts";
import { referenceOf } from "./tracking.tsx";

/**
 * What is asked of somebody after they have sent their form: the pages of a form that asks for this alone.
 *
 * The key of the tracking link opens them, or the browser that has opened it before; the reference alone does not.
 */
export function answerRoutes(parts: Parts): Hono<PortalEnv> {
  const mine = { ...parts, shelf: answerShelf };
  const app = new Hono<PortalEnv>();
  app.get("/:reference/answer", (c) => begin(c, parts));
  app.get("/:reference/answer/sent", (c) => showSent(c, parts));
  app.use("/:reference/answer/:service/*", openAnswer(parts));
  app.get("/:reference/answer/:service", (c) =>
    c.redirect(c.var.council.at.tracking(referenceOf(c)), 303),
  );
  app.get("/:reference/answer/:service/privacy", (c) =>
    c.redirect(c.var.council.at.servicePrivacy(serviceOf(c)), 303),
  );
  app.get("/:reference/answer/:service/save-for-later", (c) => showKept(c, parts));
  app.get("/:reference/answer/:service/check-your-answers", (c) => check(c, parts));
  app.post("/:reference/answer/:service/check-your-answers", (c) => send(c, parts));
  for (const routes of [fileRoutes, questionRoutes]) app.route("/:reference/answer", routes(mine));
  return app;
}

/** Lead to the first page, by the key of a link where it came with one. */
async function begin(c: Context<PortalEnv>, parts: Parts): Promise<Response> {
  const { council } = c.var;
  const reference = referenceOf(c);
  const key = c.req.query("key");
  if (key !== undefined) {
    if (!trackingKey.test(key)) throw new NotFound();
    const token = await council.api.openTracking(reference, key);
    keepSession(c, readSession(c).withTracking(reference, token), parts.publicUrl);
    return c.redirect(council.at.answer(reference), 303);
  }
  const asked = await findAsked(c, reference);
  if (asked === "unknown") return sayNeedsLink(c, parts);
  if ("state" in asked) return sayEnded(c, parts, asked);
  return c.redirect(`${council.at.answer(reference)}/${asked.tracking.service}/answer`, 303);
}

/** Read everything back before it is sent; what is not answered yet is asked first. */
async function check(
  c: Context<PortalEnv>,
  parts: Parts,
  trouble?: { readonly words: string; readonly status: 422 | 503 },
): Promise<Response> {
  const { council } = c.var;
  const journey = await journeyOf(c);
  const { service, form, draft } = journey;
  const checked = checkAnswers(form, draft.answers, parts.today());
  const back = council.at.page(service.id, form.form.pages[0]?.id ?? "");
  if (!("answers" in checked)) return c.redirect(back, 303);
  const fileNames = (id: string) => answeringFor(draft, form.form, id).map(readFile);
  const page = { council, look: parts.look, service, form, fileNames, back };
  const { answers } = checked;
  return c.html(
    <CheckPage {...page} answers={answers} trouble={trouble?.words} />,
    trouble?.status,
  );
}

/** Send what was read back. */
async function send(c: Context<PortalEnv>, parts: Parts): Promise<Response> {
  const { council } = c.var;
  const fields = await readForm(c.req.raw);
  if (!fields) throw new TooLarge();
  const { handle } = await journeyOf(c);
  const answers = answersIn(fieldOf(fields, "answers"));
  const place = council.answering?.place;
  if (!answers || !place) return c.redirect(council.at.check(serviceOf(c)), 303);
  try {
    await council.api.answerInformation(place, handle.token, answers);
  } catch (error) {
    return answerNotSent(c, parts, error);
  }
  return c.redirect(`${council.at.answer(referenceOf(c))}/sent`, 303);
}

async function answerNotSent(
  c: Context<PortalEnv>,
  parts: Parts,
  error: unknown,
): Promise<Response> {
  const { changed, notNow } = c.var.council.words.sending;
  if (!(error instanceof Refused)) throw error;
  if (error.passes) return check(c, parts, { words: notNow, status: 503 });
  if (error.status === 413 || (error.status === 422 && error.code !== "idempotency-mismatch"))
    return check(c, parts, { words: changed, status: 422 });
  const asked = await findAsked(c, referenceOf(c));
  if (asked === "unknown") return sayNeedsLink(c, parts);
  return sayEnded(c, parts, "state" in asked ? asked : { ...asked, state: "answered" });
}

async function showSent(c: Context<PortalEnv>, parts: Parts): Promise<Response> {
  const { council } = c.var;
  const reference = referenceOf(c);
  const asked = await findAsked(c, reference);
  if (asked === "unknown") return sayNeedsLink(c, parts);
  if (!("state" in asked)) return c.redirect(council.at.answer(reference), 303);
  if (asked.state !== "answered") return sayEnded(c, parts, asked);
  return c.html(<AnswerSentPage council={c.var.council} look={parts.look} reference={reference} />);
}

async function showKept(c: Context<PortalEnv>, { look }: Parts): Promise<Response> {
  const { council } = c.var;
  const { service } = await journeyOf(c);
  const until = council.answering?.respondBy ?? "";
  const page = { council, look, until, goOn: council.at.page(service.id, "answer") };
  return c.html(<AnswerKeptPage {...page} reference={referenceOf(c)} />);
}

/** The journey that was opened for these very pages. */
async function journeyOf(c: Context<PortalEnv>): Promise<Journey> {
  const journey = await findJourney(c, serviceOf(c), answerShelf);
  if (typeof journey === "string") throw new NotFound();
  return journey;
}

function answersIn(text: string | undefined): Answers | undefined {
  try {
    const read = Answers.safeParse(JSON.parse(text ?? ""));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
