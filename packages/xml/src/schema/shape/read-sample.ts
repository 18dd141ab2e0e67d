import type { TargetField } from "@guildhall/contract";
import { XmlElement } from "libxml2-wasm";
import type { SchemaFiles } from "../files.ts";
import { guessType } from "./guess-type.ts";
import { withDocuments } from "./load.ts";
import { Naming } from "./naming.ts";
import { below } from "./place.ts";
import type { XmlShape } from "./read-xsd.ts";
import { expandedName } from "./schema-node.ts";
import { ShapeRefused } from "./shape-refused.ts";
import { titleOf } from "./title.ts";

/** How many fields are taken from a sample. */
const mostFields = 20_000;

/** What was seen at one place of the samples. */
interface Seen {
  readonly name: string;
  readonly values: string[];
  repeats: boolean;
  holds: boolean;
}

/**
 * Read the shape of documents from some of them.
 *
 * A sample shows what may be there: nothing of it is known to be required, and types are guesses.
 *
 * @throws ShapeRefused
 */
export function readSampleXml(files: SchemaFiles): XmlShape {
  return withDocuments(files, (documents) => {
    const roots = [...documents.values()];
    const names = new Set(roots.map(nameOfElement));
    const [root] = roots;
    if (!root || names.size > 1)
      throw new ShapeRefused([{ sentence: "The samples do not all begin with the same element." }]);
    const prefixes = new Map(roots.flatMap(prefixesWithin));
    const plain = roots.some(hasBare) ? undefined : root.namespaceUri;
    const naming = new Naming(prefixes, plain);
    const name = naming.element(nameOfElement(root));
    const seen = new Map<string, Seen>();
    for (const one of roots) look(one, "", { seen, naming });
    return { root: name, namespaces: naming.namespaces, fields: [...seen].map(toField) };
  });
}

interface Looking {
  readonly seen: Map<string, Seen>;
  readonly naming: Naming;
}

function look(element: XmlElement, path: string, looking: Looking): void {
  const { seen, naming } = looking;
  for (const attribute of element.attrs) {
    if (attribute.namespaceUri === "http://www.w3.org/2001/XMLSchema-instance") continue;
    const name = expandedName(attribute.namespaceUri, attribute.name);
    const target = below(path, `@${naming.attribute(name)}`);
    note(seen, target, name).values.push(attribute.value);
  }
  const met = new Set<string>();
  for (const child of childElements(element)) {
    const name = nameOfElement(child);
    const target = below(path, naming.element(name));
    const known = note(seen, target, name);
    if (met.has(name)) known.repeats = true;
    met.add(name);
    if (child.firstChild && childElements(child).length > 0) known.holds = true;
    else known.values.push(child.content.trim());
    look(child, target, looking);
  }
}

function note(seen: Map<string, Seen>, target: string, name: string): Seen {
  const known = seen.get(target);
  if (known) return known;
  if (seen.size >= mostFields) {
    const sentence = `It has more than ${mostFields.toLocaleString("en-GB")} places.`;
    throw new ShapeRefused([{ sentence }]);
  }
  const made = { name, values: [], repeats: false, holds: false };
  seen.set(target, made);
  return made;
}

function toField([target, { name, values, repeats, holds }]: [string, Seen]): TargetField {
  const type = holds ? "group" : guessType(values);
  return { target, title: titleOf(name), type, required: false, repeats };
}

function childElements(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let at = element.firstChild; at; at = at.next) if (at instanceof XmlElement) found.push(at);
  return found;
}

function nameOfElement({ namespaceUri, name }: XmlElement): string {
  return expandedName(namespaceUri, name);
}

/** An element without a namespace would fall into a default one. */
function hasBare(element: XmlElement): boolean {
  return element.namespaceUri === "" || childElements(element).some(hasBare);
}

function prefixesWithin(element: XmlElement): [string, string][] {
  const own =
    element.prefix === "" ? [] : [[element.namespaceUri, element.prefix] as [string, string]];
  return [...childElements(element).flatMap(prefixesWithin), ...own];
}
