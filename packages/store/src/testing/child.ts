import { closeSync, openSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import Libsql from "libsql";
import { appendEvent } from "../events.ts";
import { StoreFault } from "../fault.ts";
import { migrate } from "../migrate.ts";
import { findNote, insertNote, listNotes } from "../notes.ts";
import { movePolled } from "../polling.ts";
import { findConnector } from "../settings.ts";
import type { OpenTenant } from "../store-options.ts";
import { type Driver, TenantDb } from "../tenant-db.ts";
import { Store } from "../tenants.ts";
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

async function openNode({ folder, driver, node, now }: NodePlace): Promise<Store> {
  const identity = { id: node, address: `${node}.sock`, roles: ["worker"] };
  const rootKey = new Uint8Array(32);
  const store = await Store.open({ folder, rootKey, driver, node: identity, now });
  await store.nodes.join();
  return store;
}

interface NodePlace {
  readonly folder: string;
  readonly driver: Driver;
  readonly node: string;
  readonly now: () => number;
}

function codeOf(result: PromiseSettledResult<unknown>): string | undefined {
  if (result.status === "fulfilled") return undefined;
  return result.reason instanceof StoreFault ? result.reason.code : String(result.reason);
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
        const from = known?.polledTo;
        await movePolled(tx, "alloy", { from, to: (from ?? 0) + 1 });
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

  /** Take and give back tenants again and again, and make sure that nobody else holds them meanwhile. */
  race: async ({ folder, tenants, rounds, ...place }) => {
    const store = await openNode({ folder, ...place, now: () => 1_000 });
    tell("ready");
    await nextOrder();
    for (let round = 0; round < rounds; round += 1) {
      const taken = await store.leases.takeMany(tenants.filter(() => Math.random() < 0.4));
      for (const [tenant, term] of taken) {
        // Fails where another process holds the tenant too.
        closeSync(openSync(join(folder, `${tenant}.lock`), "wx"));
        tell({ tenant, term });
      }
      await nextTurn();
      for (const tenant of taken.keys()) unlinkSync(join(folder, `${tenant}.lock`));
      await store.leases.release([...taken.keys()]);
    }
    tell("done");
    store.close();
  },

  /** Own a council and write until it is another's, three works at a time. */
  own: async ({ folder, ...place }) => {
    const store = await openNode({ folder, ...place, now: Date.now });
    await store.leases.take("exampleshire");
    const { db } = (await store.tenant("exampleshire")) ?? {};
    if (!db) throw new Error("no tenant");
    // One that fails is followed by another.
    const renewing = setInterval(() => store.leases.renew().catch(() => {}), 1_000);
    for (let round = 0; ; round += 1) {
      const works = [0, 1, 2].map(async (part) => {
        const id = `note_${place.node}_${round}_${part}`;
        await transact(db, async (tx) => {
          const contents = `words of ${id}`;
          const row = { id, process: "prc_1", visible: true, author: "A", contents, at: 1 };
          await insertNote(tx, row);
          await appendEvent(tx, eventOf("prc_1", { subject: id }));
        });
        tell(id);
      });
      const codes = (await Promise.allSettled(works)).map(codeOf);
      // Nearly always without the lock, so that whoever stops it need not try for long.
      await pause(5);
      if (codes.every((code) => code === undefined)) continue;
      clearInterval(renewing);
      tell({ codes });
      return store.close();
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
