import type { Form } from "@guildhall/contract";
import { FormFault } from "./form-fault.ts";
import { repeats } from "./repeats.ts";

/**
 * Find what is wrong with a form's sections.
 *
 * Their pages stand together and in their order, so that a condition, which reads only what is asked before it, never
 * reads an answer of a later section.
 */
export function sectionFaults({ sections, pages }: Form): FormFault[] {
  const ids = sections.map(({ id }) => id);
  const used = new Set(pages.map(({ section }) => section));
  return [
    ...repeats(ids, (id) => id).map((section) => new FormFault("section-duplicate", { section })),
    ...ids
      .filter((id) => !used.has(id))
      .map((section) => new FormFault("section-empty", { section })),
    ...pages.flatMap((page) => pageFaults(page, ids)),
    ...orderFaults(pages, ids),
  ];
}

function pageFaults({ id, section }: Form["pages"][number], ids: readonly string[]): FormFault[] {
  if (section === undefined) {
    return ids.length > 0 ? [new FormFault("section-missing", { page: id })] : [];
  }
  return ids.includes(section) ? [] : [new FormFault("section-unknown", { page: id }, section)];
}

/** A page whose section comes before the one that the pages before it have reached. */
function orderFaults(pages: Form["pages"], ids: readonly string[]): FormFault[] {
  let reached = 0;
  return pages.flatMap(({ id, section = "" }) => {
    const at = ids.indexOf(section);
    if (at < 0) return [];
    if (at < reached) return [new FormFault("section-scattered", { page: id }, section)];
    reached = at;
    return [];
  });
}
