import { type Role, scopesOf } from "@guildhall/contract";
import type { Context } from "../context.ts";
import { rolesHere } from "../person/roles.ts";
import { addStaff } from "./staff.ts";
import type { World } from "./world.ts";

/** A member of staff of the council, as they act once they have signed in. */
export async function colleague(
  world: World,
  name = "Olive Okafor",
  roles: Role[] = ["caseworker"],
): Promise<Context> {
  const { id } = await addStaff(world.ctx, roles, name);
  const scopes = scopesOf(rolesHere(world.ctx.tenant, roles));
  return { ...world.as({ actor: { kind: "staff", id, name }, scopes }), session: `ses_${id}` };
}
