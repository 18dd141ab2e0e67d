import { collect, MappingFault, type Place } from "./fault.ts";
import { writeAttribute } from "./xml.ts";

const xmlUri = "http://www.w3.org/XML/1998/namespace";
const xmlnsUri = "http://www.w3.org/2000/xmlns/";

const nameStart =
  "A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}" +
  "\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}";
const nameRest = `${nameStart}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}`;

/** A name of Namespaces in XML 1.0, without its prefix. */
const ncName = new RegExp(`^[${nameStart}][${nameRest}]*$`, "u");

/** Tells what an XML name stands for in a mapping's namespaces. @throws MappingFault where it is no name */
export type ResolveName = (name: string, place: Place) => QualifiedName;

export interface QualifiedName {
  readonly prefix: string | undefined;
  readonly local: string;
  /** Of the prefix; a name without one has none here, since an attribute's never has. */
  readonly uri: string | undefined;
}

/** Judge and resolve names against namespaces by prefix. */
export function nameResolver(namespaces: Readonly<Record<string, string>>): ResolveName {
  const uris = new Map([...Object.entries(namespaces), ["xml", xmlUri] as const]);
  return (name, place) => {
    if (name === "") throw new MappingFault(place, "the target has an empty step");
    const parts = name.split(":");
    if (parts.length > 2 || !parts.every((part) => ncName.test(part))) {
      throw new MappingFault(place, `“${name.toWellFormed()}” cannot be an XML name`);
    }
    const [first = "", second] = parts;
    if (second === undefined) return { prefix: undefined, local: first, uri: undefined };
    const uri = uris.get(first);
    if (uri === undefined) throw new MappingFault(place, `the prefix “${first}” has no namespace`);
    return { prefix: first, local: second, uri };
  };
}

/** Write the declarations of a mapping's namespaces, and collect the faults of those that cannot be. */
export function declareNamespaces(
  namespaces: Readonly<Record<string, string>>,
  faults: MappingFault[],
): string {
  return Object.entries(namespaces)
    .map(([prefix, uri]) => {
      const place = { row: undefined, pointer: `/namespaces/${prefix}`, target: "" };
      return collect(faults, () => declareNamespace(prefix, uri, place));
    })
    .join("");
}

function declareNamespace(prefix: string, uri: string, place: Place): string {
  if (prefix !== "" && !ncName.test(prefix)) {
    throw new MappingFault(place, `“${prefix.toWellFormed()}” cannot be a prefix`);
  }
  const isReserved = prefix === "xml" || prefix === "xmlns" || uri === xmlUri || uri === xmlnsUri;
  if (isReserved) throw new MappingFault(place, "XML keeps this prefix or address for itself");
  if (uri === "") throw new MappingFault(place, "a namespace needs an address");
  return writeAttribute(prefix === "" ? "xmlns" : `xmlns:${prefix}`, uri, place);
}
