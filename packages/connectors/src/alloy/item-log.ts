import { z } from "zod";
import { NotAccepted } from "../not-accepted.ts";
import type { ListedItem } from "./changed.ts";
import type { AlloyClient } from "./client.ts";

const Log = z.object({
  results: z.array(z.object({ action: z.string(), date: z.iso.datetime({ offset: true }) })),
});

const pageSize = 100;
const maxPages = 20;

export interface LastEdit {
  readonly at: Date;
  readonly isDeleted: boolean;
}

const rememberedMost = 5000;

/** Tells when items were last edited, which no list of items says. */
export interface ItemLog {
  /**
   * Undefined where the log is not to be seen: a design without one, or a key that may not read it.
   *
   * @throws NotAccepted
   */
  lastEdit(item: ListedItem, signal: AbortSignal): Promise<LastEdit | undefined>;
}

/** Read each item's log once for each signature: windows overlap, and most of what they show was there before. */
export function createItemLog(api: AlloyClient): ItemLog {
  const remembered = new Map<string, LastEdit>();
  return {
    async lastEdit({ itemId, signature }, signal) {
      const key = signature && `${itemId} ${signature}`;
      const known = key && remembered.get(key);
      if (known) return known;
      const last = await readLast(api, itemId, signal);
      if (remembered.size >= rememberedMost) remembered.clear();
      if (key && last) remembered.set(key, last);
      return last;
    },
  };
}

async function readLast(
  api: AlloyClient,
  itemId: string,
  signal: AbortSignal,
): Promise<LastEdit | undefined> {
  try {
    const [last] = (await readEdits(api, itemId, signal)).toSorted(
      (a, b) => b.at.getTime() - a.at.getTime(),
    );
    return last;
  } catch (error) {
    if (isClosedToUs(error)) return undefined;
    throw error;
  }
}

async function readEdits(
  api: AlloyClient,
  itemId: string,
  signal: AbortSignal,
): Promise<LastEdit[]> {
  const edits: LastEdit[] = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const path = `item-log/item/${itemId}?page=${page}&pageSize=${pageSize}`;
    const { results } = readLog(await api.get(path, signal));
    edits.push(
      ...results.map(({ action, date }) => ({
        at: new Date(date),
        isDeleted: action === "Delete",
      })),
    );
    if (results.length < pageSize) break;
  }
  return edits;
}

function readLog(answer: unknown): z.infer<typeof Log> {
  const parsed = Log.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new NotAccepted({ outcome: "retry", code: "bad-answer" });
}

function isClosedToUs(error: unknown): boolean {
  if (!(error instanceof NotAccepted)) return false;
  return error.outcome.outcome === "refused" || error.outcome.code === "credential-refused";
}
