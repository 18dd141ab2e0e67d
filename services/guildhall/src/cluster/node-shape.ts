import { randomBytes } from "node:crypto";

/** `api` answers requests; `worker` holds tenants. */
export type Role = "api" | "worker";

/** What one process is among those that share a data folder. */
export interface NodeShape {
  /** New at every start. */
  readonly id: string;
  /** Its place: who comes into it next takes up what this one left in the queue. */
  readonly slot: string;
  readonly roles: readonly Role[];
}

/** A name that no process had before, from which its place can be told. */
export function newNodeId(slot: string): string {
  return `${slot}-${randomBytes(4).toString("hex")}`;
}

export function slotOf(node: string): string {
  return node.replace(/-[0-9a-f]{8}$/, "");
}

/** The place of a process that does everything. */
export const wholeSlot = "server";

export function wholeServer(): NodeShape {
  return { id: newNodeId(wholeSlot), slot: wholeSlot, roles: ["api", "worker"] };
}
