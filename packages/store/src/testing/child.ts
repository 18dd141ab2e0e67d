import Libsql from "libsql";
import { appendEvent } from "../events.ts";
import { migrate } from "../migrate.ts";
import { findNote, insertNote, listNotes } from "../notes.ts";
import { findConnector, movePolled } from "../settings.ts";
import { type Driver, TenantDb } from "../tenant-db.ts";
import { type OpenTenant, Store } from "../tenants.ts";
import { transact } from "../transact.ts";
import { Vault } from "../vault.ts";
import type { Order } from "./children.ts";
import { eventOf } from "./rows.ts";
import { steps } from "./steps.ts";

// What another process does to the files of a store, on the order of the test that started it.

const tell = (message: unknown) => process.send?.(message);
const nextOrder = () => new Promise<Order>((resolve) => process.once("message", resolve));

async function open({ folder, driver }: { folder: string; driver?: Driver }): Promise<OpenTenant> {
  const store = await Store.open({
    folder,
    rootKey: new Uint8Array(32),
    ...(driver ? { driver } : {}),
  });
  const tenant = await store.tenant("exampleshire");
  if (!tenant) throw new Error("no tenant");
  return tenant;
}

const deeds: { [D in Order["do"]]: (order: Extract<Order, { do: D }>) => Promise<void> } = {
  /** Keep a file locked until the next order. */
  lock: async ({ path, encryptionKey, whole }) => {
    const raw = new Libsql(path, { encryptionKey } as Libsql.Options);
    if (whole) raw.exec("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL");
    raw.exec("BEGIN IMMEDIATE");
    tell("locked");
    await nextOrder();
    raw.exec("COMMIT");
    tell("free");
  },

  /** Add one to a number, again and again, by reading it and writing it back. */
  count: async ({ folder, driver, times }) => {
    const { db } = await open({ folder, driver });
    for (let time = 0; time < times; time += 1) {
      await transact(db, async (tx) => {
        const known = await findConnector(tx, "alloy");
        await movePolled(tx, "alloy", (known?.polledTo ?? 0) + 1);
      });
    }
    tell("counted");
  },

  /** Write until killed, several at a time, and acknowledge what is stored. */
  write: async ({ folder, driver, from }) => {
    const { db } = await open({ folder, driver });
    for (let round = from; ; round += 1) {
      await Promise.all(
        [0, 1, 2].map(async (part) => {
          const id = `note_${round}_${part}`;
          await transact(db, async (tx) => {
            const contents = `words of ${id}`;
            await insertNote(tx, {
              id,
              process: "prc_1",
              visible: true,
              author: "A",
              contents,
              at: 1,
            });
            await appendEvent(tx, eventOf("prc_1", { subject: id }));
          });
          tell(id);
        }),
      );
    }
  },

  /** Bring every database forward that is given. */
  migrate: async ({ paths }) => {
    for (const path of paths) {
      const vault = new Vault(path, new Uint8Array(32));
      tell(await migrate(new TenantDb({ vault, url: `file:${path}` }), steps));
    }
    tell("migrated");
  },

  /** Read and write a file that may be damaged; that may end the process. */
  visit: async ({ folder }) => {
    try {
      const { db } = await open({ folder });
      await findNote(db, "note_1");
      tell((await listNotes(db, "prc_1")).length);
    } catch (error) {
      tell(error instanceof Error && "code" in error ? error.code : "another error");
    }
  },
};

const order = await nextOrder();
// The order's name picks the deed that takes it.
await (deeds[order.do] as (order: Order) => Promise<void>)(order);
process.disconnect();
