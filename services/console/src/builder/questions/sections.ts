import type { DraftDefinition, Edit, PartPath } from "@guildhall/contract";
import { type DraftFormPage, pathOfPage } from "./held.ts";
import { nameOfPart } from "./names.ts";

type Section = DraftDefinition["form"]["sections"][number];

export function pathOfSection({ id }: Pick<Section, "id">): PartPath {
  return `/form/sections/${id}`;
}

export function sectionAt({ form }: DraftDefinition, at: string): Section | undefined {
  return form.sections.find((section) => pathOfSection(section) === at);
}

export function pagesOf({ form }: DraftDefinition, { id }: Pick<Section, "id">): DraftFormPage[] {
  return form.pages.filter(({ section }) => section === id);
}

/**
 * Begin a section at a page: it takes that page and those behind it that stand in the same section. The first section
 * of a form takes them all, since every page belongs to one.
 */
export function begunSection(
  definition: DraftDefinition,
  words: Pick<Section, "title" | "hint">,
  from?: DraftFormPage,
): { readonly edits: readonly Edit[]; readonly at: PartPath } {
  const { sections, pages } = definition.form;
  const id = nameOfPart("sections", sections, words.title);
  const first = from ? pages.indexOf(from) : 0;
  const taken = pages.filter((page, at) => at >= first && page.section === from?.section);
  const after = from?.section === undefined ? {} : { after: from.section };
  const item = { id, ...words };
  return {
    edits: [{ act: "add", to: "/form/sections", item, ...after }, ...puttingIn(taken, id)],
    at: pathOfSection({ id }),
  };
}

/** Whether a section can begin at a page: the one before it keeps a page of its own. */
export function canBeginAt({ form: { sections, pages } }: DraftDefinition, page: DraftFormPage) {
  const before = pages[pages.indexOf(page) - 1];
  return sections.length > 0 && before !== undefined && before.section === page.section;
}

/** The edits that move a section with its pages one up or down among the others; none where it cannot go. */
export function movedSection(
  definition: DraftDefinition,
  does: string,
  section: Section,
): readonly Edit[] {
  const { sections, pages } = definition.form;
  const at = sections.indexOf(section) + (does === "down" ? 1 : 0);
  const [moving, over] = [sections[at], sections[at - 1]];
  if (!moving || !over || (does !== "up" && does !== "down")) return [];
  const [first] = pagesOf(definition, over);
  const block = pagesOf(definition, moving);
  const rest = pages.filter((page) => !block.includes(page));
  const before = first && rest[rest.indexOf(first) - 1];
  const order = { act: "move", at: pathOfSection(moving), after: sections[at - 2]?.id ?? null };
  if (!first) return [order as Edit];
  const moves = block.map((page, place) => ({
    act: "move" as const,
    at: pathOfPage(page),
    after: (place === 0 ? before?.id : block[place - 1]?.id) ?? null,
  }));
  return [order as Edit, ...moves];
}

/** The edits that take a section away and leave its pages: in the one before it, or behind it where it is the first. */
export function dissolvedSection(definition: DraftDefinition, section: Section): readonly Edit[] {
  const { sections } = definition.form;
  const at = sections.indexOf(section);
  const heir = sections[at - 1] ?? sections[at + 1];
  return [
    ...puttingIn(pagesOf(definition, section), heir?.id),
    { act: "remove", at: pathOfSection(section) },
  ];
}

function puttingIn(pages: readonly DraftFormPage[], id: string | undefined): Edit[] {
  return pages.map((page) => putIn(page, id));
}

/** The edit that says which section a page is in. */
export function putIn(page: DraftFormPage, id: string | undefined): Edit {
  const at = `${pathOfPage(page)}/section`;
  return id === undefined ? { act: "clear", at } : { act: "set", at, to: id };
}

/**
 * The page that another comes to stand behind when it goes into a section, so that the pages of one stand together: at
 * the near end of that section. A new page is put at its end. Null where it becomes the first.
 */
export function placeInSection(
  { form: { sections, pages } }: DraftDefinition,
  id: string,
  page?: DraftFormPage,
): string | null {
  const rank = (section: string | undefined) => sections.findIndex((one) => one.id === section);
  const isForward = page !== undefined && rank(page.section) < rank(id);
  const others = pages.filter((one) => one !== page);
  const before = others.findLast(({ section }) =>
    isForward ? rank(section) < rank(id) : rank(section) <= rank(id),
  );
  return before?.id ?? null;
}
