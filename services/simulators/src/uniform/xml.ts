/** A piece of XML that is already written. */
export interface Xml {
  readonly xml: string;
}

/** Write an element around text or other elements; text is escaped. */
export function element(name: string, ...content: readonly (Xml | string)[]): Xml {
  const inside = content.map((part) => (typeof part === "string" ? escapeText(part) : part.xml));
  const [tag] = name.split(" ");
  return { xml: `<${name}>${inside.join("")}</${tag}>` };
}

/** Characters that XML cannot hold become U+FFFD; a line break comes back as Windows writes it. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(unwritable, "\uFFFD")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\r?\n/g, "&#13;\n");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
