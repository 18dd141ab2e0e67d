import { connect, type Socket } from "node:net";
import type { Scanner, ScanTrouble, Verdict } from "@guildhall/contract";
import type { Bytes } from "../bytes.ts";
import { takeTurns } from "../take-turns.ts";
import { answerOf, frames } from "./instream.ts";

export interface ClamdOptions {
  /** `tcp://host:port`, or `unix:/path`. */
  readonly url: string;
  /** How long one file may take, from the connection to the answer. */
  readonly deadlineMs?: number;
  /** How many files are looked at at once; clamd itself takes ten. */
  readonly atOnce?: number;
}

/** What clamd answers in is one short line. */
const longestAnswer = 4096;

/**
 * Have files looked at by clamd, each over a connection of its own.
 *
 * Whatever is not clearly “OK” or “FOUND” is no verdict: an error, a limit, a silence, an answer cut short.
 */
export function createClamd({ url, deadlineMs = 60_000, atOnce = 4 }: ClamdOptions): Scanner {
  const inTurn = takeTurns(atOnce);
  return { scan: (source) => inTurn(() => scan(socketTo(url), source, deadlineMs)) };
}

function socketTo(url: string): Socket {
  if (url.startsWith("unix:")) return connect({ path: url.replace(/^unix:(\/\/)?/, "") });
  const { hostname, port } = new URL(url);
  return connect({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 3310) });
}

async function scan(socket: Socket, source: Bytes, deadlineMs: number): Promise<Verdict> {
  const answer = listen(socket, deadlineMs);
  try {
    const sent = await send(socket, source);
    // A file that could not be read to its end was not looked at, whatever the answer to its beginning.
    if (typeof sent === "object") throw sent.error;
    const verdict = await answer;
    const isHalfLooked = verdict.outcome === "clean" && sent === "in-part";
    return isHalfLooked ? { outcome: "unknown", code: "scanner-cut-off" } : verdict;
  } finally {
    socket.destroy();
  }
}

/** What clamd says until it ends the connection, or why there is no saying. */
function listen(socket: Socket, deadlineMs: number): Promise<Verdict> {
  return new Promise((resolve) => {
    let said = "";
    let hasConnected = false;
    const none = (code: ScanTrouble) => {
      clearTimeout(timer);
      resolve({ outcome: "unknown", code });
      socket.destroy();
    };
    const timer = setTimeout(() => none("scanner-silent"), deadlineMs);
    const end = () => {
      clearTimeout(timer);
      resolve(answerOf(said) ?? { outcome: "unknown", code: lost(hasConnected) });
    };
    socket.setEncoding("utf8");
    socket.once("connect", () => {
      hasConnected = true;
    });
    socket.on("data", (text) => {
      said += text;
      if (said.length > longestAnswer) none("scanner-failed");
      else if (said.includes("\0")) end();
    });
    // An error comes with a close after it.
    socket.on("error", () => undefined);
    socket.once("close", end);
  });
}

function lost(hasConnected: boolean): ScanTrouble {
  return hasConnected ? "scanner-cut-off" : "scanner-away";
}

/** Send a file for as long as it is taken; say whether it was whole, or why it could not be read to its end. */
async function send(
  socket: Socket,
  source: Bytes,
): Promise<"whole" | "in-part" | { error: unknown }> {
  const reading = frames(source)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await orUnread(reading.next());
      if ("error" in next) return next;
      if (next.done) return "whole";
      // Clamd ends early where it has seen enough, and its answer is then there to be read.
      if (!(await write(socket, next.value))) return "in-part";
    }
  } finally {
    await reading.return(undefined);
  }
}

async function orUnread<T>(
  step: Promise<IteratorResult<T>>,
): Promise<IteratorResult<T> | { error: unknown }> {
  try {
    return await step;
  } catch (error) {
    return { error };
  }
}

/** Whether it was taken: false where the connection has ended. */
function write(socket: Socket, bytes: Uint8Array): Promise<boolean> {
  if (socket.destroyed) return Promise.resolve(false);
  return new Promise((resolve) => {
    const gone = () => resolve(false);
    socket.once("close", gone);
    socket.write(bytes, (error) => {
      socket.off("close", gone);
      resolve(!error);
    });
  });
}
