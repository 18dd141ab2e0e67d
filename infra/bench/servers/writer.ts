import { applyTenant } from "@guildhall/domain";
import { type Db, Store, StoreFault } from "@guildhall/store";
import { answerCommands } from "../commands.ts";
import { benchTenant } from "../tenant.ts";
import { writeAccept } from "./accept-writes.ts";

let db: Db | undefined;
let count = 0;

const commands = {
  open: async (folder: string): Promise<void> => {
    const store = await Store.open({ folder, rootKey: new Uint8Array(32) });
    const actor = { kind: "platform", id: "bench", name: "Bench" } as const;
    await applyTenant(store, benchTenant("store"), { actor, now: Date.now() });
    db = (await store.tenant("store"))?.db;
  },
  /** Write for so long with so many writes under way; gives the writes committed in a second. */
  write: async (load: { seconds: number; inFlight: number }): Promise<number> => {
    const began = performance.now();
    const until = began + load.seconds * 1000;
    const before = count;
    const one = async () => {
      while (db && performance.now() < until) await writeAccept(db, count++).catch(unlessTaken);
    };
    await Promise.all(Array.from({ length: load.inFlight }, one));
    return ((count - before) * 1000) / (performance.now() - began);
  },
};
export type WriterCommands = typeof commands;

/** Two references of one day may be the same; the work is then undone, and counts for nothing. */
function unlessTaken(error: unknown): void {
  if (!(error instanceof StoreFault) || error.code !== "constraint") throw error;
}

answerCommands(commands);
