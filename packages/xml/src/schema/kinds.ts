import { XmlElement } from "libxml2-wasm";

export const schemaNamespace = "http://www.w3.org/2001/XMLSchema";
const prefixes = { xs: schemaNamespace };

/**
 * Which built-in type (`date`, `integer`) is under an element or attribute, by its local name.
 *
 * The parser names a set's own type in its message, or none at all, which tells nobody whether a date
 * or a number was meant. Where one name has several types, it is left open.
 */
export class Kinds {
  readonly #types = new Map<string, string>();
  readonly #elements = new Map<string, string>();
  readonly #attributes = new Map<string, string>();

  /** Take in the types of one schema file. */
  collect(schema: XmlElement): void {
    const named = (path: string) => schema.find(path, prefixes) as XmlElement[];
    for (const type of named("//xs:simpleType[@name] | //xs:complexType[@name]"))
      note(this.#types, type, baseOf(type));
    for (const element of named("//xs:element[@name]"))
      note(this.#elements, element, typeOf(element));
    for (const attribute of named("//xs:attribute[@name]"))
      note(this.#attributes, attribute, typeOf(attribute));
  }

  ofElement(name: string): string | undefined {
    return this.#follow(this.#elements.get(name));
  }

  ofAttribute(name: string): string | undefined {
    return this.#follow(this.#attributes.get(name));
  }

  #follow(base: string | undefined): string | undefined {
    let current = base;
    for (let steps = 0; current && steps < 50; steps += 1) {
      if (current.startsWith(builtIn)) return current.slice(builtIn.length);
      current = this.#types.get(current);
    }
    return undefined;
  }
}

const builtIn = "xs:";

function note(map: Map<string, string>, element: XmlElement, base: string | undefined): void {
  const name = element.attr("name")?.value ?? "";
  const isUnclear = map.has(name) && map.get(name) !== base;
  map.set(name, isUnclear ? "" : (base ?? ""));
}

/** What an element or attribute is declared to be, by name or in place. */
function typeOf(declaration: XmlElement): string | undefined {
  const type = declaration.attr("type");
  if (type) return toBase(declaration, type.value);
  return baseOf(declaration.get("xs:simpleType | xs:complexType/xs:simpleContent", prefixes));
}

/** What a type is a restriction or extension of; lists and unions are none. */
function baseOf(type: unknown): string | undefined {
  if (!(type instanceof XmlElement)) return undefined;
  const derived = type.get(derivation, prefixes);
  if (!(derived instanceof XmlElement)) return undefined;
  const base = derived.attr("base");
  return base ? toBase(derived, base.value) : baseOf(derived.get("xs:simpleType", prefixes));
}

const derivation =
  "xs:restriction | xs:extension | xs:simpleContent/xs:restriction | xs:simpleContent/xs:extension";

function toBase(from: XmlElement, qualified: string): string {
  const [name = "", prefix = ""] = qualified.trim().split(":").reverse();
  return from.namespaceForPrefix(prefix) === schemaNamespace ? builtIn + name : name;
}
