import type { Flow, FlowEdge, FlowNode } from "@guildhall/contract";
import { linesOf } from "./lines-of.ts";

const box = { width: 240, height: 68, across: 110, down: 60, margin: 8 };

/** A form as a picture: its pages from top to bottom, and beside them what is asked under a condition. */
export function FlowPicture({ flow }: { flow: Flow }) {
  const width = flow.columns * (box.width + box.across) - box.across + 2 * box.margin;
  const height = flow.rows * (box.height + box.down) - box.down + 2 * box.margin;
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  return (
    <svg
      class="console-flow"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label="The ways through the form. The same stands below in words."
    >
      <defs>
        <marker
          id="arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" class="console-flow-arrow" />
        </marker>
      </defs>
      {flow.edges.map((edge) => (
        <Edge edge={edge} nodes={nodes} />
      ))}
      {flow.nodes.map((node) => (
        <Node node={node} />
      ))}
    </svg>
  );
}

function leftOf({ column }: FlowNode): number {
  return box.margin + column * (box.width + box.across);
}

function topOf({ row }: FlowNode): number {
  return box.margin + row * (box.height + box.down);
}

function Node({ node }: { node: FlowNode }) {
  const [x, y] = [leftOf(node), topOf(node)];
  const name = node.isReachable ? node.title : `Nobody gets here: ${node.title}`;
  const lines = linesOf(name, 27, 2);
  const middle = y + box.height / 2;
  const first = middle - (lines.length - 1) * 10 + 5;
  const state = node.isReachable ? "" : " console-flow--unreached";
  return (
    <g class={`console-flow-${node.kind}${state}`}>
      <title>{name}</title>
      <Shape node={node} x={x} y={y} />
      {lines.map((line, at) => (
        <text x={x + box.width / 2} y={first + at * 20} text-anchor="middle">
          {line}
        </text>
      ))}
    </g>
  );
}

function Shape({ node, x, y }: { node: FlowNode; x: number; y: number }) {
  const { width, height } = box;
  if (node.kind !== "decision")
    return <rect x={x} y={y} width={width} height={height} rx={node.kind === "check" ? 34 : 4} />;
  const middle = y + height / 2;
  const points = [
    [x, middle],
    [x + 16, y],
    [x + width - 16, y],
    [x + width, middle],
    [x + width - 16, y + height],
    [x + 16, y + height],
  ];
  return <polygon points={points.map((point) => point.join(",")).join(" ")} />;
}

function Edge({ edge, nodes }: { edge: FlowEdge; nodes: ReadonlyMap<string, FlowNode> }) {
  const from = nodes.get(edge.from);
  const to = nodes.get(edge.to);
  if (!from || !to) return null;
  const kind = edge.isDefault ? "console-flow-default" : "console-flow-way";
  const { d, x, y } = wayBetween(from, to);
  const word = from.kind !== "decision" ? undefined : edge.isDefault ? "otherwise" : "if so";
  return (
    <g class={kind}>
      {edge.sentence && <title>{edge.sentence}</title>}
      <path d={d} marker-end="url(#arrow)" />
      {word && (
        <text x={x} y={y}>
          {word}
        </text>
      )}
    </g>
  );
}

/** The line from one station to another, and where its word stands. */
function wayBetween(from: FlowNode, to: FlowNode): { d: string; x: number; y: number } {
  const { width, height } = box;
  const [start, end] = [leftOf(from) + width / 2, leftOf(to) + width / 2];
  const [bottom, top] = [topOf(from) + height, topOf(to)];
  if (from.column === to.column)
    return { d: `M${start} ${bottom}V${top}`, x: start + 8, y: bottom + 34 };
  if (from.row === to.row) {
    const [right, middle] = [leftOf(from) + width, topOf(from) + height / 2];
    return { d: `M${right} ${middle}H${leftOf(to)}`, x: right + 12, y: middle - 8 };
  }
  // It comes in beside the line from straight above.
  const gap = top - 20;
  return { d: `M${start} ${bottom}V${gap}H${end + 60}V${top}`, x: start, y: gap };
}
