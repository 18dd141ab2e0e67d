import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as the other side saw it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Handler = (seen: Seen, response: ServerResponse) => void;

export interface TestServer {
  /** `127.0.0.1:port`, as an operator would allow it. */
  readonly host: string;
  readonly url: string;
  readonly seen: readonly Seen[];
  /** Every connection made, whether or not anything was asked over it. */
  connections(): number;
}

/** Serve on this machine until the test ends; the handler runs when the whole request is read. */
export async function serve(handler: Handler): Promise<TestServer> {
  const seen: Seen[] = [];
  let connections = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "", url: path = "", headers } = request;
    const one = { method, path, headers, body: Buffer.concat(chunks).toString("utf8") };
    seen.push(one);
    handler(one, response);
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`; // It listens on TCP.
  return { host, url: `http://${host}/`, seen, connections: () => connections };
}

/** Read the whole request, then hang up without a word. */
export function hangUp(_: Seen, response: ServerResponse): void {
  response.socket?.destroy();
}

export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

export const answering = (value: unknown, status = 200): Handler => {
  return (_, response) => json(response, value, status);
};

export const answeringText = (text: string, status = 200): Handler => {
  return (_, response) => response.writeHead(status).end(text);
};

/** The signal of a caller who has all the time in the world. */
export function unhurried(): AbortSignal {
  return new AbortController().signal;
}
