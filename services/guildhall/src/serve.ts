import type { Server } from "node:http";
import { serve as listen } from "@hono/node-server";

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Take no more requests, and end when those under way have been answered. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly port: number;
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/**
 * Listen on a port; a request that comes too slowly is ended.
 *
 * @throws Error `EADDRINUSE` when another program has the port
 */
export function startServer({ port, fetch }: ListenOptions): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const serverOptions = {
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      maxRequestsPerSocket: 10_000,
    };
    const server = listen({ port, fetch, serverOptions }, (info) => {
      resolve({ port: info.port, close: () => end(server as Server) });
    });
    server.on("error", reject);
  });
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
