import type { Flow, FlowEdge, FlowNode } from "@guildhall/contract";
import { waysOf } from "./ways-of.ts";

const node = (id: string, kind: FlowNode["kind"]): FlowNode => ({
  id,
  kind,
  title: id,
  column: 0,
  row: 0,
  isReachable: true,
});
const edge = (from: string, to: string, sentence?: string): FlowEdge => ({
  from,
  to,
  isDefault: true,
  ...(sentence === undefined ? {} : { sentence }),
});
const nodes = [node("start", "page"), node("pub", "decision"), node("name", "page")];
const edges = [
  edge("start", "pub"),
  edge("pub", "name", "it is a pub"),
  edge("pub", "start", "otherwise"),
];

describe("the ways of a form in words", () => {
  it("say of each step where it leads to, and when", () => {
    expect([...waysOf({ nodes, edges } as Partial<Flow> as Flow)]).toEqual([
      ["start", ["Condition: pub"]],
      ["pub", ["name, if it is a pub", "start, otherwise"]],
      ["name", []],
    ]);
  });
});
