import type { Choice } from "./parts.tsx";

/** Which part of a list a person asked to see. */
export interface Wanted {
  readonly state: string;
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
  return { state: query.state ?? "open", page: Math.max(1, page) };
}

/** Tell whether a case in this status, closed or not, is among those asked for. */
export function isWanted({ state }: Wanted, status: string | undefined, closed: boolean): boolean {
  if (state === "all") return true;
  if (state === "open") return !closed;
  return state === "closed" ? closed : status === state;
}

/** Cut out the page asked for. */
export function cutPage<T>(all: readonly T[], { page }: Wanted) {
  const totalPages = Math.ceil(all.length / pageSize);
  const cases = all.slice((page - 1) * pageSize, page * pageSize);
  return { cases, totalPages, total: all.length };
}
