import type { Verdict } from "@guildhall/contract";
import type { Bytes } from "../bytes.ts";

/**
 * A file as clamd's INSTREAM takes it: the command, each piece with its length before it, and a length of nought.
 *
 * A piece of no bytes would end the file before its end, so none is sent.
 */
export async function* frames(source: Bytes): AsyncGenerator<Uint8Array> {
  yield Buffer.from("zINSTREAM\0");
  for await (const piece of source) {
    if (piece.length === 0) continue;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    yield Buffer.concat([length, piece]);
  }
  yield Buffer.alloc(4);
}

/** What clamd's answer says; undefined for one that has not come to its end. */
export function answerOf(said: string): Verdict | undefined {
  const end = said.indexOf("\0");
  if (end === -1) return undefined;
  const answer = said.slice(0, end).replace(/^stream: /, "");
  if (answer === "OK") return { outcome: "clean" };
  const [, found] = /^(.+) FOUND$/.exec(answer) ?? [];
  if (found !== undefined) return { outcome: "infected", found };
  const code = /size limit exceeded/i.test(answer) ? "scanner-limit" : "scanner-failed";
  return { outcome: "unknown", code };
}
