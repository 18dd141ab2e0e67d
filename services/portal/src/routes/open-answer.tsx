import type { InformationDraft, InformationRequest, Tracking } from "@guildhall/contract";
import { dateWords, type Fields } from "@guildhall/forms";
import { Refused } from "@guildhall/sdk";
import { readForm } from "@guildhall/ui";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { honestBytes, readMultipart } from "../http/read-multipart.ts";
import { answerAddresses, answerApi, askedService } from "../journey/answering.ts";
import { revisionField } from "../journey/revision.ts";
import { AnswerEndedPage, AnswerLinkPage } from "../pages/answer-pages.tsx";
import { readInField } from "../pages/language-switch.tsx";
import { readSession } from "../session/cookie.ts";
import { wearBrand } from "../wear-brand.ts";
import type { Parts } from "./parts.ts";
import { referenceOf, track } from "./tracking.tsx";

/** What the key of a tracking link looks like. */
export const trackingKey = /^[0-9a-z]{1,60}$/i;

/** What is asked now, and the token that follows the request. */
interface AskedNow {
  readonly tracking: Tracking;
  readonly token: string;
  readonly process: string;
}

/** Why nothing can be answered: what was asked and is not any more, that its request has ended, or that nothing ever was. */
interface AskedBefore {
  readonly state: Exclude<InformationRequest["state"], "open"> | "closed" | "nothing";
  readonly tracking: Tracking;
}

/**
 * Find what is asked of a request. Whoever has not shown that it is theirs is told nothing, not even whether anything is.
 */
export async function findAsked(
  c: Context<PortalEnv>,
  reference: string,
): Promise<AskedNow | AskedBefore | "unknown"> {
  const token = readSession(c).tracking(reference);
  const tracking = await track(c, reference);
  const { process } = tracking;
  if (token === undefined || !tracking.complete || process === undefined) return "unknown";
  if (tracking.information) return { tracking, token, process };
  const last = (await c.var.council.api.informationRequests(process, token)).at(-1);
  if (!last) return { tracking, state: tracking.status === "open" ? "nothing" : "closed" };
  const isOver = last.state === "open" ? "over" : last.state;
  const ended = tracking.status !== "open" && last.state !== "answered";
  return { tracking, state: ended ? "closed" : isOver };
}

/** Have the pages below be those of what is asked, or say why it cannot be answered, with what was typed. */
export function openAnswer(parts: Parts) {
  return createMiddleware<PortalEnv>(async function openAnswerOfReference(c, next) {
    const asked = await findAsked(c, referenceOf(c));
    if (asked === "unknown") return sayNeedsLink(c, parts, await typedIn(c));
    if ("state" in asked) return sayEnded(c, parts, asked, await typedIn(c));
    if (c.req.param("service") !== asked.tracking.service) throw new NotFound();
    const ended = await openPages(c, parts, asked);
    if (ended) return sayEnded(c, parts, ended, await typedIn(c));
    await next();
    return undefined;
  });
}

/** Put what is asked in the place of the service; where it ended a moment ago, say how. */
async function openPages(
  c: Context<PortalEnv>,
  { shelf }: Parts,
  { tracking, token, process }: AskedNow,
): Promise<AskedBefore | undefined> {
  const { council } = c.var;
  const place = { process, request: tracking.information?.id ?? "" };
  const opened = await orEnded(council.api.openInformation(place, token));
  if (typeof opened === "string") return { tracking, state: opened };
  const { draft, request } = opened;
  const whole = await shelf.version(council, tracking.service, draft.serviceVersion);
  wearBrand(c, whole.service);
  const { answering } = council.words;
  const respondBy = dateWords(request.respondBy, council.language);
  const isFilledIn = Object.keys(draft.answers).length > 0;
  const words = [answering.answerBy(respondBy), ...(isFilledIn ? [answering.filledIn] : [])];
  const handle = { id: draft.id, token: draft.token ?? "", version: draft.serviceVersion };
  c.set("council", {
    ...c.var.council,
    at: answerAddresses(council.at, tracking.reference),
    api: answerApi(council.api, askedService(whole.service, opened, words)),
    answering: { handle, place, respondBy },
  });
  return undefined;
}

async function orEnded(
  opening: Promise<InformationDraft>,
): Promise<InformationDraft | AskedBefore["state"]> {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof Refused && error.status === 409) return stateIn(error);
    throw error;
  }
}

function stateIn({ code, faults }: Refused): AskedBefore["state"] {
  const [fault] = faults;
  if (code === "process-closed") return "closed";
  return fault?.code === "answered" || fault?.code === "withdrawn" ? fault.code : "over";
}

/** Say that what was asked is not asked any more; whoever typed something sees it once more. */
export function sayEnded(
  c: Context<PortalEnv>,
  { look }: Parts,
  { state, tracking }: AskedBefore,
  typed: readonly string[] = [],
): Response | Promise<Response> {
  const { council } = c.var;
  const page = { council, look, state, typed, reference: tracking.reference };
  return c.html(<AnswerEndedPage {...page} />, state === "nothing" ? 404 : 410);
}

/** Say that the link is needed: to who has none, and to who opened theirs too long ago. */
export function sayNeedsLink(
  c: Context<PortalEnv>,
  { look }: Parts,
  typed: readonly string[] = [],
): Response | Promise<Response> {
  const { council } = c.var;
  const page = { council, look, typed, reference: referenceOf(c) };
  return c.html(<AnswerLinkPage {...page} />, 403);
}

/** The words of a form that was sent, whatever they answer; files are not held. */
async function typedIn(c: Context<PortalEnv>): Promise<string[]> {
  if (c.req.method !== "POST") return [];
  const isMultipart = /^multipart\//i.test(c.req.header("content-type") ?? "");
  const fields: Fields | undefined = isMultipart
    ? await readMultipart(c.req.raw, async () => undefined, honestBytes)
    : await readForm(c.req.raw);
  const ours = new Set([revisionField, readInField, "answers"]);
  return [...(fields ?? [])]
    .filter(([name]) => !ours.has(name) && !name.endsWith("-way"))
    .flatMap(([, values]) => values.filter((value) => value.trim() !== ""));
}
