/** A value that can be said in JSON and in XML: a list's items are elements, named after the list in the singular. */
export type Sayable =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Sayable[]
  | { readonly [name: string]: Sayable };

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/** Write a value as an XML document, well-formed whatever its texts are. The names are ours. */
export function writeXml(root: string, value: Sayable): string {
  return `${declaration}\n${element(root, value)}\n`;
}

function element(name: string, value: Sayable): string {
  const content = contentOf(name, value);
  return content === "" ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

function contentOf(name: string, value: Sayable): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return escapeText(String(value));
  if (isList(value)) return value.map((item) => element(singularOf(name), item)).join("");
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([key, part]) => element(key, part))
    .join("");
}

const singulars: Readonly<Record<string, string>> = {
  service_requests: "request",
  service_request_updates: "request_update",
};

function singularOf(name: string): string {
  return singulars[name] ?? name.replace(/s$/, "");
}

const special = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" } as const;

/** What XML 1.0 has no way to write becomes U+FFFD. */
function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(unwritable, "\ufffd")
    .replaceAll(/[&<>\r]/g, (character) => special[character as keyof typeof special]);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are replaced.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** `Array.isArray` does not narrow a list that cannot be changed. */
function isList(value: object): value is readonly Sayable[] {
  return Array.isArray(value);
}
