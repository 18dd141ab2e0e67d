import type { NewRecipe, RecipeSketch } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";

/** A part of a service that something can be said of. */
export interface Markable {
  readonly at: string;
  readonly title: string;
  readonly may: "locked" | "change" | "must-change";
  readonly why: string;
  /** Names its fields in the form. */
  readonly field: string;
}

export interface MarkedGroup {
  readonly title: string;
  readonly parts: readonly Markable[];
}

/** The parts of a service, group by group, each with what is said of it: what is suggested, or what was typed. */
export function markables(sketch: RecipeSketch, fields?: Fields): MarkedGroup[] {
  const typed = fields && new Map(marksIn(fields).map((part) => [part.at, part]));
  const suggested = new Map(sketch.parts.map((part) => [part.at, part]));
  const groups = groupsOf(sketch);
  const known = new Set(groups.flatMap(([, parts]) => parts.map(([at]) => at)));
  const others = sketch.parts.filter(({ at }) => !known.has(at));
  const all: typeof groups = [
    ...groups,
    ["Other parts", others.map(({ at, title }) => [at, title])],
  ];
  let count = 0;
  return all.flatMap(([title, named]) => {
    const parts = named.map(([at, words]): Markable => {
      const said = (typed ?? suggested).get(at);
      count += 1;
      return {
        at,
        title: words,
        may: said?.may ?? "change",
        why: said?.why ?? "",
        field: `${count}`,
      };
    });
    return parts.length === 0 ? [] : [{ title, parts }];
  });
}

/** What was said of parts in a form; of what may be changed without a word nothing is kept. */
export function marksIn(fields: Fields): NewRecipe["parts"] {
  return [...fields.keys()].flatMap((name): NewRecipe["parts"] => {
    const place = /^at-(\d{1,4})$/.exec(name)?.[1];
    const at = fieldOf(fields, name);
    const may = fieldOf(fields, `may-${place}`);
    const why = (fieldOf(fields, `why-${place}`) ?? "").trim();
    if (at === undefined || (may !== "locked" && may !== "must-change")) return [];
    return [{ at, may, ...(why === "" ? {} : { why }) }];
  });
}

type Named = readonly (readonly [at: string, title: string])[];

/** The parts by the pages on which an officer knows them. */
function groupsOf({ definition }: RecipeSketch): (readonly [title: string, parts: Named])[] {
  const { form, stages, steps = [], messages = {} } = definition;
  const texts: Named = [
    ["/summary", "What it is for, in a sentence"],
    ["/introduction", "What people read before they begin"],
    ["/urgent", "Words for an emergency"],
    ["/target", "The promise of a first answer"],
    ["/whatHappensNext", "What happens next"],
    ["/retention/days", "For how long answers are kept"],
    ["/retention/lawfulBasis", "The lawful basis"],
    ["/mappings", "Where answers go"],
  ];
  const fields = definition as Readonly<Record<string, unknown>>;
  const isThere = (at: string) => fields[at.split("/")[1] ?? ""] !== undefined;
  return [
    ["The service", texts.filter(([at]) => isThere(at))],
    ...form.pages.map((page): readonly [string, Named] => [
      `Page “${page.title}”`,
      [
        [`/form/pages/${page.id}`, "The page as a whole"],
        ...page.questions.map(
          ({ id, label }) => [`/form/pages/${page.id}/questions/${id}`, label] as const,
        ),
      ],
    ]),
    ["Stages", stages.map(({ id, title }) => [`/stages/${id}`, title])],
    ["What happens", steps.map((step) => [`/steps/${step.id}`, titleOfStep(step)])],
    [
      "Messages",
      Object.entries(messages).map(([kind, words]) => [
        `/messages/${kind}`,
        words?.subject ?? kind,
      ]),
    ],
  ];
}

/** A step that has no title is known by what it does. */
function titleOfStep(step: NonNullable<RecipeSketch["definition"]["steps"]>[number]): string {
  if ("title" in step) return step.title;
  return "subject" in step ? step.subject : (stepWords[step.kind] ?? step.id);
}

const stepWords: Readonly<Partial<Record<string, string>>> = {
  deliver: "Answers go to the back office",
  wait: "Time for the council",
};
