import type { ReadArchive } from "../zip/read-archive.ts";
import { ArchiveRefused } from "../zip/unpack.ts";
import { ReaderLost, ReaderThread } from "./reader-thread.ts";

/** The folder of a large council takes a few seconds. */
const usualLimitMs = 30_000;
/** The next archive of somebody who has just mended one finds the thread ready. */
const idleMs = 60_000;

const held: { thread?: ReaderThread | undefined; last: Promise<unknown>; idle?: NodeJS.Timeout } = {
  last: Promise.resolve(),
};

/**
 * Read an archive that somebody has sent, in a thread of its own, one after the other.
 *
 * What it holds comes from outside, and the size of a file says little of how long it takes to read. So a thread that
 * takes too long, or more memory than any real folder needs, is ended, and whoever sent the archive is told so.
 *
 * @throws ArchiveRefused
 */
export function readApart(
  bytes: Uint8Array,
  { limitMs = usualLimitMs }: { readonly limitMs?: number } = {},
): Promise<ReadArchive> {
  const turn = held.last.then(() => readOne(bytes, limitMs));
  held.last = turn.catch(() => undefined);
  return turn;
}

async function readOne(bytes: Uint8Array, limitMs: number): Promise<ReadArchive> {
  clearTimeout(held.idle);
  try {
    if (held.thread?.hasEnded) held.thread = undefined;
    held.thread ??= await ReaderThread.start();
    const answer = await held.thread.ask(bytes, limitMs);
    held.idle = setTimeout(endThread, idleMs).unref();
    if ("read" in answer) return answer.read;
    throw new ArchiveRefused(answer.refused);
  } catch (error) {
    if (error instanceof ArchiveRefused) throw error;
    await endThread();
    throw error instanceof ReaderLost ? new ArchiveRefused(tooMuch) : error;
  }
}

async function endThread(): Promise<void> {
  const { thread } = held;
  held.thread = undefined;
  await thread?.end();
}

const tooMuch =
  "Reading the archive took too long, and was given up. Bring in fewer services at a time.";
