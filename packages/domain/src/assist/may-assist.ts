import type { Context } from "../context.ts";

/** Whether somebody may fill in forms for callers: what they fill in is sent in the caller's name. */
export function mayAssist({ scopes }: Pick<Context, "scopes">): boolean {
  return scopes.has("drafts:write") && scopes.has("processes:write");
}
