import type { Context } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { type Held, Jar } from "./cookie.ts";
import { heldOf } from "./held.ts";

/** A token is renewed a little before it ends, so that it outlives the request that it is used for. */
const aheadMs = 20_000;

/**
 * Give this browser's session with a token that is good; undefined where it has none.
 *
 * @throws Refused with 401 when the session has ended
 */
export async function currentSession(
  c: Context<ConsoleEnv>,
  { publicUrl, now }: Parts,
): Promise<Held | undefined> {
  const { tenant, visitor } = c.var.office;
  const jar = new Jar(c, publicUrl);
  const held = jar.session(tenant.id);
  if (!held || held.until - aheadMs > now().getTime()) return held;
  const renewed = heldOf(await visitor.refreshSession(held.secret));
  jar.keepSession(tenant.id, renewed);
  return renewed;
}
