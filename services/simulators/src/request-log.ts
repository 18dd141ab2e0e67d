import { createHash } from "node:crypto";
import { createMiddleware } from "hono/factory";

/** A call that was received. Its body is told apart by hash, so that repeats can be seen to be the same. */
export interface ReceivedCall {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** What was called, where the path does not say: a SOAP operation. */
  readonly operation?: string;
  /** 0 when no answer was sent. */
  readonly status: number;
  readonly bytes: number;
  readonly sha256?: string;
}

export interface RequestLog {
  add(call: ReceivedCall): void;
  /** The last 200, oldest first. */
  all(): readonly ReceivedCall[];
}

const kept = 200;

export function createRequestLog(): RequestLog {
  const calls: ReceivedCall[] = [];
  return {
    add(call) {
      calls.push(call);
      if (calls.length > kept) calls.shift();
    },
    all: () => calls,
  };
}

/** What the call's handlers leave for the log. */
export interface LogVariables {
  operation?: string;
  body?: Uint8Array;
  unanswered?: boolean;
}

/** Log each call once it is answered, or known to stay unanswered. */
export function logCalls(log: RequestLog, now: () => Date) {
  return createMiddleware<{ Variables: LogVariables }>(async (c, next) => {
    const at = now().toISOString();
    await next();
    const { operation, body, unanswered } = c.var;
    log.add({
      at,
      method: c.req.method,
      path: new URL(c.req.url).pathname,
      ...(operation ? { operation } : {}),
      status: unanswered ? 0 : c.res.status,
      bytes: body?.byteLength ?? 0,
      ...(body?.byteLength ? { sha256: createHash("sha256").update(body).digest("hex") } : {}),
    });
  });
}
