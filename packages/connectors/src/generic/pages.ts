import type { Paging } from "@guildhall/contract";
import { ConnectorFault } from "../connector-fault.ts";
import type { Answer } from "../http/exchange.ts";
import type { Draft } from "./draft.ts";
import { firstText, type Reading } from "./reading.ts";

/** A page of a list. */
export interface Page {
  readonly query: readonly (readonly [string, string])[];
  /** What it is known by, so that one that leads back to itself is seen. */
  readonly mark: string;
}

/**
 * Walk through the pages of a list for as long as `read` gives another.
 *
 * @throws ConnectorFault where there are more than `most`, or they go round in a circle
 */
export async function walkPages(
  paging: Paging | undefined,
  most: number,
  read: (next: Page, page: number) => Promise<Page | undefined>,
): Promise<void> {
  let next: Page | undefined = firstPage(paging);
  const seen = new Set<string>();
  for (let page = 1; next; page += 1) {
    if (page > most) throw new ConnectorFault("list-too-long");
    if (seen.has(next.mark)) throw new ConnectorFault("list-endless");
    seen.add(next.mark);
    next = await read(next, page);
  }
}

/** Put what leads to a page into a request. */
export function withQuery(draft: Draft, query: Page["query"]): Draft {
  const own = new Map([...draft.query, ...query]);
  return { ...draft, query: [...own] };
}

function firstPage(paging: Paging | undefined): Page {
  return paging?.by === "page" ? numbered(paging, 1) : { query: [], mark: "" };
}

function numbered(paging: Extract<Paging, { by: "page" }>, page: number): Page {
  const number = String(paging.first + page - 1);
  return { query: [[paging.parameter, number]], mark: number };
}

/** What comes after a page; undefined where nothing does. */
export function nextPage(
  paging: Paging | undefined,
  { reading, answer, page }: { reading: Reading; answer: Answer; page: number },
): Page | undefined {
  if (paging === undefined) return undefined;
  if (paging.by === "page") return numbered(paging, page + 1);
  if (paging.by === "link") return linked(answer);
  const cursor = firstText(reading, paging.next);
  return cursor === undefined ? undefined : { query: [[paging.parameter, cursor]], mark: cursor };
}

/** Only the query of a link is followed: the next page of a list is where the list is. */
function linked({ headers }: Answer): Page | undefined {
  const found = /<([^<>]{1,2000})>\s*;[^,<]*\brel="?next"?/i.exec(headers.link ?? "")?.[1];
  if (found === undefined) return undefined;
  if (!URL.canParse(found, "https://list.invalid/")) throw new ConnectorFault("bad-answer");
  const { searchParams } = new URL(found, "https://list.invalid/");
  return { query: [...searchParams], mark: searchParams.toString() };
}
