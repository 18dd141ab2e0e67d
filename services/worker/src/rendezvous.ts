import { createHash } from "node:crypto";

/**
 * Choose the node that a tenant belongs to.
 *
 * All who know the same nodes choose the same one, and when a node comes or goes only its own tenants move.
 */
export function chooseNode(tenant: string, nodes: readonly string[]): string | undefined {
  let chosen: { node: string; weight: string } | undefined;
  for (const node of nodes) {
    const weight = createHash("sha256").update(`${tenant} ${node}`).digest("hex");
    if (!chosen || weight > chosen.weight) chosen = { node, weight };
  }
  return chosen?.node;
}
