import type { Tracking } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { fieldOf, readForm } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { Council, PortalEnv } from "../environment.ts";
import { TooLarge } from "../http/too-large.ts";
import { faultIn, readRating, typedIn } from "../journey/ending-forms.ts";
import { readInField } from "../pages/language-switch.tsx";
import {
  CannotSayPage,
  NotFixedPage,
  type NotFixedPageProps,
  ReopenedPage,
} from "../pages/not-fixed-page.tsx";
import { noRating, RatingPage, type RatingPageProps } from "../pages/rating-page.tsx";
import { handleOf } from "../platform/return-calls.ts";
import { keepSession, readSession } from "../session/cookie.ts";
import type { Parts } from "./parts.ts";
import { referenceOf, track } from "./tracking.tsx";

/** What a citizen says of a request that has ended: that it is not fixed, and how satisfied they are. */
export function endingRoutes(parts: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/:reference/not-fixed", (c) => askWhatIsWrong(c, parts));
  app.post("/:reference/not-fixed", (c) => sayNotFixed(c, parts));
  app.get("/:reference/not-fixed/said", async (c) => {
    const { reference } = await track(c, referenceOf(c));
    return c.html(<ReopenedPage council={c.var.council} look={parts.look} reference={reference} />);
  });
  app.get("/:reference/rating", (c) => askForRating(c, parts));
  app.post("/:reference/rating", (c) => rate(c, parts));
  return app;
}

type Ctx = Context<PortalEnv>;

async function askWhatIsWrong(c: Ctx, parts: Parts): Promise<Response> {
  const tracking = await track(c, referenceOf(c));
  const rule = tracking.ending?.notFixed?.rule;
  if (!rule) return cannot(c, parts, { ...notFixedPlace(c), code: whyNot(tracking), typed: "" });
  const page = { council: c.var.council, look: parts.look, rule, typed: "" };
  const once = crypto.randomUUID();
  return c.html(<NotFixedPage {...page} reference={tracking.reference} once={once} />);
}

/** Where the page itself knows it; the API says the rest. */
function whyNot({ status, complete }: Tracking): string {
  if (status === "open") return "process-open";
  return complete ? "not-fixed-not-offered" : "link";
}

async function sayNotFixed(c: Ctx, parts: Parts): Promise<Response> {
  const form = await readForm(c.req.raw);
  if (!form) throw new TooLarge();
  const { council } = c.var;
  const tracking = await track(c, referenceOf(c));
  const { reference } = tracking;
  const typed = typedIn(form, "words");
  const rule = tracking.ending?.notFixed?.rule ?? "reopen";
  const once = /^[\w-]{16,64}$/.exec(fieldOf(form, "once") ?? "")?.[0] ?? crypto.randomUUID();
  const page = { council, look: parts.look, reference, rule, typed, once };
  if (form.has(readInField)) return c.html(<NotFixedPage {...page} />);
  const token = tracking.complete && readSession(c).tracking(reference);
  if (!token) return cannot(c, parts, { ...notFixedPlace(c), typed, code: "link" });
  const fault = rule === "reopen" && faultInWords(typed, council);
  if (fault) return c.html(<NotFixedPage {...page} fault={fault} />, 422);
  return send(c, parts, { ...page, token });
}

function faultInWords(typed: string, council: Council): string | undefined {
  const words = council.words.ending.notFixed;
  return typed === "" ? words.empty : faultIn(typed, words);
}

type Said = Pick<NotFixedPageProps, "reference" | "rule" | "typed" | "once"> & {
  readonly token: string;
};

async function send(
  c: Ctx,
  parts: Parts,
  { reference, rule, typed, once, token }: Said,
): Promise<Response> {
  const { council } = c.var;
  const body = rule === "reopen" ? { words: typed } : {};
  try {
    const { draft } = await council.api.sayNotFixed(reference, token, { body, once });
    if (!draft) return c.redirect(`${council.at.notFixed(reference)}/said`, 303);
    const session = readSession(c).withDraft(draft.service, handleOf(draft));
    keepSession(c, session, parts.publicUrl);
    return c.redirect(council.at.check(draft.service), 303);
  } catch (error) {
    if (!(error instanceof Refused) || !(error.code in council.words.ending.notFixed.why))
      throw error;
    return cannot(c, parts, { ...notFixedPlace(c), typed, code: error.code });
  }
}

interface Cannot {
  readonly title: string;
  readonly code: string;
  readonly typed: string;
}

function notFixedPlace({ var: { council } }: Ctx): Pick<Cannot, "title"> {
  return { title: council.words.ending.notFixed.cannot };
}

function cannot(
  c: Ctx,
  { look }: Parts,
  { title, code, typed }: Cannot,
): Response | Promise<Response> {
  const { council } = c.var;
  const words: Readonly<Record<string, string>> = council.words.ending.notFixed.why;
  const why = words[code] ?? council.words.ending.notFixed.why["not-fixed-not-offered"];
  const page = { council, look, reference: referenceOf(c), typed, title, why };
  return c.html(<CannotSayPage {...page} />, 409);
}

async function askForRating(c: Ctx, parts: Parts): Promise<Response> {
  const { council } = c.var;
  const { ending, reference, status } = await track(c, referenceOf(c));
  const words = council.words.ending.rating;
  const early = { council, look: parts.look, reference, title: words.title, why: words.early };
  if (status === "open") return c.html(<CannotSayPage {...early} typed="" />, 409);
  if (ending?.rated !== false) return c.redirect(council.at.tracking(reference), 303);
  const page = { council: c.var.council, look: parts.look, reference };
  return c.html(<RatingPage {...page} fields={noRating} faults={{}} />);
}

async function rate(c: Ctx, parts: Parts): Promise<Response> {
  const form = await readForm(c.req.raw);
  if (!form) throw new TooLarge();
  const { council } = c.var;
  const reference = referenceOf(c);
  const words = council.words.ending.rating;
  const fields = { score: typedIn(form, "score"), words: typedIn(form, "words") };
  const page = { council, look: parts.look, reference, fields };
  if (form.has(readInField)) return c.html(<RatingPage {...page} faults={{}} />);
  const token = readSession(c).tracking(reference);
  const place = { title: words.title, typed: fields.words };
  if (token === undefined) return cannot(c, parts, { ...place, code: "link" });
  const read = readRating(fields, words);
  if ("faults" in read) return c.html(<RatingPage {...page} faults={read.faults} />, 422);
  try {
    await council.api.rate(reference, token, read.rating);
  } catch (error) {
    return answerNotRated(c, parts, { page, error });
  }
  return c.redirect(council.at.tracking(reference), 303);
}

type Rating = Omit<RatingPageProps, "faults" | "trouble">;

function answerNotRated(
  c: Ctx,
  parts: Parts,
  { page, error }: { page: Rating; error: unknown },
): Response | Promise<Response> {
  const { rating: words } = c.var.council.words.ending;
  if (!(error instanceof Refused)) throw error;
  if (error.passes) return c.html(<RatingPage {...page} faults={{}} trouble={words.busy} />, 503);
  const place = { title: words.title, typed: page.fields.words };
  if (error.code === "process-open") return cannot(c, parts, { ...place, code: error.code });
  if (error.code !== "rating-given") throw error;
  return c.html(<CannotSayPage {...page} {...place} why={words.before} />, 409);
}
