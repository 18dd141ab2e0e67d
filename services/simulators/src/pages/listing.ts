import type { Choice } from "./parts.tsx";

/** A case as the list shows it. */
export interface ListedCase {
  readonly href: string;
  readonly title: string;
  readonly reference: string;
  readonly kind?: string | undefined;
  readonly status: string;
  readonly closed: boolean;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** Which part of a list a person asked to see. */
export interface Wanted {
  readonly state: string;
  /** The value of a kind, or nothing for all. */
  readonly kind: string;
  /** Words that a case must have. */
  readonly words: string;
  readonly page: number;
}

/** What every list can be filtered by, before the statuses themselves. */
export const commonStates: readonly Choice[] = [
  { value: "open", text: "All open" },
  { value: "closed", text: "All closed" },
  { value: "all", text: "Everything" },
];

const pageSize = 50;

export function readWanted(query: Record<string, string>): Wanted {
  const page = Number.parseInt(query.page ?? "", 10) || 1;
  const { state = "open", kind = "", q = "" } = query;
  return { state, kind, words: q.slice(0, 200).trim(), page: Math.max(1, page) };
}

/** Tell whether a case in this status, closed or not, is among those asked for. */
export function isWanted(
  { state }: Pick<Wanted, "state">,
  status: string | undefined,
  closed: boolean,
): boolean {
  if (state === "all") return true;
  if (state === "open") return !closed;
  return state === "closed" ? closed : status === state;
}

/** A case as it is listed, with what it can be found by. */
export interface FindableCase extends ListedCase {
  readonly statusId: string | undefined;
  readonly kindId: string | undefined;
  /** Names, addresses and other references. */
  readonly searched: readonly string[];
}

interface Choices {
  readonly states: readonly Choice[];
  readonly kinds: readonly Choice[];
}

/** Find the cases asked for, with how many there would be under each other choice. */
export function findCases(all: readonly FindableCase[], wanted: Wanted, choices: Choices) {
  const said = all.filter((listed) => hasWords(listed, wanted.words));
  const ofKind = said.filter(({ kindId }) => !wanted.kind || kindId === wanted.kind);
  const inState = said.filter((listed) => isIn(wanted.state, listed));
  const everyKind = { value: "", text: "All kinds" };
  return {
    ...cutPage(
      ofKind.filter((listed) => isIn(wanted.state, listed)),
      wanted,
    ),
    states: [...commonStates, ...choices.states].map((choice) =>
      counted(choice, ofKind, (listed) => isIn(choice.value, listed)),
    ),
    kinds: [everyKind, ...choices.kinds].map((choice) =>
      counted(choice, inState, ({ kindId }) => !choice.value || kindId === choice.value),
    ),
  };
}

/** Cut out the page asked for. */
export function cutPage<T>(all: readonly T[], { page }: Pick<Wanted, "page">) {
  const totalPages = Math.ceil(all.length / pageSize);
  const cases = all.slice((page - 1) * pageSize, page * pageSize);
  return { cases, totalPages, total: all.length };
}

function isIn(state: string, { statusId, closed }: FindableCase): boolean {
  return isWanted({ state }, statusId, closed);
}

function hasWords({ title, reference, searched }: FindableCase, words: string): boolean {
  if (!words) return true;
  const text = [title, reference, ...searched].join("\n").toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function counted(
  { value, text }: Choice,
  cases: readonly FindableCase[],
  test: (listed: FindableCase) => boolean,
): Choice {
  return { value, text: `${text} (${cases.filter(test).length})` };
}
