export interface RetryOptions {
  /** What requests are sent with; the platform's own `fetch`, where left out. */
  readonly fetch?: Send;
  /** How often a call is tried again: three times, where left out. */
  readonly retries?: number;
  /** The longest that is waited before a call is tried again; an answer that asks for more is given back. */
  readonly longestWaitMs?: number;
  /** How time passes, for tests. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export type Send = (request: Request) => Promise<Response>;

/** Send, and try again what was refused for the moment (429, 503), or was lost and does no harm twice. */
export function withRetries(fetch: Send, options: RetryOptions = {}): Send {
  const { retries = 3, longestWaitMs = 30_000, wait = sleep } = options;
  const send = async (request: Request, tried: number): Promise<Response> => {
    const again = tried < retries ? request.clone() : undefined;
    const outcome = await attempt(fetch, request);
    const pauseMs = again && pauseBefore(again, outcome, tried);
    if (!again || pauseMs === undefined || pauseMs > longestWaitMs) return settle(outcome);
    if ("response" in outcome) await outcome.response.body?.cancel();
    await wait(pauseMs, again.signal);
    return send(again, tried + 1);
  };
  return (request) => send(request, 0);
}

type Outcome = { readonly response: Response } | { readonly fault: unknown };

async function attempt(fetch: Send, request: Request): Promise<Outcome> {
  try {
    return { response: await fetch(request) };
  } catch (fault) {
    return { fault };
  }
}

function settle(outcome: Outcome): Response {
  if ("fault" in outcome) throw outcome.fault;
  return outcome.response;
}

/** How long to wait before the next attempt; undefined where there must be none. */
function pauseBefore(request: Request, outcome: Outcome, tried: number): number | undefined {
  if ("fault" in outcome)
    return mayRepeat(request) && !request.signal.aborted ? backOff(tried) : undefined;
  const { status, headers } = outcome.response;
  if (status !== 429 && status !== 503) return undefined;
  return askedToWait(headers.get("retry-after")) ?? backOff(tried);
}

/** A call whose answer was lost may have been done: only one that does the same when it is done twice is sent again. */
function mayRepeat({ method, headers }: Request): boolean {
  return ["GET", "HEAD", "PUT", "DELETE"].includes(method) || headers.has("idempotency-key");
}

/** Seconds, or a moment (RFC 9110 §10.2.3). */
function askedToWait(text: string | null): number | undefined {
  if (text === null) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(ms, 0);
}

/** Half a second, one, two, each drawn at random, so that callers who were refused together do not come back together. */
function backOff(tried: number): number {
  return Math.random() * 500 * 2 ** tried;
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", end);
      resolve();
    }, ms);
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}
