import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import { type GuardCode, GuardFault, toGuardFault } from "./guard-fault.ts";

/** What came back, whatever its status. */
export interface Answer {
  readonly status: number;
  /** By name in small letters; one that came several times is one text with commas. */
  readonly headers: Readonly<Record<string, string>>;
  /** The Set-Cookie headers, which cannot be joined. */
  readonly cookies: readonly string[];
  readonly body: Uint8Array;
}

/** Make one request on a dispatcher, and end it when `signal` says so or the answer grows past `maxBytes`. */
export function exchange(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const collector = new Collector(maxBytes, (result) => {
      signal.removeEventListener("abort", stop);
      if (result instanceof GuardFault) reject(result);
      else resolve(result);
    });
    const stop = () =>
      collector.stop(signal.reason?.name === "TimeoutError" ? "timeout" : "stopped");
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop);
    dispatcher.dispatch(options, collector);
  });
}

class Collector implements Dispatcher.DispatchHandler {
  #chunks: Buffer[] = [];
  #size = 0;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #sent = false;
  #settled = false;
  #controller: Dispatcher.DispatchController | undefined;
  readonly #maxBytes: number;
  readonly #settle: (result: Answer | GuardFault) => void;

  constructor(maxBytes: number, settle: (result: Answer | GuardFault) => void) {
    this.#maxBytes = maxBytes;
    this.#settle = settle;
  }

  stop(code: GuardCode) {
    const fault = new GuardFault(code, this.#sent);
    this.#finish(fault);
    this.#controller?.abort(fault);
  }

  /** Called when a connection is ready and nothing is written yet: the last moment to call it off. */
  onRequestStart(controller: Dispatcher.DispatchController) {
    this.#controller = controller;
    if (this.#settled) controller.abort(new GuardFault("stopped", false));
    else this.#sent = true;
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders) {
    this.#status = status;
    this.#headers = headers;
    if (Number(headers["content-length"]) > this.#maxBytes) this.stop("too-large");
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer) {
    this.#size += chunk.length;
    if (this.#size > this.#maxBytes) this.stop("too-large");
    else this.#chunks.push(chunk);
  }

  onResponseEnd() {
    const body = Buffer.concat(this.#chunks);
    const cookies = [this.#headers["set-cookie"] ?? []].flat();
    this.#finish({ status: this.#status, headers: joined(this.#headers), cookies, body });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error) {
    this.#finish(toGuardFault(error, this.#sent));
  }

  #finish(result: Answer | GuardFault) {
    if (this.#settled) return;
    this.#settled = true;
    this.#chunks = [];
    this.#settle(result);
  }
}

function joined(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]),
  );
}
