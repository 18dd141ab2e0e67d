import {
  addToGazetteer,
  appendEvent,
  beginGazetteer,
  findGazetteer,
  type GazetteerAddress,
  type IndexedAddress,
  sweepGazetteers,
  transact,
  useGazetteer,
} from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { wordsIn } from "./words.ts";

/** So many addresses go into one transaction, so that nobody else waits long for theirs. */
const batch = 250;

export interface ImportedGazetteer {
  readonly addresses: number;
  /** How many there were before. */
  readonly before: number;
}

/**
 * Put a council's own addresses in the place of those it had.
 *
 * They are written as a generation that nobody sees, a part at a time, and come into use together. Where `addresses`
 * throws, what was there before stays in use. Of two imports at once the one that began first is given up.
 */
export async function importGazetteer(
  ctx: Context,
  addresses: AsyncIterable<GazetteerAddress>,
): Promise<ImportedGazetteer> {
  requireScope(ctx, "connectors:write");
  const before = (await findGazetteer(ctx.db))?.addresses ?? 0;
  const generation = await transact(ctx.db, (tx) => beginGazetteer(tx, ctx.now()));
  await sweep(ctx, generation - 1);
  try {
    await fill(ctx, generation, addresses);
  } catch (error) {
    await sweep(ctx, generation);
    throw error;
  }
  const imported = await transact(ctx.db, async (tx) => {
    const count = await useGazetteer(tx, generation);
    if (count === undefined) throw overtaken();
    const { actor } = ctx;
    const data = { addresses: count };
    const event = {
      type: "connector.changed",
      subject: "places",
      actor,
      at: ctx.now(),
      data,
    } as const;
    await appendEvent(tx, event);
    return count;
  });
  await sweep(ctx, generation);
  return { addresses: imported, before };
}

async function fill(
  ctx: Context,
  generation: number,
  addresses: AsyncIterable<GazetteerAddress>,
): Promise<void> {
  let some: IndexedAddress[] = [];
  const write = async () => {
    const full = some;
    some = [];
    if (!(await transact(ctx.db, (tx) => addToGazetteer(tx, generation, full)))) throw overtaken();
  };
  for await (const address of addresses) {
    const { line1, line2, town } = address;
    some.push({ address, words: wordsIn(`${line1} ${line2 ?? ""} ${town}`) });
    if (some.length >= batch) await write();
  }
  await write();
}

function overtaken(): Error {
  return new Error(
    "Another import began meanwhile, so this one was given up. Nothing of it is used.",
  );
}

/** Forget what is not in use: of imports before, and of one that was broken off. */
async function sweep(ctx: Context, upTo: number): Promise<void> {
  while (await transact(ctx.db, (tx) => sweepGazetteers(tx, { upTo, limit: batch * 4 })));
}
