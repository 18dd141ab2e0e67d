import type { Answers, Draft } from "@guildhall/contract";
import { checkPage } from "@guildhall/forms";
import { type FieldFault, faultsOn, filesQuestions } from "@guildhall/question-view";
import { Refused } from "@guildhall/sdk";
import type { Context } from "hono";
import type { PortalEnv } from "../environment.ts";
import { answeringFor } from "../journey/evidence.ts";
import { changesOn, overlaid } from "../journey/page-answers.ts";
import type { Words } from "../words/words.ts";
import type { Reached } from "./reach-page.ts";

/** What becomes of a page's answers: kept, or shown again with what is wrong. */
export type Saved =
  | { readonly draft: Draft }
  | { readonly faults: readonly FieldFault[] }
  | { readonly trouble: string; readonly status: 413 | 503 };

/** Check a page's answers and keep them if they are right. */
export async function savePage(
  c: Context<PortalEnv>,
  reached: Reached,
  typed: Answers,
  today: string,
): Promise<Saved> {
  const faults = check(reached, typed, today);
  if ("faults" in faults) return faults;
  const answers = { ...faults.answers, ...filesOn(reached) };
  return keep(c, reached, { answers, today, isDone: true });
}

/** Keep a page's answers as they were typed, right or not. */
export async function keepTyped(
  c: Context<PortalEnv>,
  reached: Reached,
  typed: Answers,
  today: string,
): Promise<Saved> {
  return keep(c, reached, { answers: typed, today, isDone: false });
}

async function keep(
  c: Context<PortalEnv>,
  reached: Reached,
  { answers, today, isDone }: { answers: Answers; today: string; isDone: boolean },
): Promise<Saved> {
  const { journey, page } = reached;
  const changes = { ...changesOn(page, answers), ...filesOn(reached) };
  try {
    // A page that was left halfway is not done.
    const done = isDone ? page.id : undefined;
    return { draft: await c.var.council.api.saveDraft(journey.handle, changes, done) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const trouble = troubleWith(error, c.var.council.words.questions);
    if (trouble) return trouble;
    const checked = check(reached, answers, today);
    if (error.status === 422 && "faults" in checked) return checked;
    throw error;
  }
}

function troubleWith(
  { passes, status }: Refused,
  { notKept, tooLong }: Words["questions"],
): Saved | undefined {
  if (passes) return { trouble: notKept, status: 503 };
  return status === 413 ? { trouble: tooLong, status: 413 } : undefined;
}

/** What is wrong with a page's answers as they were typed. */
export function faultsOf(reached: Reached, typed: Answers, today: string): readonly FieldFault[] {
  const checked = check(reached, typed, today);
  return "faults" in checked ? checked.faults : [];
}

function check(
  reached: Reached,
  typed: Answers,
  today: string,
): { answers: Answers } | { faults: readonly FieldFault[] } {
  const { journey, page } = reached;
  const merged = overlaid(journey.draft.answers, page, typed);
  const checked = checkPage(journey.form, page, { ...merged, ...filesOn(reached) }, today);
  return "answers" in checked
    ? checked
    : { faults: faultsOn(page, checked.faults, journey.language) };
}

/** The files that are there are answers of the page too. */
function filesOn({ journey: { draft, form }, page }: Reached): Answers {
  return Object.fromEntries(
    filesQuestions(page).map(({ id }) => {
      const files = answeringFor(draft, form.form, id);
      return [id, files.length > 0 ? files.map((file) => file.id) : null];
    }),
  );
}
