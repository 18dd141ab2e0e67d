import { Problem, type Role, scopesOf, type TenantDefinition } from "@guildhall/contract";
import { listActiveRoles, type PersonRow, type Tx } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";

/** The roles that count in a tenant: only whoever runs the platform has administrators of it. */
export function rolesHere(
  { kind }: Pick<TenantDefinition, "kind">,
  roles: readonly Role[],
): Role[] {
  return roles.filter((role) => role !== "platform-admin" || kind === "shared-service");
}

/** Tell whether somebody can be given a task. */
export function canDoTasks({ tenant }: Context, { active, roles }: PersonRow): boolean {
  return active && scopesOf(rolesHere(tenant, roles)).has("tasks:write");
}

/**
 * Refuse roles that nobody can have here, or that are not for this actor to give or take.
 *
 * @throws Problem `request-invalid`, `scope-missing`
 */
export function checkRoles(ctx: Context, roles: readonly Role[]): void {
  if (!roles.includes("platform-admin")) return;
  if (rolesHere(ctx.tenant, roles).length < roles.length)
    throw new Problem("request-invalid", {
      faults: [{ pointer: "/roles", code: "role-not-here" }],
    });
  requireScope(ctx, "platform:read");
}

/**
 * Refuse a change after which nobody could let anybody in; for within the change, once it is made.
 *
 * @throws Problem `invalid-transition`
 */
export async function refuseNoAdmin({ tenant }: Context, tx: Tx, before: PersonRow): Promise<void> {
  const isAdmin = ({ roles }: Pick<PersonRow, "roles">) =>
    scopesOf(rolesHere(tenant, roles)).has("people:write");
  if (!before.active || !isAdmin(before) || (await listActiveRoles(tx)).some(isAdmin)) return;
  throw new Problem("invalid-transition", { faults: [{ pointer: "/roles", code: "last-admin" }] });
}
