import type { Open311Settings } from "@guildhall/contract";
import { ask, toCall } from "../generic/caller.ts";
import type { Draft } from "../generic/draft.ts";
import { firstText, listLimit, type Reading, readAnswer } from "../generic/reading.ts";
import type { Answer } from "../http/exchange.ts";
import type { GuardedRequest } from "../http/guard.ts";
import { outcomeOfStatus } from "../http/outcome.ts";
import type { Setback } from "../not-accepted.ts";

export interface Open311Options {
  readonly address: string;
  readonly settings: Open311Settings;
  readonly apiKey: string | undefined;
  readonly deps: {
    readonly request: GuardedRequest;
    readonly now: () => Date;
    /** Waits between two questions about a token. */
    readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  };
}

type Fields = readonly (readonly [string, string])[];

/** One endpoint of GeoReport v2, spoken to in its words. */
export interface Endpoint {
  post(path: string, fields: Fields, given: Given, signal: AbortSignal): Promise<Answer>;
  get(path: string, query: Fields, signal: AbortSignal): Promise<Answer>;
}

type Given = Readonly<Record<string, string>>;

export function createEndpoint({ address, settings, apiKey, deps }: Open311Options): Endpoint {
  const { format, jurisdictionId } = settings;
  const common: Fields = [
    ...(jurisdictionId === undefined ? [] : [["jurisdiction_id", jurisdictionId] as const]),
    ...(apiKey === undefined ? [] : [["api_key", apiKey] as const]),
  ];
  const call = (draft: Omit<Draft, "path"> & { path: string }, signal: AbortSignal) => {
    const made = toCall({ ...draft, path: `${draft.path}.${format}` }, address);
    const secrets = apiKey === undefined ? [] : [apiKey];
    return ask(deps.request, { ...made, maxBytes: listLimit, secrets }, signal);
  };
  return {
    post(path, fields, headers, signal) {
      const body = new URLSearchParams(
        [...common, ...fields].map(([name, value]) => [name, value.toWellFormed()]),
      ).toString();
      const type = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
      const draft = {
        method: "POST",
        path,
        query: [],
        headers: { ...headers, ...type },
        body,
      } as const;
      return call(draft, signal);
    },
    get: (path, query, signal) =>
      call({ method: "GET", path, query: [...common, ...query], headers: {} }, signal),
  };
}

/** Read the entries of an answer: one or many, in XML or in JSON; undefined where it is no list of them. */
export function readEntries<T>(
  answer: Answer,
  name: string,
  read: (entry: Entry) => T,
): readonly T[] | undefined {
  return readAnswer(answer, {}, (reading) => {
    if (reading.kind === "none") return undefined;
    const path = reading.kind === "json" ? "$[*]" : name;
    const isEmpty = reading.kind === "json" || reading.texts(`/${name}s`).length > 0;
    const items = reading.items(path);
    if (items.length === 0 && !isEmpty) return undefined;
    return items.map((item) => read(toEntry(item)));
  });
}

/** One entry, by its fields' names. */
export interface Entry {
  text(name: string): string | undefined;
  entries(list: string, name: string): readonly Entry[];
}

function toEntry(reading: Reading): Entry {
  const isJson = reading.kind === "json";
  return {
    text: (name) => firstText(reading, isJson ? `$.${name}` : `./${name}`),
    entries: (list, name) =>
      reading.items(isJson ? `$.${list}[*]` : `./${list}/${name}`).map(toEntry),
  };
}

/**
 * Say what an answer that is no success means.
 *
 * An endpoint answers 500 with the same list of errors where the system behind it fails, and nobody knows at which
 * moment it did; a 400 is a report that will never do.
 */
export function setbackOf(answer: Answer, now: Date): Setback {
  if (answer.status === 400) return { outcome: "refused", code: "request-refused" };
  return outcomeOfStatus(answer, now);
}

export function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}
