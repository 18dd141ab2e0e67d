import { Problem } from "@guildhall/contract";
import type { Context } from "../context.ts";
import { recentMs } from "./times.ts";

/**
 * Refuse a member of staff who has not lately proved who they are: a screen that was left alone, or a session that was
 * copied, is not enough to let others in. Beside `requireScope` in every verb that could.
 *
 * A key proves itself with each call, and the platform acts by itself: neither is asked.
 *
 * @throws Problem `sign-in-again`
 */
export function requireRecentSignIn({ session, signedInAt, now }: Context): void {
  if (session === undefined) return;
  if (signedInAt === undefined || now() - signedInAt >= recentMs)
    throw new Problem("sign-in-again");
}
