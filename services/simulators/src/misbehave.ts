import { setTimeout as wait } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context, Next } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import type { FaultBox } from "./faults.ts";
import type { LogVariables } from "./request-log.ts";

export interface CallEnv {
  Bindings: Partial<HttpBindings>;
  Variables: LogVariables;
}

/** How one system says that it will not answer now. */
export interface BusyAnswers {
  tooMany(c: Context): Response | Promise<Response>;
  unavailable(c: Context): Response | Promise<Response>;
}

interface Misbehaviour {
  readonly faults: FaultBox;
  readonly busy: BusyAnswers;
  /** Lets go of calls that hang. */
  readonly closing: AbortSignal;
}

/** Act out the faults that concern every call, then read the body and go on. */
export function misbehave(misbehaviour: Misbehaviour) {
  const { cases } = misbehaviour.faults;
  return createMiddleware<CallEnv>(async (c, next) => {
    if (cases.isEmpty) return actOut(c, next, misbehaviour);
    const said = await wordsOf(c);
    return cases.during(
      (reference) => said.some((words) => words.includes(reference)),
      () => actOut(c, next, misbehaviour),
    );
  });
}

async function actOut(
  c: Context<CallEnv>,
  next: Next,
  { faults, busy, closing }: Misbehaviour,
): Promise<Response | undefined> {
  const slow = faults.take("slow");
  if (slow) await wait(slow.ms, undefined, { signal: closing, ref: false }).catch(() => undefined);
  if (closing.aborted || faults.take("down")) return destroy(c);
  if (faults.take("hang")) return hang(c, closing);

  const turnedAway = await turnAway(c, faults, busy);
  if (turnedAway) return turnedAway;
  c.set("body", new Uint8Array(await c.req.arrayBuffer()));
  await next();
  return undefined;
}

/** Everything in which a call may name a case: address, headers and body. */
async function wordsOf({ req }: Context<CallEnv>): Promise<readonly (string | Buffer)[]> {
  return [req.url, ...req.raw.headers.values(), Buffer.from(await req.arrayBuffer())];
}

/** Refuse bodies that no real call has. */
export const limitBody = bodyLimit({ maxSize: 64 * 1024 * 1024 });

/** End the connection without an answer. */
export function destroy(c: Context<CallEnv>): Response {
  c.set("unanswered", true);
  const socket = c.env?.incoming?.socket;
  if (!socket) return c.text("There is no connection here to destroy.", 500);
  socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

function hang(c: Context<CallEnv>, closing: AbortSignal): Promise<Response> {
  c.set("unanswered", true);
  const socket = c.env?.incoming?.socket;
  return new Promise((resolve) => {
    const end = () => {
      closing.removeEventListener("abort", end);
      resolve(destroy(c));
    };
    if (closing.aborted) return end();
    closing.addEventListener("abort", end);
    socket?.once("close", end);
  });
}

async function turnAway(c: Context, faults: FaultBox, busy: BusyAnswers) {
  const tooMany = faults.take("status429");
  if (tooMany) return withRetryAfter(await busy.tooMany(c), tooMany.retryAfterS ?? 1);
  const unavailable = faults.take("status503");
  if (unavailable) return withRetryAfter(await busy.unavailable(c), unavailable.retryAfterS);
  if (faults.take("html-200")) return c.html(page);
  return undefined;
}

function withRetryAfter(answer: Response, seconds: number | undefined): Response {
  if (seconds !== undefined) answer.headers.set("Retry-After", String(seconds));
  return answer;
}

const page = "<!doctype html><html><title>Maintenance</title><p>Back soon.</p></html>";
