import { EmailAddress, type NewFeedback, servicePages, text } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Council } from "../environment.ts";
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
  { at }: Council,
  { from, page }: Whence,
  ready: ReadyService | undefined,
): FeedbackPlace {
  const href = from === "/" ? at.home : `${at.root}${from}`;
  if (!ready) return { from, href, page, title: councilTitles[page] ?? "Services", questions: [] };
  const { id, version, title, form } = ready.service;
  const service = { id, version, title };
  const found = form.pages.find((one) => one.id === page);
  if (found) {
    const questions = found.questions.map((one) => ({ id: one.id, label: one.label }));
    return { from, href, service, page, title: found.title, questions };
  }
  const name = servicePages.find((one) => one === page) ?? "start";
  return { from, href, service, page: name, title: serviceTitles[name] ?? title, questions: [] };
}

const councilTitles: Readonly<Record<string, string>> = {
  track: "Track a request",
  privacy: "Privacy",
  cookies: "Cookies",
  accessibility: "Accessibility",
  developers: "Developers",
};

const serviceTitles: Readonly<Partial<Record<(typeof servicePages)[number], string>>> = {
  "check-your-answers": "Check your answers before you send them",
  confirmation: "We have your request",
};

export function feedbackFieldsIn(fields: Fields): FeedbackFields {
  const one = (name: string) => (fieldOf(fields, name) ?? "").replaceAll("\r\n", "\n").trim();
  return { question: one("question"), text: one("text"), email: one("email") };
}

type FieldFaults = Partial<Record<keyof FeedbackFields, string>>;

/** Read what was typed into what is sent, or what is wrong with it. */
export function readFeedback(
  place: FeedbackPlace,
  fields: FeedbackFields,
): { readonly feedback: NewFeedback } | { readonly faults: FieldFaults } {
  const faults = faultsIn(fields);
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

function faultsIn({ text: typed, email }: FeedbackFields): FieldFaults {
  const isRight = email === "" || EmailAddress.safeParse(email).success;
  return {
    ...(!said.safeParse(typed).success && { text: faultIn(typed) }),
    ...(!isRight && { email: emailSentence }),
  };
}

const emailSentence = "Enter an email address in the correct format, like name@example.com";

function faultIn(typed: string): string {
  if (typed === "") return "Enter what is wrong with the page";
  return typed.length > 1200
    ? "What is wrong must be 1,200 characters or fewer"
    : "Take out the characters that cannot be shown";
}
