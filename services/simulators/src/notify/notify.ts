import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { createFaultBox, type FaultBox, Faults } from "../faults.ts";
import { openShelf } from "../shelf.ts";

/** One tenant's account, and its templates: their ids with the words around what is filled in. A text has no heading. */
export const NotifyConfig = z.strictObject({
  service: z.string().min(1).max(100),
  templates: z.record(
    z.uuid(),
    z.strictObject({ heading: z.string().default(""), text: z.string() }),
  ),
});
export type NotifyConfig = z.infer<typeof NotifyConfig>;

/** What was taken to be printed, texted or mailed. */
export const Letter = z.strictObject({
  id: z.uuid(),
  type: z.enum(["letter", "sms", "email"]).default("letter"),
  reference: z.string().nullable(),
  template: z.uuid(),
  /** The lines of an address; of the others, the number or the e-mail address. */
  address: z.array(z.string()),
  heading: z.string(),
  text: z.string(),
  createdAt: z.string(),
});
export type Letter = z.infer<typeof Letter>;

/** One tenant's GOV.UK Notify, opened from its folder of state. */
export interface Notify {
  readonly tenant: string;
  readonly config: NotifyConfig;
  readonly faults: FaultBox;
  /** Newest first. */
  letters(): readonly Letter[];
  find(id: string): Letter | undefined;
  print(letter: Omit<Letter, "id" | "createdAt">): Letter;
  now(): Date;
  close(): void;
}

export function openNotify(
  config: NotifyConfig,
  { tenant, folder, now }: { tenant: string; folder: string; now: () => Date },
): Notify {
  const shelf = openShelf(join(folder, "letters.jsonl"), Letter);
  const faultShelf = openShelf(join(folder, "faults.jsonl"), Faults);
  return {
    tenant,
    config,
    faults: createFaultBox(faultShelf),
    letters: () => shelf.values().toReversed(),
    find: (id) => shelf.get(id),
    print(given) {
      const letter = { ...given, id: randomUUID(), createdAt: now().toISOString() };
      shelf.put(letter.id, letter);
      return letter;
    },
    now,
    close() {
      shelf.close();
      faultShelf.close();
    },
  };
}
