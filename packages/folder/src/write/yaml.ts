import { Document, isCollection, isMap, isPair } from "yaml";

/** What the reader takes in one file. */
const largest = 1_000_000;
/** A part that is no longer than this stands on one line. */
const shortest = 72;

/**
 * Write fields as YAML: the same fields give the same text, in the order in which they are given.
 *
 * Texts are not folded, so that a changed word is one changed line.
 */
export function yamlOf(fields: object): string {
  const document = new Document(fields, { aliasDuplicateObjects: false });
  if (isCollection(document.contents)) for (const part of document.contents.items) layOut(part);
  const text = document.toString({ lineWidth: 0, blockQuote: "literal" });
  // YAML reads JSON too, which has no indents to grow by.
  return text.length <= largest ? text : `${JSON.stringify(fields)}\n`;
}

/** Put each part that is short on one line, and give what it says as JSON; each is looked at once. */
function layOut(node: unknown): string | undefined {
  if (isPair(node)) return joined([layOut(node.key), layOut(node.value)], ":");
  if (!isCollection(node)) return short(JSON.stringify(node ?? null));
  const inside = joined(node.items.map(layOut), ",");
  const text =
    inside === undefined ? undefined : short(isMap(node) ? `{${inside}}` : `[${inside}]`);
  if (text !== undefined && node.items.length > 0) node.flow = true;
  return text;
}

/** Nothing where any part is too long by itself. */
function joined(texts: readonly (string | undefined)[], mark: string): string | undefined {
  return texts.includes(undefined) ? undefined : texts.join(mark);
}

function short(text: string): string | undefined {
  return text.length <= shortest && !text.includes("\\n") ? text : undefined;
}
