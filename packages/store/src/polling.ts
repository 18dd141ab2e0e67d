import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "./db.ts";
import { hot } from "./hot.ts";
import { outbox } from "./schema/outbox.ts";
import { connectors } from "./schema/platform.ts";

/** Remember that changes up to `to` have been taken in; false when the place reached is not `from` any more. */
export async function movePolled(
  tx: Tx,
  connector: string,
  { from, to }: { readonly from: number | undefined; readonly to: number },
): Promise<boolean> {
  const { id, polledTo } = connectors;
  const moved = await tx.writes
    .update(connectors)
    .set({ polledTo: to })
    .where(and(eq(id, connector), from === undefined ? isNull(polledTo) : eq(polledTo, from)))
    .returning({ id })
    .get();
  return moved !== undefined;
}

const rewindQuery = hot((query) =>
  query
    .update(connectors)
    .set({ polledTo: sql`${sql.placeholder("to")}` })
    .where(
      and(
        eq(connectors.id, sql.placeholder("connector")),
        gt(connectors.polledTo, sql.placeholder("to")),
      ),
    )
    .prepare(),
);
const polledQuery = hot((query) =>
  query
    .select({ polledTo: connectors.polledTo })
    .from(connectors)
    .where(eq(connectors.id, sql.placeholder("connector")))
    .prepare(),
);

/** Up to when a connector's changes have been taken in; undefined where none ever were. */
export async function findPolledTo(db: Db | Tx, connector: string): Promise<number | undefined> {
  return (await polledQuery(db.reads).get({ connector }))?.polledTo ?? undefined;
}

/** Go back to a time that was passed, so that what was seen since then is looked at once more. */
export async function rewindPolled(tx: Tx, connector: string, to: number): Promise<void> {
  await rewindQuery(tx.writes).run({ connector, to });
}

/** Remember when was looked last, by our clock. */
export async function noteLook(tx: Tx, connector: string, lookedAt: number): Promise<void> {
  await tx.writes.update(connectors).set({ lookedAt }).where(eq(connectors.id, connector)).run();
}

const atATime = 500;

/** Those of these references of a back office that are cases of ours. */
export async function listOurs(
  db: Db | Tx,
  connector: string,
  references: readonly string[],
): Promise<Set<string>> {
  const ours = new Set<string>();
  for (let from = 0; from < references.length; from += atATime) {
    const some = references.slice(from, from + atATime);
    const rows = await db.reads
      .select({ reference: outbox.reference })
      .from(outbox)
      .where(
        and(
          eq(outbox.destination, connector),
          inArray(outbox.reference, some),
          eq(outbox.operation, "create"),
        ),
      )
      .all();
    for (const { reference } of rows) if (reference !== null) ours.add(reference);
  }
  return ours;
}
