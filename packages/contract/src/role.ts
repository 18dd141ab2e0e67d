import { z } from "zod";
import type { Scope } from "./scope.ts";

/** What a member of staff is there for. A person may have several. */
export const Role = z
  .enum(["platform-admin", "tenant-admin", "designer", "caseworker", "viewer"])
  .meta({ id: "Role" });
export type Role = z.infer<typeof Role>;

const viewer: readonly Scope[] = [
  "processes:read",
  "documents:read",
  "notes:read",
  "tasks:read",
  "events:read",
];
const caseworker: readonly Scope[] = [
  ...viewer,
  "drafts:write",
  "processes:write",
  "notes:write",
  "tasks:write",
  "messages:read",
  "messages:write",
  "deliveries:read",
  "deliveries:write",
  "agreements:read",
];
const designer: readonly Scope[] = ["services:read", "services:write", "connectors:read"];
/** Looks after people, keys and connections; what citizens wrote is not part of that. */
const tenantAdmin: readonly Scope[] = [
  "services:read",
  "connectors:read",
  "connectors:write",
  "subscriptions:read",
  "subscriptions:write",
  "keys:read",
  "keys:write",
  "people:read",
  "people:write",
  "agreements:read",
  "agreements:write",
  "deliveries:read",
  "deliveries:write",
  "calls:read",
  "audit:read",
];

/** What each role may do: no more than its work needs. */
export const roleScopes: Readonly<Record<Role, readonly Scope[]>> = {
  "platform-admin": [...tenantAdmin, "platform:read", "platform:write"],
  "tenant-admin": tenantAdmin,
  designer,
  caseworker,
  viewer,
};

/** All that these roles may do together. */
export function scopesOf(roles: readonly Role[]): ReadonlySet<Scope> {
  return new Set(roles.flatMap((role) => roleScopes[role]));
}
