import type { Evidence } from "@guildhall/contract";
import type { Call } from "../http/call.ts";
import type { Answer } from "../http/exchange.ts";
import type { GuardedRequest } from "../http/guard.ts";
import { GuardFault } from "../http/guard-fault.ts";
import { outcomeOfFault, outcomeOfStatus } from "../http/outcome.ts";
import { NotAccepted } from "../not-accepted.ts";
import { errorIn, outcomeOfError } from "./errors.ts";
import { parseJson } from "./item.ts";

/** Alloy's API, which is at `api/` below its address, with one tenant's key. Every call gives the JSON of a success or throws `NotAccepted`. */
export interface AlloyClient {
  get(path: string, signal: AbortSignal): Promise<unknown>;
  put(path: string, body: string, headers: Fields, signal: AbortSignal): Promise<unknown>;
  post(path: string, body: string, headers: Fields, signal: AbortSignal): Promise<unknown>;
  upload(file: Evidence, signal: AbortSignal): Promise<unknown>;
}

type Fields = Readonly<Record<string, string>>;

/** A page of items with all their attributes is larger than other answers. */
const pageBytes = 16 * 1024 * 1024;

export function createClient(
  address: string,
  apiKey: string,
  deps: { request: GuardedRequest; now: () => Date },
): AlloyClient {
  const root = `${address.replace(/\/+(?:api\/*)?$/, "")}/api/`;
  const call = async (path: string, rest: Omit<Call, "url">, signal: AbortSignal) => {
    const headers = {
      ...rest.headers,
      accept: "application/json",
      authorization: `Bearer ${apiKey}`,
    };
    const answer = await orNotAccepted(
      deps.request({ ...rest, url: `${root}${path}`, headers }, signal),
    );
    return readAnswer(answer, deps.now());
  };
  const write =
    (method: "POST" | "PUT"): AlloyClient["post"] =>
    (path, body, given, signal) => {
      const headers = { ...given, "content-type": "application/json; charset=UTF-8" };
      return call(
        path,
        { method, headers, body, ...(isQuery(path) && { maxBytes: pageBytes }) },
        signal,
      );
    };
  return {
    get: (path, signal) => call(path, { method: "GET" }, signal),
    post: write("POST"),
    put: write("PUT"),
    async upload(file, signal) {
      const headers = {
        "content-type": file.contentType,
        "content-disposition": attachment(file.name),
      };
      return call("file", { method: "POST", headers, body: await read(file) }, signal);
    },
  };
}

function isQuery(path: string): boolean {
  return path.startsWith("aqs/");
}

/** A success that names an error inside is none. */
function readAnswer(answer: Answer, now: Date): unknown {
  if (answer.status < 200 || answer.status >= 300) {
    throw new NotAccepted(outcomeOfError(answer, now));
  }
  const value = parseJson(Buffer.from(answer.body).toString("utf8"));
  const error = value === undefined ? outcomeOfStatus(answer, now) : errorIn(value, answer, now);
  if (error) throw new NotAccepted(error);
  return value;
}

async function orNotAccepted(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof GuardFault ? new NotAccepted(outcomeOfFault(error)) : error;
  }
}

async function read(file: Evidence): Promise<Uint8Array> {
  try {
    return await file.read();
  } catch {
    throw new NotAccepted({ outcome: "retry", code: "evidence-unreadable" });
  }
}

/** Name a file in a header: plain ASCII for every reader, and the whole name for those that can. */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const whole = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return plain === name
    ? `attachment; filename="${plain}"`
    : `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
