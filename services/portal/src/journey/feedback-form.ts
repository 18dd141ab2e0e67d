import { EmailAddress, type NewFeedback, servicePages, text } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Council } from "../environment.ts";
import type { Words } from "../words/words.ts";
import type { ReadyService } from "./forms.ts";

/** A page that somebody says something of. */
export interface FeedbackPlace {
  /** Its path below the council's root, as it was found to be one of ours. */
  readonly from: string;
  /** Where it is. */
  readonly href: string;
  readonly title: string;
  readonly page: string;
  readonly service?: { readonly id: string; readonly version: number; readonly title: string };
  /** What the page asks. */
  readonly questions: readonly { readonly id: string; readonly label: string }[];
}

/** What was typed. */
export interface FeedbackFields {
  readonly question: string;
  readonly text: string;
  readonly email: string;
}

export const noFeedbackFields: FeedbackFields = { question: "", text: "", email: "" };

/** A path of these pages, taken apart. */
export interface Whence {
  readonly from: string;
  readonly service?: string;
  readonly page: string;
}

const ofService =
  /^\/services\/([a-z0-9-]{1,80})(?:\/([a-z0-9-]{1,80}))?(?:\/[\w/-]*)?(\?change=yes)?$/;
const ofCouncil = /^\/([a-z]{1,40})(?:\/[\w/-]{0,120})?$/;

/** Take apart the path that somebody says they come from; what is none of these pages' is the first page. */
export function readWhence(from: string | undefined): Whence {
  const [, service, page = "start", change = ""] = ofService.exec(from ?? "") ?? [];
  if (service !== undefined) {
    const own = page === "start" ? "" : `/${page}`;
    return { from: `/services/${service}${own}${own && change}`, service, page };
  }
  const [path = "", first] = ofCouncil.exec(from ?? "") ?? [];
  return first === undefined || first === "feedback"
    ? { from: "/", page: "home" }
    : { from: path, page: first };
}

/** Find the page in the service that it is of, as this browser reads it; else among the council's own. */
export function placeOf(
  { at, words }: Council,
  { from, page }: Whence,
  ready: ReadyService | undefined,
): FeedbackPlace {
  const href = from === "/" ? at.home : `${at.root}${from}`;
  if (!ready) return { from, href, page, title: councilTitle(page, words), questions: [] };
  const { id, version, title, form } = ready.service;
  const service = { id, version, title };
  const found = form.pages.find((one) => one.id === page);
  if (found) {
    const questions = found.questions.map((one) => ({ id: one.id, label: one.label }));
    return { from, href, service, page, title: found.title, questions };
  }
  const name = servicePages.find((one) => one === page) ?? "start";
  return {
    from,
    href,
    service,
    page: name,
    title: serviceTitle(name, words) ?? title,
    questions: [],
  };
}

function councilTitle(page: string, { frame, tracking, statements }: Words): string {
  const titles: Readonly<Record<string, string>> = {
    track: tracking.title,
    privacy: statements.privacy.title,
    cookies: statements.cookies.title,
    accessibility: frame.accessibility,
    developers: frame.developers,
  };
  return titles[page] ?? frame.services;
}

function serviceTitle(page: string, { sending }: Words): string | undefined {
  if (page === "check-your-answers") return sending.check;
  return page === "confirmation" ? sending.received : undefined;
}

export function feedbackFieldsIn(fields: Fields): FeedbackFields {
  const one = (name: string) => (fieldOf(fields, name) ?? "").replaceAll("\r\n", "\n").trim();
  return { question: one("question"), text: one("text"), email: one("email") };
}

type FieldFaults = Partial<Record<keyof FeedbackFields, string>>;

/** Read what was typed into what is sent, or what is wrong with it. */
export function readFeedback(
  place: FeedbackPlace,
  fields: FeedbackFields,
  words: Words["feedback"]["faults"],
): { readonly feedback: NewFeedback } | { readonly faults: FieldFaults } {
  const faults = faultsIn(fields, words);
  if (Object.keys(faults).length > 0) return { faults };
  const { service, page } = place;
  const question = questionIn(place, fields);
  return {
    feedback: {
      ...(service && { service: service.id, version: service.version }),
      page,
      ...(question !== undefined && { question }),
      text: fields.text,
      ...(fields.email !== "" && { email: fields.email }),
    },
  };
}

/** What a page asks alone is what is meant. */
function questionIn({ questions }: FeedbackPlace, { question }: FeedbackFields) {
  const [only, ...more] = questions;
  const chosen = more.length === 0 ? only : questions.find(({ id }) => id === question);
  return chosen?.id;
}

const said = text(1200, 1);

function faultsIn(
  { text: typed, email }: FeedbackFields,
  words: Words["feedback"]["faults"],
): FieldFaults {
  const isRight = email === "" || EmailAddress.safeParse(email).success;
  return {
    ...(!said.safeParse(typed).success && { text: faultIn(typed, words) }),
    ...(!isRight && { email: words.email }),
  };
}

function faultIn(typed: string, words: Words["feedback"]["faults"]): string {
  if (typed === "") return words.empty;
  return typed.length > 1200 ? words.long : words.characters;
}
