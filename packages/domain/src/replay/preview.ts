import { setImmediate } from "node:timers/promises";
import {
  type DeliveryReplayPreview,
  Problem,
  type ReplayPreviewRequest,
} from "@guildhall/contract";
import { listStops, listStuck, type OutboxRow } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { wordsOfCode } from "../delivery/code-words.ts";
import { faultsIn } from "../delivery/present.ts";
import { compareRow } from "./compare.ts";
import { type CanBeAsked, mayHaveArrived } from "./doubt.ts";
import { presentLeftOut } from "./left-out.ts";
import type { Write } from "./writer.ts";

/** What a replay needs of the outside. */
export interface Mending {
  readonly write: Write;
  readonly canBeAsked: CanBeAsked;
}

type Group = DeliveryReplayPreview["groups"][number];

const partSize = 500;

/**
 * See what a replay would do: what is wrong with its deliveries, which would be left out, and of some how their
 * documents differ from those that were frozen. Nothing is changed.
 */
export async function previewReplay(
  ctx: Context,
  { rewrite, useLive, sample, ...selection }: ReplayPreviewRequest,
  { write, canBeAsked }: Mending,
): Promise<DeliveryReplayPreview> {
  requireScope(ctx, "deliveries:read");
  if (ctx.only) throw new Problem("scope-missing");
  const looked = new Looked(sample);
  const isNamed = selection.ids !== undefined && !rewrite;
  for (let after = ""; ; ) {
    const rows = await listStuck(ctx.db, selection, { after, limit: partSize });
    const last = rows.at(-1);
    if (!last) break;
    const arrived = isNamed ? new Set<string>() : await mayHaveArrived(ctx, rows, canBeAsked);
    looked.add(rows, await firstFaults(ctx, rows), arrived);
    after = last.id;
    await setImmediate();
  }
  const examples = looked.sample.filter(({ operation }) => rewrite && operation === "create");
  const compared: DeliveryReplayPreview["sample"] = [];
  for (const row of examples) compared.push(await compareRow(ctx, row, { useLive, write }));
  return { ...looked.counted(), sample: compared };
}

/** The first row at fault of each delivery, where one is known. */
async function firstFaults({ db }: Context, rows: readonly OutboxRow[]) {
  const stops = await listStops(db, [...new Set(rows.map(({ process }) => process))]);
  // A later stop tells of the same delivery anew.
  return new Map(stops.map(({ subject, data }) => [subject, faultsIn(data)[0]] as const));
}

type FirstFaults = Awaited<ReturnType<typeof firstFaults>>;

/** What was counted of the deliveries so far, with some of each kind. */
class Looked {
  readonly #groups = new Map<string, Group & { readonly examples: OutboxRow[] }>();
  readonly #most: number;
  #total = 0;
  #arrived = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(rows: readonly OutboxRow[], faults: FirstFaults, arrived: ReadonlySet<string>): void {
    for (const row of rows) {
      this.#total += 1;
      if (arrived.has(row.id)) this.#arrived += 1;
      this.#count(row, faults.get(row.id), !arrived.has(row.id));
    }
  }

  /** One of each group first, then more of them in turn. */
  get sample(): OutboxRow[] {
    const groups = [...this.#groups.values()];
    const turns = Array.from({ length: this.#most }, (_, turn) =>
      groups.flatMap(({ examples }) => examples[turn] ?? []),
    );
    return turns.flat().slice(0, this.#most);
  }

  counted(): Pick<DeliveryReplayPreview, "total" | "replayable" | "leftOut" | "groups"> {
    const groups = [...this.#groups.values()].map(({ examples: _, ...group }) => group);
    return {
      total: this.#total,
      replayable: this.#total - this.#arrived,
      leftOut: this.#arrived > 0 ? [presentLeftOut("may-have-arrived", this.#arrived)] : [],
      groups: groups.toSorted((one, other) => other.count - one.count),
    };
  }

  #count(
    { destination: connector, state, lastCode, ...row }: OutboxRow,
    fault: ReturnType<FirstFaults["get"]>,
    isReplayable: boolean,
  ): void {
    const code = lastCode ?? undefined;
    const key = [connector, state, code, fault?.target, fault?.sentence].join("\n");
    const group = this.#groups.get(key) ?? {
      connector,
      state,
      ...(code === undefined ? {} : { code }),
      codeText: wordsOfCode(code ?? "").means,
      ...fault,
      count: 0,
      examples: [],
    };
    this.#groups.set(key, group);
    group.count += 1;
    if (isReplayable && group.examples.length < this.#most)
      group.examples.push({ ...row, destination: connector, state, lastCode });
  }
}
