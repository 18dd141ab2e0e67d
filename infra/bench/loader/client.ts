import { type Dispatcher, Pool } from "undici";
import type { Posting } from "./target.ts";

export interface Reply {
  readonly status: number;
  readonly body: string;
}

/** Some connections to one address, each with one request under way at most. */
export interface Client {
  send(posting: Posting): Promise<Reply>;
  close(): Promise<void>;
}

const headersTimeout = 5000;

/** Connect when there is something to send; an answer that has not begun after five seconds is none. */
export function connect(url: string, connections: number): Client {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1, headersTimeout });
  return {
    send: ({ method, headers, body, path = pathname }) =>
      new Promise((resolve, reject) => {
        const options = { origin, path, method, headers, body };
        pool.dispatch(options, new Receiver(resolve, reject));
      }),
    close: () => pool.destroy(),
  };
}

class Receiver implements Dispatcher.DispatchHandler {
  readonly #resolve: (reply: Reply) => void;
  readonly #reject: (error: Error) => void;
  #status = 0;
  #body = "";

  constructor(resolve: (reply: Reply) => void, reject: (error: Error) => void) {
    this.#resolve = resolve;
    this.#reject = reject;
  }
  onRequestStart() {}
  onResponseStart(_: Dispatcher.DispatchController, status: number) {
    this.#status = status;
  }
  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer) {
    this.#body += chunk.toString("latin1");
  }
  onResponseEnd() {
    this.#resolve({ status: this.#status, body: this.#body });
  }
  onResponseError(_: Dispatcher.DispatchController, error: Error) {
    this.#reject(error);
  }
}
