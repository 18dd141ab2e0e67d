import { Document, isCollection, type Node, visit } from "yaml";

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
  visit(document, {
    Collection(key, node) {
      if (key !== null && isShort(node)) node.flow = true;
    },
  });
  const text = document.toString({ lineWidth: 0, blockQuote: "literal" });
  // YAML reads JSON too, which has no indents to grow by.
  return text.length <= largest ? text : `${JSON.stringify(fields)}\n`;
}

function isShort(node: Node): boolean {
  if (!isCollection(node) || node.items.length === 0) return false;
  const text = JSON.stringify(node.toJSON());
  return text.length <= shortest && !text.includes("\\n");
}
