import type { Language, Page } from "@guildhall/contract";
import { type Fields, type ReadBackRow, readBack, writeFields } from "@guildhall/forms";
import {
  autocompleteFor,
  type FieldFault,
  type FilesShown,
  filesQuestions,
  type LookUp,
  type PlaceView,
} from "@guildhall/question-view";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { PortalEnv } from "../environment.ts";
import { calculatedOn } from "../journey/calculated.ts";
import { filesFor } from "../journey/evidence.ts";
import { overlaid, readTyped } from "../journey/page-answers.ts";
import { after, answersOn, before } from "../journey/progress.ts";
import { revisionOf } from "../journey/revision.ts";
import { QuestionPage } from "../pages/question-page.tsx";
import { WordsPage } from "../pages/words-page.tsx";
import type { Parts } from "./parts.ts";
import type { Reached } from "./reach-page.ts";

/** How a page comes back: with what was typed and what is wrong with it. */
export interface Shown {
  readonly fields?: Fields;
  readonly faults?: readonly FieldFault[];
  readonly trouble?: string;
  /** What was looked up for its addresses. */
  readonly views?: ReadonlyMap<string, PlaceView>;
  readonly adding?: string | undefined;
  readonly status?: ContentfulStatusCode;
  /** Whether the page was changed in another window since it was opened. */
  readonly clashes?: boolean;
}

/** Show a page of a journey. */
export function showPage(
  c: Context<PortalEnv>,
  { look }: Pick<Parts, "look">,
  reached: Reached,
  shown: Shown = {},
): Response | Promise<Response> {
  const { council } = c.var;
  const { journey, page } = reached;
  const { service, form } = journey;
  const common = { council, look, service, page };
  if (page.kind !== "questions") {
    const ways = { back: backFrom(c, reached), next: nextAfterWords(c, reached) };
    return c.html(<WordsPage {...common} {...ways} />);
  }
  const { status = 200, trouble } = shown;
  const props = { changing: reached.changing, trouble };
  const revision = revisionOf(page, journey.draft.answers);
  const theirs = shown.clashes ? saidOn(reached, council.language) : undefined;
  const window = { revision, theirs };
  const lookUp = lookUpFor(c, shown, look);
  const own = fillingOf(reached, shown, council.language);
  // What the browser knows of its owner is not what the caller says.
  const autocomplete = council.assisting ? new Map<string, string>() : own.autocomplete;
  const filling = { ...own, autocomplete, lookUp, files: filesOn(c, reached) };
  return c.html(
    <QuestionPage {...common} {...props} {...window} form={form} filling={filling} />,
    status,
  );
}

/** Where the page before is; for an answer that is being changed, where all are checked. */
export function backFrom(c: Context<PortalEnv>, reached: Reached): string {
  const { at } = c.var.council;
  const { journey, page, progress, changing } = reached;
  const { id } = journey.service;
  if (changesOne(reached)) return at.check(id);
  const previous = before(progress, page);
  if (!previous) return progress.sections.length > 0 ? at.tasks(id) : at.service(id);
  return `${at.page(id, previous.id)}${changing ? "?change=yes" : ""}`;
}

/** Whether all is answered and one answer is being changed: without it the page that checks all cannot be shown. */
export function changesOne({ changing, progress }: Reached): boolean {
  return changing && !progress.unfinished;
}

function nextAfterWords(c: Context<PortalEnv>, reached: Reached): string | undefined {
  const { at } = c.var.council;
  const { journey, page, progress, changing } = reached;
  if (page.kind === "exit") return undefined;
  const { id } = journey.service;
  const next = changing ? undefined : after(progress, page);
  if (next) return at.page(id, next.id);
  return progress.sections.length > 0 && !changing ? at.tasks(id) : at.check(id);
}

function fillingOf({ journey, page, progress }: Reached, shown: Shown, language: Language) {
  const { draft, form, service } = journey;
  const saved = answersOn(progress.pages, draft.answers);
  const typed = shown.fields && readTyped(form, page, shown.fields);
  const answers = typed ? overlaid(saved, page, typed) : saved;
  return {
    fields: shown.fields ?? writeFields(page, saved),
    faults: shown.faults ?? [],
    answers,
    calculated: calculatedOn(form, page, answers, language),
    autocomplete: autocompleteFor(service),
    adding: shown.adding,
  };
}

/** Where addresses are looked up, each page can do so. */
function lookUpFor(
  c: Context<PortalEnv>,
  { views = new Map() }: Shown,
  { assets }: Parts["look"],
): LookUp | undefined {
  const { tenant, at } = c.var.council;
  const made = { script: assets.map, stylesheet: assets.mapStylesheet };
  return tenant.places && { views, map: { ...tenant.places, ...made }, home: at.root };
}

/** What a page says by now. */
function saidOn({ journey, page }: Reached, language: Language): readonly ReadBackRow[] {
  const read = readBack(journey.form, journey.draft.answers, { toThemself: true, language });
  const rows = read.find((one) => one.page.id === page.id)?.rows ?? [];
  return rows.filter(({ question: { type } }) => type !== "files" && type !== "calculated");
}

/** The files that are there, for a page that asks for some. */
function filesOn(
  c: Context<PortalEnv>,
  { journey: { draft, form, service }, page, changing }: Reached,
): FilesShown | undefined {
  if (filesQuestions(page).length === 0) return undefined;
  const asking: Pick<Page, "questions">[] = form.form.pages;
  const questions = asking.flatMap(filesQuestions);
  return {
    there: new Map(questions.map(({ id }) => [id, filesFor(draft, form.form, id)])),
    at: `${c.var.council.at.page(service.id, page.id)}/files`,
    query: changing ? "&change=yes" : "",
    isAlone: page.questions.length === 1,
  };
}
