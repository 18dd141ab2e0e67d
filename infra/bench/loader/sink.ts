import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a back office has got of one case: when first, and how often. */
interface Got {
  readonly firstAt: number;
  times: number;
}

/** A back office that takes every case and notes by its `<ref>` when it came. */
export class Sink {
  readonly #got = new Map<string, Got>();
  #server: Server | undefined;

  /** Open for business, on a free port when 0 is given; gives the port. */
  open(port: number): Promise<number> {
    const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part) => parts.push(part));
      request.on("end", () => this.#take(Buffer.concat(parts).toString(), response));
    });
    this.#server = server;
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
    });
  }

  /** Be down: whoever calls is refused. */
  close(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
    this.#server = undefined;
  }

  forget(): void {
    this.#got.clear();
  }

  /** When a case came first, if it did. */
  firstAt(reference: string): number | undefined {
    return this.#got.get(reference)?.firstAt;
  }

  times(reference: string): number {
    return this.#got.get(reference)?.times ?? 0;
  }

  #take(body: string, response: ServerResponse): void {
    const reference = /<ref>([^<]+)<\/ref>/.exec(body)?.[1];
    if (reference === undefined) {
      response.writeHead(400).end();
      return;
    }
    const known = this.#got.get(reference);
    if (known) known.times += 1;
    else this.#got.set(reference, { firstAt: performance.now(), times: 1 });
    response.writeHead(200, { "Content-Type": "text/xml" }).end("<taken/>");
  }
}
