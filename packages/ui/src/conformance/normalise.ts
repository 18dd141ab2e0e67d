import { DomUtils, parseDocument } from "htmlparser2";

const { filter, removeElement, textContent } = DomUtils;

type Node = ReturnType<typeof parseDocument>["children"][number];

/** Elements in a line of text: a space before, inside or after them is one that people see. */
const inline = new Set(["a", "abbr", "b", "br", "code", "em", "i", "span", "strong", "time"]);
const verbatim = new Set(["textarea", "pre"]);

/**
 * Write HTML in one way, so that two texts are equal exactly if a browser shows and says the same.
 *
 * Attributes are sorted, entities decoded, and spaces collapsed as CSS does: gone at the edge of a block, one
 * between two words wherever the tags of inline elements stand. Elements with a class in `without` are left out, and
 * so is one that held nothing else.
 */
export function normalise(html: string, without: readonly string[] = []): string {
  const lines: string[] = [];
  const line: Line = { lines, atEdge: true, space: false };
  const document = parseDocument(html, { recognizeSelfClosing: true });
  leaveOut(document.children, without);
  for (const node of document.children) write(line, node);
  return lines.join("\n");
}

type Line = { lines: string[]; atEdge: boolean; space: boolean };

function write(line: Line, node: Node): void {
  if (node.type === "text") writeText(line, node.data);
  if (!("attribs" in node)) return;
  const edge = !inline.has(node.name);
  const attributes = Object.entries(node.attribs)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  writeTag(line, `<${node.name}${attributes.join("")}>`, edge);
  if (verbatim.has(node.name)) line.lines.push(JSON.stringify(textContent(node)));
  else for (const child of node.children) write(line, child);
  writeTag(line, `</${node.name}>`, edge);
}

function writeTag(line: Line, tag: string, edge: boolean): void {
  line.lines.push(tag);
  if (!edge) return;
  line.atEdge = true;
  line.space = false;
}

function leaveOut(nodes: Node[], names: readonly string[]): void {
  const named = (node: Node) =>
    "attribs" in node && names.some((name) => node.attribs.class?.split(" ").includes(name));
  for (const node of filter((each) => named(each as Node), nodes)) {
    const { parent } = node;
    removeElement(node);
    const isEmpty = parent?.children.every((child) => child.type === "text" && !child.data.trim());
    if (parent && isEmpty) removeElement(parent);
  }
}

function writeText(line: Line, data: string): void {
  const words = data.split(/[ \t\r\n\f]+/).filter(Boolean);
  if (/^[ \t\r\n\f]/.test(data)) line.space = true;
  if (words.length === 0) return;
  line.lines.push(`${line.space && !line.atEdge ? " " : ""}${words.join(" ")}`);
  line.atEdge = false;
  line.space = /[ \t\r\n\f]$/.test(data);
}
