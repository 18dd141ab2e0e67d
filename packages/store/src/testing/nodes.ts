import { appendEvent } from "../events.ts";
import { insertNote } from "../notes.ts";
import type { OpenTenant } from "../store-options.ts";
import type { Driver } from "../tenant-db.ts";
import { Store } from "../tenants.ts";
import { createTestStore } from "../testing.ts";
import { transact } from "../transact.ts";
import { eventOf } from "./rows.ts";

/** Several nodes that share one folder, and one clock that moves when it is told to. */
export interface Nodes extends AsyncDisposable {
  readonly folder: string;
  readonly clock: { now: number };
  /** Start a node, as a process would. */
  open(id: string, now?: () => number): Promise<Store>;
}

/** Make a folder with these councils, which nobody holds. */
export async function createNodes(driver: Driver, councils: readonly string[]): Promise<Nodes> {
  const world = await createTestStore({ driver });
  for (const council of councils) await world.tenant(council);
  const clock = { now: 1_000_000 };
  const opened: Store[] = [];
  return {
    folder: world.folder,
    clock,
    open: async (id, now = () => clock.now) => {
      const store = await Store.open({
        folder: world.folder,
        rootKey: new Uint8Array(32),
        driver,
        node: { id, address: `${id}.sock`, roles: ["worker"] },
        now,
      });
      opened.push(store);
      await store.nodes.join();
      return store;
    },
    [Symbol.asyncDispose]: async () => {
      for (const store of opened) store.close();
      await world[Symbol.asyncDispose]();
    },
  };
}

/** Open a council that this node holds. */
export async function openHeld(store: Store, council = "exampleshire"): Promise<OpenTenant> {
  const tenant = await store.tenant(council);
  if (!tenant) throw new Error(`no tenant ${council}`);
  return tenant;
}

/** Write a note and the event that tells of it. */
export function addNote({ db }: OpenTenant, id: string, meanwhile = () => {}): Promise<void> {
  return transact(db, async (tx) => {
    const row = { id, process: "prc_1", visible: true, author: "Officer", contents: id, at: 1 };
    await insertNote(tx, row);
    await appendEvent(tx, eventOf("prc_1", { subject: id }));
    meanwhile();
  });
}
