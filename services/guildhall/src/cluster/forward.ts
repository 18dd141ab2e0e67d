import { type Dispatcher, Pool } from "undici";
import { notHeldHeader, type Parcel, takeHeader } from "./parcel.ts";

/** What came of sending a request on: its answer; or none, and whether it may have been begun. */
export type Forwarded =
  | { readonly response: Response }
  | {
      readonly lost: "unbegun" | "unknown";
      /** Whether there is no such process any more: nothing listens on its socket. */
      readonly isGone: boolean;
    };

export interface Errand {
  readonly socket: string;
  readonly parcel: Parcel;
  /** Whether the node is asked to take the tenant, where nobody holds it. */
  readonly take: boolean;
}

/** Sends requests on to other nodes, over connections that are kept. */
export interface Forwarder {
  send(errand: Errand): Promise<Forwarded>;
  /** Ask a node something that is no tenant's request; undefined where it does not answer. */
  ask(
    socket: string,
    asked: { method: "GET" | "POST"; path: string },
  ): Promise<Answered | undefined>;
  close(): Promise<void>;
}

/** What a node said of itself. */
export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** A small answer is handed over whole, which costs a fraction of a stream. */
const mostHeldBytes = 64 * 1024;
const poolOptions = { keepAliveTimeout: 20_000, keepAliveMaxTimeout: 20_000, connectTimeout: 5000 };

export function createForwarder({ timeoutMs = 60_000 } = {}): Forwarder {
  const pools = new Map<string, Pool>();
  const poolOf = (socket: string): Pool => {
    const known = pools.get(socket);
    if (known) return known;
    const options = { socketPath: socket, headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
    const pool = new Pool("http://node", { ...poolOptions, ...options });
    pools.set(socket, pool);
    return pool;
  };
  return {
    send: async ({ socket, parcel, take }) => {
      try {
        const answer = await poolOf(socket).request(requestOf(parcel, take));
        return await read(answer);
      } catch (error) {
        if (parcel.signal.aborted) throw error;
        const code = codeOf(error);
        return { lost: unbegun.has(code) ? "unbegun" : "unknown", isGone: gone.has(code) };
      }
    },
    ask: async (socket, asked) => {
      try {
        const { statusCode, body } = await poolOf(socket).request(asked);
        return { status: statusCode, text: await body.text() };
      } catch {
        return undefined;
      }
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    },
  };
}

function requestOf({ method, path, headers, body, signal }: Parcel, take: boolean) {
  return {
    // An extension method is as good as those that undici has names for.
    method: method as Dispatcher.HttpMethod,
    path,
    headers: take ? [...headers, takeHeader, "1"] : [...headers],
    signal,
    // It reads a web stream too, which its types do not say.
    ...(body === undefined ? {} : { body: body as Uint8Array }),
  };
}

async function read(answer: Dispatcher.ResponseData): Promise<Forwarded> {
  if (answer.headers[notHeldHeader] === undefined) return { response: await toResponse(answer) };
  await answer.body.dump();
  return { lost: "unbegun", isGone: false };
}

/** No connection was made, so nothing was sent. */
const gone: ReadonlySet<string> = new Set(["ENOENT", "ECONNREFUSED"]);
/** Nor where more wait to be let in than the node's socket has room for (EAGAIN), or we have no file left to open. */
const unbegun: ReadonlySet<string> = new Set([
  ...gone,
  ...["EAGAIN", "EMFILE", "UND_ERR_CONNECT_TIMEOUT"],
]);

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

const hopByHop = new Set(["connection", "keep-alive", "transfer-encoding"]);
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/** The answer as it came: read whole where it is small, so that a node that dies in the middle is noticed here. */
async function toResponse({
  statusCode,
  headers,
  body,
}: Dispatcher.ResponseData): Promise<Response> {
  const init = { status: statusCode, headers: endToEnd(headers) };
  if (bodiless.has(statusCode)) {
    await body.dump();
    return new Response(null, init);
  }
  const length = Number(headers["content-length"] ?? Number.POSITIVE_INFINITY);
  if (length <= mostHeldBytes) return new Response(new Uint8Array(await body.arrayBuffer()), init);
  return new Response(webStream(body), init);
}

function webStream(body: Dispatcher.ResponseData["body"]): ReadableStream<Uint8Array> {
  // The body that undici gives is a stream of bytes, which its mixin calls one of anything.
  return body.body as unknown as ReadableStream<Uint8Array>;
}

function endToEnd(headers: Dispatcher.ResponseData["headers"]): HeadersInit {
  const pairs: [string, string][] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (hopByHop.has(name) || value === undefined) continue;
    for (const one of [value].flat()) pairs.push([name, one]);
  }
  return hasRepeats(pairs) ? pairs : Object.fromEntries(pairs);
}

function hasRepeats(pairs: readonly [string, string][]): boolean {
  return new Set(pairs.map(([name]) => name)).size < pairs.length;
}

/** Where a node answers whether it holds a tenant, and takes it where it is asked to. */
export const holdsPath = (tenant: string) => `/holds/${encodeURIComponent(tenant)}`;

/** Ask first, before a body is sent that cannot be sent again. */
export async function isHeldAt(
  forwarder: Forwarder,
  { socket, take, home }: { socket: string; take: boolean; home: string },
): Promise<boolean> {
  const method = take ? "POST" : "GET";
  return (await forwarder.ask(socket, { method, path: holdsPath(home) }))?.status === 204;
}
