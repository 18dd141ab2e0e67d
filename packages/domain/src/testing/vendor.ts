import type { NewSubscription, Scope } from "@guildhall/contract";
import type { Context } from "../context.ts";
import { issueKey } from "../key/issue.ts";
import type { World } from "./world.ts";

/** What a system needs that is told of events. */
export const subscriberScopes: readonly Scope[] = [
  "events:read",
  "subscriptions:read",
  "subscriptions:write",
];

/** A subscription to ask for. */
export const exampleSubscription: NewSubscription = {
  url: "https://cases.example.com/hook?token=abc",
  events: ["process.started", "note.added"],
  signature: "ed25519",
};

/** Whoever bears a key that was just issued, by whose id it can be revoked. */
export async function someVendor(
  world: Pick<World, "ctx" | "bearing">,
  { scopes = subscriberScopes, expiresAt }: { scopes?: readonly Scope[]; expiresAt?: string } = {},
): Promise<Context> {
  const { key } = await issueKey(world.ctx, { name: "Acme", kind: "vendor", scopes, expiresAt });
  const ctx = await world.bearing(key);
  if (!ctx) throw new Error("A key that was just issued is no good");
  return ctx;
}
