import type { Child } from "hono/jsx";
import { type Block, blocksOf } from "./markdown-blocks.ts";

export interface MarkdownProps {
  readonly text: string;
  /** How much deeper its headings are than they are written. */
  readonly deeper?: number;
  /** Where a link leads from these pages; undefined for one that leads nowhere, whose words stay. */
  readonly linkTo?: (target: string) => string | undefined;
}

/** The Markdown that guides and descriptions are written in: headings, paragraphs, lists, tables and code. */
export function Markdown({ text, deeper = 0, linkTo = (target) => target }: MarkdownProps) {
  return (
    <>
      {blocksOf(text).map((block) => (
        <BlockOf block={block} context={{ deeper, linkTo }} />
      ))}
    </>
  );
}

type Context = Required<Pick<MarkdownProps, "deeper" | "linkTo">>;

function BlockOf({ block, context }: { block: Block; context: Context }) {
  const inline = (text: string) => <Inline text={text} linkTo={context.linkTo} />;
  switch (block.kind) {
    case "heading":
      return <Heading level={block.level + context.deeper} text={block.text} inline={inline} />;
    case "code":
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case "list": {
      const items = block.items.map((item) => <li>{inline(item)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "table":
      return <Table rows={block.rows} inline={inline} />;
    default:
      return <p>{inline(block.text)}</p>;
  }
}

type InlineOf = (text: string) => Child;

function Heading({ level, text, inline }: { level: number; text: string; inline: InlineOf }) {
  const Tag = `h${Math.min(level, 6)}` as "h2";
  return <Tag id={slugOf(text)}>{inline(text)}</Tag>;
}

function Table({ rows, inline }: { rows: readonly string[][]; inline: InlineOf }) {
  const [head = [], ...body] = rows;
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell) => (
            <th scope="col">{inline(cell)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map((cells) => (
          <tr>
            {cells.map((cell) => (
              <td>{inline(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const spans = /(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)\s]+\))/;

/** The Markdown of a line: code, strong words and links. */
export function Inline({ text, linkTo = (target) => target }: Omit<MarkdownProps, "deeper">) {
  return <>{text.split(spans).map((part) => spanOf(part, linkTo))}</>;
}

function spanOf(part: string, linkTo: Context["linkTo"]): Child {
  if (/^`[^`]+`$/.test(part)) return <code>{part.slice(1, -1)}</code>;
  if (/^\*\*[^*]+\*\*$/.test(part)) return <strong>{part.slice(2, -2)}</strong>;
  const [, words = "", target = ""] = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(part) ?? [];
  if (words === "") return part;
  const href = linkTo(target);
  return href === undefined ? words : <a href={href}>{words}</a>;
}

/** The name that a heading can be linked by; it begins with a letter. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-$/g, "");
}
