import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import { createServer as createSecureServer, type Server as SecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Answer, Door } from "./door/door.ts";
import { type KeyPair, type KeyPairFiles, minVersion, readKeyPair } from "./door/key-pair.ts";
import { renewKeyPair } from "./door/renewal.ts";
import { endServer, retireServer } from "./end-server.ts";
import { endSlowBody } from "./end-slow-body.ts";

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Take no more requests, and end when those under way have been answered. */
  close(): Promise<void>;
  /** Take no more connections, and end each with an answer that says so: where others listen, nobody notices. */
  retire(): Promise<void>;
}

/** How https is served. */
export interface TlsOptions {
  readonly files: KeyPairFiles;
  /** Whether callers are asked for a certificate. Any is taken: a key says which one it is good with. */
  readonly clientCertificates: boolean;
  /** Told in one sentence why a new certificate is not used. */
  readonly onFault: (sentence: string) => void;
  /** How often the files are looked at. */
  readonly everyMs?: number;
}

export interface ListenOptions {
  readonly port: number;
  readonly fetch: Answer;
  /** What lets requests in; without one all are let in, and nobody is told who sent them. */
  readonly door?: Door;
  /** Left out where http is served. */
  readonly tls?: TlsOptions | undefined;
  /** How long a connection without requests is kept: longer than a proxy in front would keep it. */
  readonly keepAliveMs?: number;
  readonly patience?: Patience;
}

/**
 * How long a request may take to come, in milliseconds, for how long nothing of its body, and how often those that are
 * late are looked for.
 */
interface Patience {
  readonly requestTimeout: number;
  readonly headersTimeout: number;
  readonly bodySilence: number;
  readonly connectionsCheckingInterval: number;
}

/**
 * Node looks for slow senders every half a minute; till then they pile up. A page of files may need minutes on a slow
 * line, as long as it comes on.
 */
const patient: Patience = {
  requestTimeout: 15 * 60_000,
  headersTimeout: 10_000,
  bodySilence: 30_000,
  connectionsCheckingInterval: 2000,
};
const mostRequestsPerSocket = 10_000;
const mostConnections = 10_000;

/**
 * Listen on a port; a request that comes too slowly is ended.
 *
 * @throws Error `EADDRINUSE` when another program has the port; one sentence when the certificate cannot be used
 */
export async function startServer(options: ListenOptions): Promise<Listening> {
  const { port, tls, keepAliveMs = 5000, patience = patient } = options;
  const pair = tls && (await readKeyPair(tls.files));
  const server =
    tls && pair ? secureServer(options, tls, pair) : createServer(patience, listener(options));
  server.prependListener("request", (incoming: IncomingMessage, outgoing: ServerResponse) =>
    endSlowBody(incoming, outgoing, patience.bodySilence),
  );
  server.keepAliveTimeout = keepAliveMs;
  server.maxRequestsPerSocket = mostRequestsPerSocket;
  server.maxConnections = mostConnections;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
  // A server that listens on a port has an address with one.
  const { port: taken } = server.address() as AddressInfo;
  return { port: taken, close: () => endServer(server), retire: () => retireServer(server) };
}

function listener({ fetch, door }: ListenOptions): RequestListener {
  // This listener is given to servers of HTTP/1.1 alone.
  return getRequestListener((request, exchange) =>
    door ? door(request, exchange as Parameters<Door>[1], fetch) : fetch(request),
  );
}

function secureServer(options: ListenOptions, tls: TlsOptions, pair: KeyPair): SecureServer {
  const { clientCertificates: requestCert, files, onFault, everyMs } = tls;
  const secured = { ...pair, minVersion, requestCert, rejectUnauthorized: false } as const;
  const settings = { ...patient, ...options.patience, ...secured, handshakeTimeout: 10_000 };
  const server = createSecureServer(settings, listener(options));
  const renewal = renewKeyPair(server, {
    files,
    served: pair,
    onFault,
    ...(everyMs && { everyMs }),
  });
  server.once("close", renewal.stop);
  return server;
}
