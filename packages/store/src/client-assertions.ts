import { lt } from "drizzle-orm";
import type { Tx } from "./db.ts";
import { clientAssertions } from "./schema/keys.ts";

/** Use up a client's assertion; false when it was used before. Those that are past their time are forgotten. */
export async function useAssertion(
  tx: Tx,
  { id, until, now }: { readonly id: string; readonly until: number; readonly now: number },
): Promise<boolean> {
  await tx.writes.delete(clientAssertions).where(lt(clientAssertions.until, now)).run();
  const used = await tx.writes
    .insert(clientAssertions)
    .values({ id, until })
    .onConflictDoNothing()
    .returning({ id: clientAssertions.id })
    .get();
  return used !== undefined;
}
