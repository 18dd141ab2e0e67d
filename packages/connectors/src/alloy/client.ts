import type { Evidence } from "@guildhall/contract";
import type { Answer } from "../http/exchange.ts";
import type { Call, GuardedRequest } from "../http/guard.ts";
import { GuardFault } from "../http/guard-fault.ts";
import { outcomeOfFault } from "../http/outcome.ts";
import { NotAccepted } from "../not-accepted.ts";
import { outcomeOfError } from "./errors.ts";
import { parseJson } from "./item.ts";

/** Alloy's API, which is at `api/` below its address, with one tenant's key. Every call gives the JSON of a success or throws `NotAccepted`. */
export interface AlloyClient {
  post(path: string, body: string, headers: Fields, signal: AbortSignal): Promise<unknown>;
  upload(file: Evidence, signal: AbortSignal): Promise<unknown>;
}

type Fields = Readonly<Record<string, string>>;

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
  return {
    post(path, body, given, signal) {
      const headers = { ...given, "content-type": "application/json; charset=UTF-8" };
      return call(path, { method: "POST", headers, body }, signal);
    },
    async upload(file, signal) {
      const headers = {
        "content-type": file.contentType,
        "content-disposition": attachment(file.name),
      };
      return call("file", { method: "POST", headers, body: await read(file) }, signal);
    },
  };
}

function readAnswer(answer: Answer, now: Date): unknown {
  if (answer.status >= 200 && answer.status < 300) {
    const value = parseJson(Buffer.from(answer.body).toString("utf8"));
    if (value !== undefined) return value;
  }
  throw new NotAccepted(outcomeOfError(answer, now));
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
