import type { OutboxKind } from "@guildhall/contract";
import type { StepOf } from "@guildhall/process";
import { appendEvent } from "@guildhall/store";
import { raiseFor } from "./alarm/stuck.ts";
import { followUpsOf } from "./back-office/follow-ups.ts";
import type { CompiledService } from "./catalogue.ts";
import type { Unit } from "./change.ts";
import { owedToFollowers } from "./follower/update.ts";
import { channelFor } from "./message/channel.ts";
import { wordsFor } from "./message/words-for.ts";
import { owe } from "./owe.ts";
import { messageFor, subscriptions } from "./subscriptions.ts";
import type { Telling } from "./telling.ts";

/** Append an event and write down what it sets in motion; return its place in the chain. */
export async function tell(unit: Unit, telling: Telling): Promise<number> {
  const { ctx, tx } = unit;
  const { type, process, subject, data, actor = ctx.actor } = telling;
  const seq = await appendEvent(tx, {
    type,
    process: process.id,
    subject,
    actor,
    at: ctx.now(),
    ...(data ? { data } : {}),
  });
  const inTurn = { process: process.id, event: seq };
  for (const kind of subscriptions[type] ?? []) {
    for (const owed of await owedFor(kind, unit, telling))
      await owe(unit, { ...owed, kind, ...inTurn });
    for (const owed of await owedToOthers(kind, unit, telling))
      await owe(unit, { ...owed, kind, ...inTurn });
  }
  if (!telling.calm) await raiseFor(unit, telling);
  return seq;
}

interface Owed {
  readonly purpose: string;
  readonly destination: string;
}

async function owedFor(
  kind: OutboxKind,
  { ctx, tx }: Unit,
  { type, process, quiet = false, deliveries = [] }: Telling,
): Promise<Owed[]> {
  if (kind === "delivery") return deliveries.map((step) => deliveryOf(step, process.service));
  if (kind === "webhook") {
    const wanting = await ctx.subscribers.wanting(type, tx);
    return wanting.map((destination) => ({ purpose: type, destination }));
  }
  const words = messageFor[type];
  if (quiet || words === undefined || !wordsFor(process.service.definition, words)) return [];
  const channel = await channelFor(ctx, process, tx);
  return channel ? [{ purpose: words, destination: channel }] : [];
}

/** What is owed beside that: to those that follow the process, be they back offices or people. */
async function owedToOthers(kind: OutboxKind, unit: Unit, telling: Telling) {
  if (kind === "delivery") return followUpsOf(unit, telling);
  return kind === "message" ? owedToFollowers(unit, telling) : [];
}

function deliveryOf(step: StepOf<"deliver">, { definition }: CompiledService): Owed {
  const mapping = definition.mappings.find(({ id }) => id === step.mapping);
  return { purpose: step.mapping, destination: mapping?.connector ?? step.mapping };
}
