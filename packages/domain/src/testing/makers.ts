import type { Actor, Edit } from "@guildhall/contract";
import type { Context } from "../context.ts";
import { editServiceDraft, presentEdited } from "../service-draft/edit.ts";
import type { World } from "./world.ts";

/** Somebody who makes services. */
export function maker(world: World, name: string): Context {
  const actor: Actor = { kind: "staff", id: `per_${name.toLowerCase()}`, name };
  return world.as({ actor, scopes: ["services:read", "services:write"] });
}

/** Edit a draft that was seen at a revision, and show it as it is then. */
export async function edit(
  ctx: Context,
  { service = "noise", since }: { readonly service?: string; readonly since: number },
  ...edits: Edit[]
) {
  return presentEdited(ctx, service, await editServiceDraft(ctx, service, { edits, since }));
}

/** Say something at a part. */
export function set(at: string, to: unknown): Edit {
  return { act: "set", at, to };
}
