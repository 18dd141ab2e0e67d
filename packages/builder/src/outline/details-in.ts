import type { DraftDefinition, Edit, OutlineReading, Question } from "@guildhall/contract";

const ofPerson = ["name", "email", "phone"] as const;
const places: ReadonlySet<string> = new Set(["address", "location"]);

/** Say which of new questions give the person's own details and the place, as far as the draft does not yet. */
export function detailsIn(
  { contact = {}, location }: DraftDefinition,
  pages: OutlineReading["pages"],
): Edit[] {
  const questions = pages.flatMap(({ page }) => page.questions);
  const first = (fits: (question: Question) => boolean) => questions.find(fits)?.id;
  const details = [
    ...ofPerson.map((part) => {
      const id = contact[part] === undefined ? first(({ type }) => type === part) : undefined;
      return [`/contact/${part}`, id] as const;
    }),
    [
      "/location",
      location === undefined
        ? first(({ type, label }) => places.has(type) && !isOwn(label))
        : undefined,
    ] as const,
  ];
  return details.flatMap(([at, to]): Edit[] => (to === undefined ? [] : [{ act: "set", at, to }]));
}

/** Where the person lives is not where the trouble is. */
function isOwn(label: string): boolean {
  return /\b(your|home|postal)\b/i.test(label);
}
