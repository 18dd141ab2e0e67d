import { z } from "zod";
import type { Shelf } from "../shelf.ts";

const Note = z.object({
  id: z.string(),
  text: z.string(),
  author: z.string(),
  public: z.boolean(),
  /** Written by an officer here; the sender knows its own. */
  ours: z.boolean(),
});
export type Note = z.infer<typeof Note>;

/** A case as the register keeps it: whatever document it was made of, as it came. */
export const RegisterCase = z.object({
  id: z.string(),
  externalReference: z.string(),
  door: z.enum(["api", "soap", "open311"]),
  document: z.string(),
  status: z.string(),
  notes: z.array(Note),
  files: z.array(
    z.object({ id: z.string(), name: z.string(), contentType: z.string(), bytes: z.number() }),
  ),
  facts: z.record(z.string(), z.string()),
  /** Counts what officers did: a change is told once for each. */
  version: z.int(),
  receivedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});
export type RegisterCase = z.infer<typeof RegisterCase>;
export type NewCase = Pick<RegisterCase, "externalReference" | "door" | "document">;

/** The cases of one register. */
export interface Cases {
  /** Oldest first. */
  all(): readonly RegisterCase[];
  find(id: string): RegisterCase | undefined;
  byReference(externalReference: string): RegisterCase | undefined;
  /** Those that an officer changed in this time. */
  changed(from: Date, to: Date): readonly RegisterCase[];
  take(given: NewCase): RegisterCase;
  /** Keep what the sender tells; nothing that it has to be told of. */
  keep(id: string, change: Partial<Pick<RegisterCase, "notes" | "files" | "facts">>): void;
  /** Change a case as an officer does. */
  work(id: string, change: Partial<Pick<RegisterCase, "status" | "notes">>): void;
}

export function createCases(
  shelf: Shelf<RegisterCase>,
  { firstStatus, now }: { firstStatus: string; now: () => Date },
): Cases {
  const update = (id: string, change: (held: RegisterCase) => Partial<RegisterCase>) => {
    const held = shelf.get(id);
    if (!held) throw new Error(`There is no case ${id}`);
    shelf.put(id, { ...held, ...change(held) });
  };
  return {
    all: () => shelf.values(),
    find: (id) => shelf.get(id),
    byReference: (reference) =>
      shelf.values().find(({ externalReference }) => externalReference === reference),
    changed: (from, to) =>
      shelf.values().filter(({ version, changedAt }) => {
        const at = Date.parse(changedAt);
        return version > 0 && at >= from.getTime() && at <= to.getTime();
      }),
    take(given) {
      const at = now().toISOString();
      const id = `SW-${String(shelf.values().length + 1).padStart(5, "0")}`;
      const empty = { notes: [], files: [], facts: {}, version: 0 };
      const taken = { id, ...given, ...empty, status: firstStatus, receivedAt: at, changedAt: at };
      shelf.put(id, taken);
      return taken;
    },
    keep: (id, change) => update(id, () => change),
    work: (id, change) =>
      update(id, ({ version }) => ({
        ...change,
        version: version + 1,
        changedAt: now().toISOString(),
      })),
  };
}

/** Add what comes under an id of the sender's, once. */
export function addOnce<T extends { readonly id: string }>(held: readonly T[], one: T): T[] {
  return held.some(({ id }) => id === one.id) ? [...held] : [...held, one];
}
