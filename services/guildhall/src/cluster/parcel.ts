import type { Caller } from "@guildhall/api";
import type { BodyShare } from "./kept-bodies.ts";

/** What a node says of a request to another: whoever asked, as this node knows it. Never taken from outside. */
export const callerHeader = "guildhall-caller";
/** What the answer says where nothing was begun, because the tenant is not held there. */
export const notHeldHeader = "guildhall-not-held";
/** Asks a node that does not hold the tenant to take it. */
export const takeHeader = "guildhall-take";

const ours = /^guildhall-/i;

/** A request as it is sent on to whoever holds its tenant. */
export interface Parcel {
  readonly method: string;
  /** Path and query, as they came. */
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly body: Uint8Array | ReadableStream<Uint8Array> | undefined;
  readonly signal: AbortSignal;
  /** Whether it may be sent again after it may have been begun. */
  readonly mayRepeat: boolean;
}

const mostKeptBytes = 1024 * 1024;

/**
 * Make a request ready to be sent on, and where its body is small and there is room to keep it, to be sent again.
 *
 * Whether a request may be done twice is as HTTP has it: one that only reads may, and so may one with an
 * Idempotency-Key, which is answered the second time with what the first was answered.
 */
export async function pack(
  request: Request,
  caller: Caller | undefined,
  share: Pick<BodyShare, "take">,
): Promise<Parcel> {
  const { method, headers, signal } = request;
  const isRead = method === "GET" || method === "HEAD";
  const isKept = isRead || isKeepable(headers, share);
  return {
    method,
    path: pathOf(request.url),
    headers: forwarded(headers, caller, isRead),
    body: isRead ? undefined : await bodyOf(request, isKept),
    signal,
    mayRepeat: isRead || (isKept && headers.has("idempotency-key")),
  };
}

function isKeepable(headers: Headers, share: Pick<BodyShare, "take">): boolean {
  const length = headers.get("content-length");
  return length !== null && Number(length) <= mostKeptBytes && share.take(Number(length));
}

async function bodyOf(request: Request, isKept: boolean): Promise<Parcel["body"]> {
  if (!isKept) return request.body ?? undefined;
  const bytes = new Uint8Array(await request.arrayBuffer());
  return bytes.length === 0 ? undefined : bytes;
}

/** The same request again, for this process. */
export function unpack({ method, path, headers, body, signal }: Parcel, origin: string): Request {
  const pairs: [string, string][] = [];
  for (let at = 0; at < headers.length; at += 2) {
    const [name = "", value = ""] = headers.slice(at, at + 2);
    if (!ours.test(name)) pairs.push([name, value]);
  }
  return new Request(`${origin}${path}`, {
    method,
    headers: pairs,
    signal,
    ...(body === undefined ? {} : { body: body as BodyInit, duplex: "half" }),
  } as RequestInit);
}

/** Who asked, as the node says that sent the request on. */
export function readCaller(header: string): Caller | undefined {
  // Written by another of our processes, over a socket that only they can open.
  const said = JSON.parse(Buffer.from(header, "base64url").toString("utf8")) as Caller | null;
  return said ?? undefined;
}

/** Path and query as they stand in an address: no part is resolved, so that it means the same to whoever it is sent to. */
export function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  return start === -1 ? "/" : url.slice(start);
}

/** Of one connection alone, and written again for the next. */
const hopByHop = new Set(
  "connection keep-alive proxy-connection transfer-encoding te trailer upgrade expect".split(" "),
);

function forwarded(headers: Headers, caller: Caller | undefined, isRead: boolean): string[] {
  const list: string[] = [];
  for (const [name, value] of headers) {
    const isLeft = hopByHop.has(name) || ours.test(name) || (isRead && name === "content-length");
    if (!isLeft) list.push(name, value);
  }
  const said = Buffer.from(JSON.stringify(caller ?? null), "utf8").toString("base64url");
  list.push(callerHeader, said);
  return list;
}

/** Whether its body is read as it is sent, so that it can be sent once. */
export function isStream({ body }: Parcel): boolean {
  return body instanceof ReadableStream;
}
