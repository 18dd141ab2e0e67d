import type { PageQuery, ServiceSearch } from "@guildhall/contract";

export interface Listed<T> {
  readonly data: T[];
  readonly nextCursor?: string;
}

interface Named {
  readonly service: string;
  readonly title: string;
}

/**
 * Give a part of a list in the order of services, of those whose title or id has every word that is searched for.
 *
 * Case and accents make no difference.
 */
export function partFound<T extends Named>(
  all: readonly T[],
  { limit, cursor = "", search = "" }: PageQuery & ServiceSearch,
): Listed<T> {
  const words = folded(search).split(/\s+/);
  const found = all.filter(({ service, title }) => {
    if (service <= cursor) return false;
    const text = `${folded(title)} ${service}`;
    return words.every((word) => text.includes(word));
  });
  const data = found.slice(0, limit);
  const last = data.at(-1);
  return found.length > limit && last ? { data, nextCursor: last.service } : { data };
}

/** A text as it is searched in: without case and accents. */
export function folded(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
