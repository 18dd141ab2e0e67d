import type { PageQuery, ServiceSearch } from "@guildhall/contract";

export interface Listed<T> {
  readonly data: T[];
  readonly nextCursor?: string;
}

interface Named {
  readonly service: string;
  readonly title: string;
}

/** How a list is ordered. A cursor says what stood last, so that it holds where that has gone meanwhile. */
export interface Order {
  compare(one: Named, other: Named): number;
  cursorAfter(last: Named): string;
  lastOf(cursor: string): Named;
}

export const byService: Order = {
  compare: ({ service: one }, { service: other }) => Number(one > other) - Number(one < other),
  cursorAfter: ({ service }) => service,
  lastOf: (service) => ({ service, title: "" }),
};

const alphabet = new Intl.Collator("en-GB", { numeric: true });
/** A cursor has room for so much of a title, and for the service's id. */
const shortened = (title: string) => title.slice(0, 100).replace(/[\ud800-\udbff]$/, "");

/** As staff look names up; services of one title by their ids. */
export const byTitle: Order = {
  compare: (one, other) =>
    alphabet.compare(shortened(one.title), shortened(other.title)) || byService.compare(one, other),
  cursorAfter: ({ service, title }) => `${service}/${shortened(title)}`,
  lastOf: (cursor) => {
    const [service = "", ...title] = cursor.split("/");
    return { service, title: title.join("/") };
  },
};

/**
 * Give a part of a list in its order, of those whose title or id has every word that is searched for.
 *
 * Case and accents make no difference.
 */
export function partFound<T extends Named>(
  all: readonly T[],
  { limit, cursor, search = "" }: PageQuery & ServiceSearch,
  { compare, cursorAfter, lastOf }: Order,
): Listed<T> {
  const words = folded(search).split(/\s+/);
  const before = cursor === undefined ? undefined : lastOf(cursor);
  const found = all
    .filter((one) => {
      if (before && compare(one, before) <= 0) return false;
      const text = `${folded(one.title)} ${one.service}`;
      return words.every((word) => text.includes(word));
    })
    .sort(compare);
  const data = found.slice(0, limit);
  const last = data.at(-1);
  return found.length > limit && last ? { data, nextCursor: cursorAfter(last) } : { data };
}

/** A text as it is searched in: without case and accents. */
export function folded(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
