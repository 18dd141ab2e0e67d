import type { ServiceAddresses } from "../ground/service-addresses.ts";
import type { QuestionType } from "./question-types.ts";

/** Where the pages of a service’s questions are. A part goes by its path, as everywhere. */
export function questionAddresses({ questions }: Pick<ServiceAddresses, "questions">) {
  const to = (page: string, told: Record<string, string> = {}) =>
    `${questions}/${page}?${new URLSearchParams(told)}`;
  return {
    list: questions,
    /** Takes what is done to one part at a press. */
    act: `${questions}/act`,
    /** The list, which says where a part is now and begins there. */
    placed: (at: string, did: Did) =>
      `${questions}?${new URLSearchParams({ at, did })}#${anchorOf(at)}`,
    /** The list with one page of a long form open. */
    open: (at: string) => `${questions}?${new URLSearchParams({ at })}#${anchorOf(at)}`,
    newPage: `${questions}/new-page`,
    page: (at: string) => to("page", { at }),
    /** The first section of all, which takes every page. */
    firstSection: `${questions}/section`,
    beginSection: (from: string) => to("section", { from }),
    section: (at: string) => to("section", { at }),
    chooseType: (list: string) => to("add", { to: list }),
    add: (type: QuestionType, list: string) => to(`add/${type}`, { to: list }),
    edit: (at: string) => to("edit", { at }),
    move: (at: string) => to("move", { at }),
    remove: (at: string) => to("remove", { at }),
    patterns: `${questions}/patterns`,
  };
}

/** What was done to a part that the list then shows. */
export type Did = "moved" | "added" | "copied" | "saved";

/** The id of a part’s place on the list. */
export function anchorOf(at: string): string {
  return at
    .replace("/form/pages/", "part-")
    .replace("/form/sections/", "section-")
    .replaceAll("/questions/", "--");
}
