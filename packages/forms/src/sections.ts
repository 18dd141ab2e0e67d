import type { Answers, Page, Section } from "@guildhall/contract";
import { checkOne } from "./check.ts";
import type { CompiledForm, CompiledPage, CompiledQuestion } from "./compiled.ts";
import { readLogic } from "./condition.ts";
import { own, type Sheet } from "./sheet.ts";
import { given, walk } from "./walk.ts";

export type SectionState = "not-started" | "in-progress" | "completed" | "cannot-start-yet";

/** How far a section of a long form has got, and the page to go to. */
export interface SectionProgress {
  readonly section: Section;
  readonly state: SectionState;
  /** The first page with something to do, else the section's first; none where it cannot be started. */
  readonly page: Page | undefined;
}

/**
 * Tell for each section of a form how far its answers have got.
 *
 * A section cannot be started while a condition in it reads an answer that an earlier section still owes, nor after an
 * exit page. One none of whose pages apply to these answers is left out. What may be left blank counts as done once
 * anything else in its section is answered, or its page is among those that were `seen`.
 */
export function sectionsOf(
  form: CompiledForm,
  answers: Answers,
  today: string,
  seen: ReadonlySet<string> = new Set(),
): SectionProgress[] {
  const walked = lookThrough(form, answers, today);
  const done = new Set<string>();
  const progress: SectionProgress[] = [];
  for (const section of form.form.sections) {
    const found = { section, ...progressOf(section, { form, walked, seen, done }) };
    if (found.state === "completed") done.add(section.id);
    if (found.page || found.state === "cannot-start-yet") progress.push(found);
  }
  return progress;
}

/** What one walk shows of a page that applies. */
interface Looked {
  readonly page: Page;
  isAnswered: boolean;
  isWrong: boolean;
}

interface Walk {
  readonly pages: readonly Looked[];
  readonly kept: Answers;
  readonly isEnded: boolean;
}

interface Around {
  readonly form: CompiledForm;
  readonly walked: Walk;
  readonly seen: ReadonlySet<string>;
  /** The sections before that are completed. */
  readonly done: ReadonlySet<string>;
}

function progressOf(section: Section, around: Around): Omit<SectionProgress, "section"> {
  const { walked, seen } = around;
  const pages = walked.pages.filter(({ page }) => page.section === section.id);
  const ended = walked.isEnded && pages.length === 0;
  if (ended || owes(section, around)) return { state: "cannot-start-yet", page: undefined };
  const first = pages[0]?.page;
  const isStarted = pages.some(({ page, isAnswered }) => isAnswered || seen.has(page.id));
  if (!isStarted) return { state: "not-started", page: first };
  const left = pages.find(({ page, isWrong }) => isWrong || page.kind === "exit")?.page;
  return left ? { state: "in-progress", page: left } : { state: "completed", page: first };
}

function lookThrough(form: CompiledForm, answers: Answers, today: string): Walk {
  const looked = new Map<CompiledPage, Looked>();
  const take = given(answers);
  const kept: Answers = {};
  const { pages, exit } = walk(
    form,
    (question, on, so) => {
      const page = looked.get(on) ?? lookAt(on);
      looked.set(on, page);
      const sheet: Sheet = { today, answers: so, faults: [] };
      checkOne(question, answers, sheet);
      page.isWrong ||= sheet.faults.length > 0;
      const value = take(question, on, so);
      page.isAnswered ||= value !== undefined && !question.calculate;
      return value;
    },
    kept,
  );
  return { pages: pages.map((page) => looked.get(page) ?? lookAt(page)), kept, isEnded: !!exit };
}

function lookAt({ page }: CompiledPage): Looked {
  return { page, isAnswered: false, isWrong: false };
}

/** Whether a condition in this section reads what an earlier one has not answered, and may yet. */
function owes(section: Section, { form, walked, done }: Around): boolean {
  return readBy(section, form).some((id) => {
    const asked = form.pages.find(({ questions }) => questions.some((one) => one.id === id));
    const from = asked?.page.section;
    if (from === undefined || from === section.id || done.has(from)) return false;
    return own(walked.kept, id) === undefined;
  });
}

/** The questions that a section's conditions read, through calculated values too. */
function readBy({ id }: Section, form: CompiledForm): readonly string[] {
  const pages = form.pages.filter(({ page }) => page.section === id);
  const uses = pages.flatMap(({ page, questions }) => [
    page.when,
    ...questions.flatMap(conditionsOf),
  ]);
  const rules = form.form.conditions.filter((rule) => uses.includes(rule.id));
  return rules.flatMap(({ when }) => sourcesOf(when, form));
}

function conditionsOf({ question, items }: CompiledQuestion): (string | undefined)[] {
  return [question.when, question.requiredWhen, ...items.flatMap(conditionsOf)];
}

function sourcesOf(logic: unknown, form: CompiledForm): readonly string[] {
  return readLogic(logic).variables.flatMap((path) => {
    const [id = ""] = path.split(".");
    const question = form.questions.get(id)?.question;
    return question?.type === "calculated" ? sourcesOf(question.value, form) : [id];
  });
}
