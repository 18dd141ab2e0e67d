/** A block of a page of Markdown. */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "code"; readonly language: string; readonly text: string }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: "table"; readonly rows: readonly string[][] };

/** Read Markdown into its blocks; what is none of the others is a paragraph. */
export function blocksOf(markdown: string): Block[] {
  const lines = markdown.replace(/<!--.*?-->/gs, "").split("\n");
  const blocks: Block[] = [];
  while (lines.length > 0) {
    const block = nextBlock(lines);
    if (block) blocks.push(block);
  }
  return blocks;
}

const bullet = /^[-*] /;
const number = /^\d+\. /;

/** Take the lines of the first block; none where they begin with an empty one. */
function nextBlock(lines: string[]): Block | undefined {
  const [first = ""] = lines;
  if (first.trim() === "") {
    lines.shift();
    return undefined;
  }
  const heading = /^(#{1,6}) (.*)$/.exec(first);
  if (heading) {
    lines.shift();
    return { kind: "heading", level: heading[1]?.length ?? 1, text: heading[2] ?? "" };
  }
  if (first.startsWith("```")) return codeOf(lines);
  const paragraph = takeWhile(
    lines,
    (line) => line.trim() !== "" && !/^(?:```|#{1,6} )/.test(line),
  );
  return blockOf(first, paragraph);
}

function blockOf(first: string, lines: string[]): Block {
  if (first.startsWith("|")) return { kind: "table", rows: rowsOf(lines) };
  if (bullet.test(first)) return { kind: "list", ordered: false, items: itemsOf(lines, bullet) };
  if (number.test(first)) return { kind: "list", ordered: true, items: itemsOf(lines, number) };
  return { kind: "paragraph", text: lines.map((line) => line.trim()).join(" ") };
}

function codeOf(lines: string[]): Block {
  const language = (lines.shift() ?? "").slice(3).trim();
  const text = takeWhile(lines, (line) => !line.startsWith("```")).join("\n");
  lines.shift();
  return { kind: "code", language, text };
}

/** An item may go on over lines that do not begin one. */
function itemsOf(lines: readonly string[], mark: RegExp): string[] {
  const items: string[] = [];
  for (const line of lines) {
    if (mark.test(line)) items.push(line.replace(mark, ""));
    else items.push(`${items.pop() ?? ""} ${line.trim()}`);
  }
  return items;
}

function rowsOf(lines: readonly string[]): string[][] {
  return lines
    .filter((line) => !/^\|[\s:|-]+\|$/.test(line))
    .map((line) =>
      line
        .replace(/^\||\|$/g, "")
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll("\\|", "|")),
    );
}

function takeWhile(lines: string[], fits: (line: string) => boolean): string[] {
  const end = lines.findIndex((line) => !fits(line));
  return lines.splice(0, end === -1 ? lines.length : end);
}
