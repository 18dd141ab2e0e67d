import { createHash } from "node:crypto";
import type { SchemaSet } from "@guildhall/contract";
import { type DocumentFault, type SchemaFault, SchemaSetRefused } from "../fault.ts";
import type { ShapeSource } from "../schema/shape/read-shape.ts";
import type { XmlShape } from "../schema/shape/read-xsd.ts";
import { ShapeRefused } from "../schema/shape/shape-refused.ts";
import type { Questions } from "./protocol.ts";
import { Thread, ThreadLost } from "./thread.ts";

/** Checks documents in a thread of its own, one after the other. */
export interface SchemaChecker {
  /**
   * Everything that is wrong with a document; nothing when it is valid.
   *
   * @throws SchemaSetRefused
   */
  check(set: SchemaSet, document: string | Uint8Array): Promise<readonly DocumentFault[]>;
  /** Everything that is wrong with a schema set; nothing when documents can be checked with it. */
  compile(set: SchemaSet): Promise<readonly SchemaFault[]>;
  /**
   * What a receiver's XML looks like, as its own files say or show it.
   *
   * @throws ShapeRefused
   */
  shape(source: ShapeSource): Promise<XmlShape>;
  /** End the thread. What still waits is rejected. */
  close(): Promise<void>;
}

export interface SchemaCheckerOptions {
  /** What one check may take. */
  readonly limitMs?: number;
}

/**
 * Make a checker. It starts its thread when it is first needed, and never keeps a process alive for it.
 *
 * A schema comes from outside, and one pattern in it can take for ever. So a check that takes too long ends
 * the thread; its document gets a fault, and the next is checked in a new thread.
 */
export function createSchemaChecker({ limitMs = 2000 }: SchemaCheckerOptions = {}): SchemaChecker {
  return new Checker(limitMs);
}

/** A large set takes about half a second. */
const compileFactor = 5;
/** Compiled sets take about 1 MB each. */
const mostSets = 50;

class Checker implements SchemaChecker {
  readonly #limitMs: number;
  /** The sets that the thread holds, the one used last at the end. */
  readonly #held = new Set<string>();
  #thread: Thread | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  check(set: SchemaSet, document: string | Uint8Array): Promise<readonly DocumentFault[]> {
    return this.#inTurn(async () => {
      const faults = await this.#prepare(set);
      if (faults.length > 0) throw new SchemaSetRefused(faults);
      const given = { key: keyOf(set), document: alone(document) };
      return this.#unlessLost((thread) => thread.ask("check", given, this.#limitMs), timeFault);
    });
  }

  compile(set: SchemaSet): Promise<readonly SchemaFault[]> {
    return this.#inTurn(() => this.#prepare(set));
  }

  shape(source: ShapeSource): Promise<XmlShape> {
    return this.#inTurn(async () => {
      const limitMs = this.#limitMs * compileFactor;
      const read = await this.#unlessLost(
        (thread) => thread.ask("shape", { source }, limitMs),
        shapeFault,
      );
      if ("shape" in read) return read.shape;
      throw new ShapeRefused(read.faults, read.roots);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#endThread();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Make sure that the thread holds a set; what is wrong with it otherwise. */
  async #prepare(set: SchemaSet): Promise<readonly SchemaFault[]> {
    if (this.#thread?.hasEnded) await this.#endThread();
    const key = keyOf(set);
    if (this.#held.delete(key)) {
      this.#held.add(key);
      return [];
    }
    const limitMs = this.#limitMs * compileFactor;
    return this.#unlessLost(async (thread) => {
      const faults = await thread.ask("compile", { key, set }, limitMs);
      if (faults.length === 0) await this.#hold(key, thread);
      return faults;
    }, compileFault);
  }

  async #hold(key: string, thread: Thread): Promise<void> {
    this.#held.add(key);
    const [oldest] = this.#held;
    if (this.#held.size <= mostSets || oldest === undefined) return;
    this.#held.delete(oldest);
    await thread.ask("forget", { key: oldest }, this.#limitMs);
  }

  /** Ask the thread, or give `otherwise` and do without it from then on. */
  async #unlessLost<T>(ask: (thread: Thread) => Promise<T>, otherwise: T): Promise<T> {
    const thread = await this.#open();
    try {
      return await ask(thread);
    } catch (error) {
      if (!(error instanceof ThreadLost) || this.#isClosed) throw error;
      await this.#endThread();
      return otherwise;
    }
  }

  async #open(): Promise<Thread> {
    if (!this.#isClosed) this.#thread ??= await Thread.start();
    if (this.#thread && !this.#isClosed) return this.#thread;
    await this.#endThread();
    throw new Error("The checker is closed.");
  }

  async #endThread(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    this.#held.clear();
    await thread?.end();
  }
}

const timeFault: readonly DocumentFault[] = [
  {
    code: "time",
    sentence:
      "Checking it took too long, and was given up. The schema may hold a pattern with no end.",
  },
];
const compileFault: readonly SchemaFault[] = [
  { sentence: "The schema set takes too long to make ready." },
];
const shapeFault: Questions["shape"]["answer"] = {
  faults: [
    { sentence: "Reading it took too long, and was given up. A part of it may have no end." },
  ],
  roots: [],
};

const keys = new WeakMap<SchemaSet, string>();

/** A set is known by what is in it; it is read once for as long as it lives, so it must not be changed. */
function keyOf(set: SchemaSet): string {
  const known = keys.get(set);
  if (known) return known;
  const key = createHash("sha256").update(JSON.stringify(set)).digest("base64url");
  keys.set(set, key);
  return key;
}

/** A view of a larger buffer would be copied to the thread with all that is around it. */
function alone(document: string | Uint8Array): string | Uint8Array {
  if (typeof document === "string" || document.byteLength === document.buffer.byteLength)
    return document;
  return new Uint8Array(document);
}
