import type { Server, ServerResponse } from "node:http";
import type { Server as SecureServer } from "node:https";
import { Server as NetServer } from "node:net";

type AnyServer = Server | SecureServer;

/** As long as clients keep a connection to us that they do not use; proxies, which keep them longer, send again. */
const longestIdleMs = 8000;

/** A connection that falls idle with its last answer is closed too, however long a proxy would keep it. */
export function endServer(server: AnyServer): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/**
 * Take no more connections, and let those that are open run out: each answer from now on says that it is the last.
 *
 * One that is idle is not closed at once: a request that is on its way on it would fail.
 */
export async function retireServer(server: AnyServer): Promise<void> {
  server.prependListener("request", (_: unknown, outgoing: ServerResponse) => {
    outgoing.shouldKeepAlive = false;
  });
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, Math.min(server.keepAliveTimeout + 1000, longestIdleMs));
    // A server of HTTP would close its idle connections first.
    NetServer.prototype.close.call(server, () => {
      clearTimeout(timer);
      resolve();
    });
  });
  while ((await countOf(server)) > 0) {
    server.closeIdleConnections();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function countOf(server: AnyServer): Promise<number> {
  return new Promise((resolve) => server.getConnections((_, count) => resolve(count ?? 0)));
}
