import { Problem } from "@guildhall/contract";
import type { Context } from "../context.ts";

const underWay = new WeakSet<Context["db"]>();

/**
 * Do something unless the same is under way for the tenant, as its only owner would know.
 *
 * @throws Problem `busy`
 */
export async function alone<T>({ db }: Context, make: () => Promise<T>): Promise<T> {
  if (underWay.has(db)) throw new Problem("busy", { retryAfterS: 5 });
  underWay.add(db);
  try {
    return await make();
  } finally {
    underWay.delete(db);
  }
}
