import { insertOutbox, settleAttempt, transact } from "@guildhall/store";
import { beginDelivery } from "../delivery/begin.ts";
import { type LoadedDelivery, loadDelivery } from "../delivery/load.ts";
import { holdDelivery, type RowFault, settleDelivery } from "../delivery/settle.ts";
import type { World } from "../testing.ts";
import type { Mending } from "./preview.ts";

/** Deliveries that wait for a person, each of a process of its own. */
export function testDeliveries(world: World, { write }: Pick<Mending, "write">) {
  const answer = (outcome: Failure) => answered(world, write, outcome);
  return {
    /** Never sent. */
    stuck: async (code: string, faults: readonly RowFault[] = []) => {
      const loaded = await begun(world);
      await holdDelivery(world.ctx, loaded, { code, faults });
      return loaded.row.id;
    },
    /** Its answer never came. */
    sentInDoubt: () => answer({ outcome: "ambiguous", code: "reply-lost" }),
    refused: () => answer({ outcome: "refused", code: "attribute-refused" }),
    /** What follows a case. */
    refusedNote: () => refusedNote(world),
  };
}

interface Failure {
  readonly outcome: "ambiguous" | "refused";
  readonly code: string;
}

async function answered(world: World, write: Mending["write"], outcome: Failure): Promise<string> {
  const loaded = await begun(world);
  const written = await write(world.ctx, loaded);
  if (!("text" in written)) throw new Error("It can be written");
  const begunAt = world.clock.now();
  const { attempt = 0 } = (await beginDelivery(world.ctx, loaded.row, written.text)) ?? {};
  const call = { outcome, begunAt, exchanges: [] };
  await settleDelivery(world.ctx, loaded, { outcome, attempt, call });
  return loaded.row.id;
}

async function begun(world: World): Promise<LoadedDelivery> {
  const { id: process } = await world.start();
  const id = (await world.owed(process)).find(({ kind }) => kind === "delivery")?.id ?? "";
  const ticket = { tenant: "exampleshire", id, generation: 1, kind: "delivery" } as const;
  const loaded = await loadDelivery(world.ctx, ticket);
  if (!loaded) throw new Error("There is a delivery");
  return loaded;
}

async function refusedNote({ ctx, start }: World): Promise<string> {
  const { id: process } = await start();
  const id = ctx.ids.id("out");
  const to = { kind: "delivery", purpose: "note", destination: "back-office" } as const;
  const times = { nextAt: 0, giveUpAt: 0, leaseUntil: 1 };
  const body = JSON.stringify({ operation: "note" });
  const settled = { state: "refused", nextAt: 0, lastCode: "note-refused" } as const;
  await transact(ctx.db, async (tx) => {
    await insertOutbox(tx, { id, process, ...to, operation: "note", event: 1, ...times, body });
    await settleAttempt(tx, { id, generation: 1 }, settled);
  });
  return id;
}
