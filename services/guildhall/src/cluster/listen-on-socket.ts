import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";

/** Longer than those who ask keep a connection without requests, so that none is closed under a request. */
const keepAliveMs = 60_000;

/** A socket that is listened on. */
export interface Socket {
  /** Answer what is under way, and take nothing more. */
  close(): Promise<void>;
}

/** A socket that is to keep no process alive that has nothing else to do, once it is told so. */
export interface OwnSocket extends Socket {
  unref(): void;
}

/** Listen on a socket of this node's own; one that a dead process has left there is replaced. */
export async function listenOnSocket(
  path: string,
  fetch: (request: Request) => Promise<Response>,
): Promise<OwnSocket> {
  await rm(path, { force: true });
  const server = createServer(getRequestListener(fetch));
  server.keepAliveTimeout = keepAliveMs;
  // How slowly a request may come in is for the door that it came in by.
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    // Of this process alone, also where it is one of a cluster.
    server.listen({ path, exclusive: true }, resolve);
  });
  return {
    unref: () => void server.unref(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
