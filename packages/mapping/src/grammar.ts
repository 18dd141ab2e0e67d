import type { Mapping } from "@guildhall/contract";
import { MappingFault, type Place } from "./fault.ts";
import { checkJsonValue } from "./json.ts";
import { nameResolver } from "./names.ts";
import { writeAttribute, writeValue } from "./xml.ts";

/** What a format lets a document be; every check throws a MappingFault. */
export interface Grammar {
  /** Whether an element may stand beside another of its name. */
  readonly repeats: boolean;
  /** Whether a last step `@name` is an attribute. */
  readonly attributes: boolean;
  checkName(name: string, place: Place): void;
  /** What two attributes of one element may not share. */
  attributeIdentity(name: string, place: Place): string;
  checkValue(value: unknown, place: Place): void;
  checkAttribute(value: unknown, place: Place): void;
}

export function grammarOf({ format, namespaces = {} }: Mapping): Grammar {
  return format === "xml" ? xmlGrammar(namespaces) : jsonGrammar;
}

function xmlGrammar(namespaces: Readonly<Record<string, string>>): Grammar {
  const resolve = nameResolver(namespaces);
  return {
    repeats: true,
    attributes: true,
    checkName: resolve,
    attributeIdentity: (name, place) => {
      if (name === "xmlns" || name.startsWith("xmlns:")) {
        throw new MappingFault(place, "namespaces are declared in the mapping's namespaces");
      }
      const { local, uri } = resolve(name, place);
      return uri === undefined ? local : `{${uri}}${local}`;
    },
    checkValue: (value, place) => writeValue(value, { name: "x", attributes: "", place }),
    checkAttribute: (value, place) => writeAttribute("x", value, place),
  };
}

/** `__proto__` is no key, since many a receiver takes it for an object's prototype. */
const jsonGrammar: Grammar = {
  repeats: false,
  attributes: false,
  checkName: (name, place) => {
    if (name === "") throw new MappingFault(place, "the target has an empty step");
    if (name === "__proto__" || !name.isWellFormed()) {
      throw new MappingFault(place, `“${name.toWellFormed()}” cannot be a key`);
    }
  },
  attributeIdentity: (name) => name,
  checkValue: checkJsonValue,
  checkAttribute: checkJsonValue,
};
