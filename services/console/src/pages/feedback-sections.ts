import type { Feedback, FeedbackCount, Service } from "@guildhall/contract";

/** What was said of a page, under each question that it is about. */
export interface FeedbackSection {
  readonly title: string;
  readonly waiting: number;
  readonly dealtWith: number;
  readonly places: readonly { readonly title: string; readonly said: readonly Feedback[] }[];
}

/** A page as far as its place among the others goes. */
interface Shelf {
  readonly page: string;
  readonly title: string;
  readonly questions: readonly { readonly id: string; readonly label: string }[];
}

const before: readonly Shelf[] = [{ page: "start", title: "Start page", questions: [] }];
const after: readonly Shelf[] = [
  { page: "check-your-answers", title: "Check your answers", questions: [] },
  { page: "confirmation", title: "Confirmation", questions: [] },
];

/** Lay what was said beside the pages and questions that it is about, in the order of the form as it is now. */
export function sectionsOf(
  said: readonly Feedback[],
  counts: readonly FeedbackCount[],
  service: Service | undefined,
): FeedbackSection[] {
  const known = service ? [...before, ...service.form.pages.map(shelfOf), ...after] : [];
  const names = new Set(known.map(({ page }) => page));
  const gone = [...new Set(said.map(({ page }) => page))]
    .filter((page) => !names.has(page))
    .map((page) => ({ page, title: titleOf(page, service), questions: [] }));
  return [...known, ...gone].flatMap((shelf) => {
    const mine = said.filter(({ page }) => page === shelf.page);
    if (mine.length === 0) return [];
    const here = counts.filter(({ page }) => page === shelf.page);
    const waiting = here.reduce((sum, count) => sum + count.new, 0);
    const dealtWith = here.reduce((sum, count) => sum + count.dealtWith, 0);
    return [{ title: shelf.title, waiting, dealtWith, places: placesOf(mine, shelf) }];
  });
}

function shelfOf({ id, title, questions }: Service["form"]["pages"][number]): Shelf {
  return { page: id, title, questions: questions.map((one) => ({ id: one.id, label: one.label })) };
}

function placesOf(said: readonly Feedback[], { questions }: Shelf) {
  const ids = new Set(questions.map(({ id }) => id));
  const gone = [...new Set(said.flatMap(({ question }) => question ?? []))]
    .filter((id) => !ids.has(id))
    .map((id) => ({ id, label: `“${id}”, which is asked no more` }));
  const whole = { id: undefined, label: "The whole page" };
  return [whole, ...questions, ...gone].flatMap(({ id, label }) => {
    const here = said.filter(({ question }) => question === id);
    return here.length === 0 ? [] : [{ title: label, said: here }];
  });
}

/** A page of the organisation's own has its path's name; one of a service is in the form no more. */
function titleOf(page: string, service: Service | undefined): string {
  const words = page.replaceAll("-", " ");
  const name = words.charAt(0).toUpperCase() + words.slice(1);
  return service ? `${name} (a page that the form has no more)` : name;
}
