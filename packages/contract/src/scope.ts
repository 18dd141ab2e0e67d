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
  "deliveries:read",
  "services:write",
  "connectors:write",
  "keys:write",
]);
export type Scope = z.infer<typeof Scope>;

/** Who did something, as the audit trail and the citizen's timeline name them. */
export interface Actor {
  readonly kind: "citizen" | "staff" | "vendor" | "partner" | "back-office" | "platform";
  /** The id of the key, grant, person or connector. */
  readonly id: string;
  /** The name that staff and citizens see as author. */
  readonly name: string;
}
