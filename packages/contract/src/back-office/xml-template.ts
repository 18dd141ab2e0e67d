/** A part of an XML template: markup or text to be written as it is, or a name with the place that it stands in. */
export type XmlPart = string | { readonly name: string; readonly in: "text" | "attribute" };

const token =
  /<\/?[A-Za-z_][\w.:-]*(?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>|[^<]+|[\s\S]/g;

/**
 * Take an XML template apart; undefined where it is none.
 *
 * A name in braces may stand in a text or between the quotes of an attribute and nowhere else, and a template has no
 * comments, instructions, CDATA or DOCTYPE: so that a value can always be written as what it is.
 */
export function xmlParts(template: string): readonly XmlPart[] | undefined {
  const open: string[] = [];
  const parts: XmlPart[] = [];
  for (const [found] of template.matchAll(token)) {
    if (found === "<") return undefined;
    if (found.startsWith("<") && !keepsOrder(found, open)) return undefined;
    parts.push(...split(found, found.startsWith("<") ? "attribute" : "text"));
  }
  return open.length === 0 ? parts : undefined;
}

/** Whether what is opened is closed in turn. */
function keepsOrder(tag: string, open: string[]): boolean {
  const name = /^<\/?([\w.:-]+)/.exec(tag)?.[1] ?? "";
  if (tag.startsWith("</")) return open.pop() === name;
  if (!tag.endsWith("/>")) open.push(name);
  return true;
}

function split(text: string, place: "text" | "attribute"): XmlPart[] {
  return text
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== "")
    .map((part) => (/^\{.*\}$/s.test(part) ? { name: part.slice(1, -1), in: place } : part));
}
