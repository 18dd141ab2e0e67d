import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** A call as a subscriber saw it. */
export interface Heard {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A subscriber's own server on this machine. */
export interface Receiver extends AsyncDisposable {
  readonly host: string;
  readonly url: string;
  readonly heard: readonly Heard[];
  /** What it answers; without one, 204. It may also keep the answer for later, or for ever. */
  answer: ((response: ServerResponse) => void) | undefined;
  /** Resolves when so many calls have come. */
  reached(count: number): Promise<void>;
  /** End every connection, answered or not. */
  hangUp(): void;
}

export async function createReceiver(): Promise<Receiver> {
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    heard.push({ path: request.url ?? "", headers, body: Buffer.concat(chunks).toString() });
    if (receiver.answer) receiver.answer(response);
    else response.writeHead(204).end();
    for (const look of waiting) look();
  });
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // It listens on TCP, so its address has a port.
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const receiver: Receiver = {
    host,
    url: `http://${host}/hook`,
    heard,
    answer: undefined,
    reached: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (heard.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    hangUp,
    [Symbol.asyncDispose]: async () => {
      hangUp();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

/** Answer with this status and nothing else. */
export const answering =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers).end("a text of the receiver's");
  };

/** Take the call and never answer it. */
export const silence = (): void => undefined;
