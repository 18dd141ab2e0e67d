import type { DraftDefinition, Edit, PartPath } from "@guildhall/contract";
import { type HeldQuestion, pageAt, pathOfPage, questionAt } from "./held.ts";
import { nameOfPart, nameOfQuestion } from "./names.ts";
import { dissolvedSection, movedSection, pathOfSection, putIn, sectionAt } from "./sections.ts";

type Section = DraftDefinition["form"]["sections"][number];

interface Acted {
  readonly edits: readonly Edit[];
  /** Where the part is then; nowhere, where it is gone. */
  readonly at: PartPath;
}

/** The edit that moves a part one place up or down, or copies it; nothing where it cannot be. */
export function acted(definition: DraftDefinition, does: string, at: string): Acted | undefined {
  const held = questionAt(definition, at);
  if (held) return questionActed(definition, does, held);
  const section = sectionAt(definition, at);
  if (section) return sectionActed(definition, does, section);
  return pageActed(definition, does, at);
}

function questionActed(
  definition: DraftDefinition,
  does: string,
  held: HeldQuestion,
): Acted | undefined {
  const { at, list, beside, place, question } = held;
  if (does === "copy") {
    const name = nameOfQuestion(definition, question.label);
    return { edits: [{ act: "copy", at, name }], at: `${list}/${name}` };
  }
  const after = neighbour(does, beside, place);
  return after === undefined ? toNextPage(definition, does, held) : movedTo(at, after);
}

/** From the end of a page a question goes on to the page beside it. */
function toNextPage(
  { form: { pages } }: DraftDefinition,
  does: string,
  { at, page, group, question }: HeldQuestion,
): Acted | undefined {
  const next = pages[pages.indexOf(page) + (does === "up" ? -1 : 1)];
  if (group || !next || (does !== "up" && does !== "down")) return undefined;
  const to = `${pathOfPage(next)}/questions`;
  const edit = { act: "move", at, to, ...(does === "down" ? { after: null } : {}) } as const;
  return { edits: [edit], at: `${to}/${question.id}` };
}

function pageActed(definition: DraftDefinition, does: string, at: string): Acted | undefined {
  const { pages } = definition.form;
  const page = pageAt(definition, at);
  if (!page) return undefined;
  if (does === "copy") {
    const name = nameOfPart("pages", pages, page.id);
    return { edits: [{ act: "copy", at, name }], at: `/form/pages/${name}` };
  }
  const place = pages.indexOf(page);
  const after = neighbour(does, pages, place);
  const next = pages[place + (does === "up" ? -1 : 1)];
  // At the end of its section a page goes into the one beside it, and stays where it stands.
  if (after !== undefined && next && next.section !== page.section) {
    return { edits: [putIn(page, next.section)], at };
  }
  return after === undefined ? undefined : movedTo(at, after);
}

function sectionActed(
  definition: DraftDefinition,
  does: string,
  section: Section,
): Acted | undefined {
  const isDissolved = does === "dissolve";
  const edits = isDissolved
    ? dissolvedSection(definition, section)
    : movedSection(definition, does, section);
  return edits.length === 0 ? undefined : { edits, at: isDissolved ? "" : pathOfSection(section) };
}

function movedTo(at: PartPath, after: string | null): Acted {
  return { edits: [{ act: "move", at, after }], at };
}

/** The item that another comes to stand behind when it goes one up or down; null for none, undefined where it cannot. */
function neighbour(
  does: string,
  items: readonly { readonly id: string }[],
  place: number,
): string | null | undefined {
  if (does === "up") return place === 0 ? undefined : (items[place - 2]?.id ?? null);
  return does === "down" ? items[place + 1]?.id : undefined;
}
