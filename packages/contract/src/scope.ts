import { z } from "zod";

/** What a credential may do. Screens, keys, tokens and grants all speak of these. */
export const Scope = z.enum([
  "drafts:write",
  "processes:read",
  "processes:write",
  "documents:read",
  "notes:read",
  "notes:write",
  "tasks:read",
  "tasks:write",
  "events:read",
  "messages:read",
  "messages:write",
  "deliveries:read",
  "deliveries:write",
  "services:read",
  "services:write",
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
  "calls:read",
  "audit:read",
  "platform:read",
  "platform:write",
]);
export type Scope = z.infer<typeof Scope>;

/**
 * What a vendor's or partner's key can be given.
 *
 * A key never makes keys, lets people in or looks over tenants: a person answers for those.
 */
export const KeyScope = Scope.exclude([
  "keys:read",
  "keys:write",
  "people:read",
  "people:write",
  "agreements:read",
  "agreements:write",
  "audit:read",
  "platform:read",
  "platform:write",
]);
export type KeyScope = z.infer<typeof KeyScope>;

/** Who did something, as the audit trail and the citizen's timeline name them. */
export interface Actor {
  readonly kind: "citizen" | "staff" | "vendor" | "partner" | "back-office" | "platform";
  /** The id of the key, grant, person or connector. */
  readonly id: string;
  /** The name that staff and citizens see as author. */
  readonly name: string;
}
