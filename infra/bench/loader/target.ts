import { benchService } from "../service-name.ts";
import { submissionOf } from "../submission.ts";

/** A system under load: where it takes forms and how it wants them, or, for `read` and `page`, what is read. */
export interface Target {
  readonly kind: "guildhall" | "peer" | "hello" | "read" | "page";
  readonly url: string;
  /** The API key, where one is asked for. */
  readonly key?: string;
  /** What the browsers keep that ask for a page, one after the other. */
  readonly cookies?: readonly string[];
  /** The paths that are asked for, one after the other, where there are several: each with the cookie at its place. */
  readonly paths?: readonly string[];
}

/** One request, and the reference that the sender gave it, where the sender gives it. */
export interface Posting {
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Where it is not the target's own. */
  readonly path?: string | undefined;
  readonly reference?: string;
}

const variety = 256;
const run = `${process.pid.toString(36)}-${Date.now().toString(36)}`;
let count = 0;

/** Make requests for a target, each the first of its kind: bodies are written beforehand, so that little is left to do. */
export function postingsFor({ kind, key = "", cookies = [], paths }: Target): () => Posting {
  if (kind === "read") return readings([key === "" ? {} : { authorization: `Bearer ${key}` }]);
  if (kind === "page") return readings(cookies.map(withCookie), paths);
  const headers = { "content-type": "application/json" };
  if (kind === "guildhall")
    return guildhallPostings({ ...headers, authorization: `Bearer ${key}` });
  const bodies = written((nth) => peerBody(nth).slice(1));
  return () => {
    const nth = count++;
    const reference = `${run}-${nth}`;
    return {
      method: "POST",
      headers,
      body: `{"ref":"${reference}",${bodies[nth % variety]}`,
      reference,
    };
  };
}

function guildhallPostings(headers: Record<string, string>): () => Posting {
  const bodies = written((nth) =>
    JSON.stringify({ service: benchService, answers: submissionOf(nth) }),
  );
  return () => {
    const nth = count++;
    const body = bodies[nth % variety] ?? "";
    return {
      method: "POST",
      headers: { ...headers, "idempotency-key": `bench-${run}-${nth}` },
      body,
    };
  };
}

/** A browser that keeps nothing sends no cookie. */
function withCookie(cookie: string): Readonly<Record<string, string>> {
  return cookie === "" ? {} : { cookie };
}

/** The same read again and again, with these headers, or these paths, in turn. */
function readings(
  each: readonly Readonly<Record<string, string>>[],
  paths: readonly string[] = [],
): () => Posting {
  return () => {
    const nth = count++;
    const headers = each[nth % each.length] ?? {};
    const path = paths[nth % paths.length];
    return { method: "GET", headers, body: null, path, reference: `${run}-${nth}` };
  };
}

/** The same submission in the shape that the peers' flows take. */
function peerBody(nth: number): string {
  const { firstName, lastName, email, phone, oldAddress, newAddress, ...rest } = submissionOf(nth);
  const person = { firstName, lastName, email, phone };
  return JSON.stringify({ person, oldAddress, newAddress, ...rest });
}

function written(write: (nth: number) => string): string[] {
  return Array.from({ length: variety }, (_, nth) => write(nth));
}

/** The reference under which the back office will know what was accepted; undefined when it was not. */
export function acceptedAs(posting: Posting, status: number, body: string): string | undefined {
  if (status < 200 || status > 299) return undefined;
  if (posting.reference !== undefined) return posting.reference;
  return /"reference":"([^"]+)"/.exec(body)?.[1];
}
