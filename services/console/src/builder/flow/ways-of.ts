import type { Flow, FlowEdge, FlowNode } from "@guildhall/contract";

/** What a step of the way is called. */
export function titleOf({ kind, title }: FlowNode): string {
  return kind === "decision" ? `Condition: ${title}` : title;
}

/** Say where each step leads to, by its id; read once for the whole picture. */
export function waysOf({ nodes, edges }: Flow): ReadonlyMap<string, readonly string[]> {
  const titles = new Map(nodes.map((node) => [node.id, titleOf(node)]));
  const ways = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { from, to, sentence } of edges) {
    ways.get(from)?.push(`${titles.get(to) ?? ""}${conditionOf(sentence)}`);
  }
  return ways;
}

function conditionOf(sentence: FlowEdge["sentence"]): string {
  if (!sentence) return "";
  return sentence === "otherwise" ? ", otherwise" : `, if ${sentence}`;
}
