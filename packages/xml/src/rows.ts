import type { XmlElement } from "libxml2-wasm";
import { withXml } from "./read.ts";
import { faultOfXPath, type Namespaces } from "./xpath.ts";

/** One value to read: what it is called, and its XPath 1.0 from the root element. */
export interface ReadRow {
  readonly name: string;
  readonly path: string;
  /** There may be many: the value is a list, of one or of none as well. */
  readonly list?: boolean;
}

export interface ReadPlan {
  readonly rows: readonly ReadRow[];
  readonly namespaces: Namespaces;
}

/**
 * Read trimmed texts out of a document, by XPath.
 *
 * A list is a list, whether the document has one, many or none of it. Any other row is the first text
 * that is not empty, and is left out where there is none.
 *
 * @throws XmlFault; RangeError where a row's path is no XPath
 */
export function readRows(
  bytes: Uint8Array,
  { rows, namespaces }: ReadPlan,
): Record<string, string | string[]> {
  for (const { name, path } of rows) {
    const fault = faultOfXPath(path, namespaces);
    if (fault) throw new RangeError(`The path of ${name} cannot be used. ${fault}`);
  }
  return withXml(bytes, (root) => {
    const read = rows.flatMap(({ name, path, list }) => {
      const found = textsAt(root, path, namespaces);
      const value = list ? found : found.find((text) => text !== "");
      return value === undefined ? [] : [[name, value] as const];
    });
    return Object.fromEntries(read);
  });
}

function textsAt(root: XmlElement, path: string, namespaces: Namespaces): string[] {
  const value = root.eval(path, namespaces);
  return Array.isArray(value) ? value.map((node) => node.content.trim()) : [String(value)];
}
