import type { SchemaFault } from "../../fault.ts";
import { expandedName, isBuiltIn, partsOfName, type SchemaNode } from "./schema-node.ts";

type Kind = "element" | "attribute" | "type" | "group" | "attributeGroup";

/** What schemas declare at their top, by name. */
export class Components {
  readonly #named = new Map<string, SchemaNode>();
  readonly #substitutes = new Map<string, SchemaNode[]>();
  readonly #derived = new Map<string, SchemaNode[]>();
  /** Names that stand for nothing, each once. */
  readonly faults: SchemaFault[] = [];
  readonly #missing = new Set<string>();

  constructor(schemas: readonly SchemaNode[]) {
    for (const node of schemas.flatMap(({ children }) => children)) this.#add(node);
  }

  /** The elements that a document could begin with, in the order of their files. */
  get elements(): readonly SchemaNode[] {
    return [...this.#named.values()].filter(({ kind }) => kind === "element");
  }

  find(kind: Kind, name: string): SchemaNode | undefined {
    return this.#named.get(`${kind} ${name}`);
  }

  /** What a reference means; one that leads nowhere is a fault. */
  follow(kind: Kind, name: string | undefined, from: SchemaNode): SchemaNode | undefined {
    if (name === undefined || (kind === "type" && isBuiltIn(name)) || isOfXml(name))
      return undefined;
    const found = this.find(kind, name);
    if (!found && !this.#missing.has(name)) {
      this.#missing.add(name);
      const sentence = `No file says what ${partsOfName(name).local} is.`;
      this.faults.push({ file: from.schema.file, line: from.line, sentence });
    }
    return found;
  }

  /** The elements that may stand in another's place, those of theirs among them. */
  substitutesOf(element: SchemaNode): readonly SchemaNode[] {
    return gather(this.#substitutes, element);
  }

  /** The types that are made of another, those of theirs among them. */
  derivedFrom(type: SchemaNode): readonly SchemaNode[] {
    return gather(this.#derived, type);
  }

  #add(node: SchemaNode): void {
    const kind = kinds[node.kind];
    if (kind === undefined) return;
    const key = `${kind} ${nameOf(node)}`;
    if (this.#named.has(key)) return;
    this.#named.set(key, node);
    note(this.#substitutes, node.attributes.get("substitutionGroup"), node);
    if (node.kind === "complexType") note(this.#derived, baseOf(node), node);
  }
}

const kinds: Readonly<Record<string, Kind | undefined>> = {
  element: "element",
  attribute: "attribute",
  simpleType: "type",
  complexType: "type",
  group: "group",
  attributeGroup: "attributeGroup",
};

/** The name of what is declared at the top of a schema. */
export function nameOf({ attributes, schema }: SchemaNode): string {
  return expandedName(schema.namespace, attributes.get("name") ?? "");
}

/** The child of a kind, the first where there are several. */
export function childOf(node: SchemaNode | undefined, ...kinds: string[]): SchemaNode | undefined {
  return node?.children.find(({ kind }) => kinds.includes(kind));
}

/** What a complex type says that it is an extension or restriction of. */
function baseOf(type: SchemaNode): string | undefined {
  const content = childOf(type, "complexContent", "simpleContent");
  return childOf(content, "extension", "restriction")?.attributes.get("base");
}

function isOfXml(name: string): boolean {
  return name.startsWith("{http://www.w3.org/XML/1998/namespace}");
}

function note(map: Map<string, SchemaNode[]>, key: string | undefined, node: SchemaNode): void {
  if (key === undefined) return;
  const known = map.get(key);
  if (known) known.push(node);
  else map.set(key, [node]);
}

function gather(map: ReadonlyMap<string, SchemaNode[]>, first: SchemaNode): readonly SchemaNode[] {
  const found = new Set<SchemaNode>();
  let level = [first];
  while (level.length > 0) {
    level = level.flatMap((node) => map.get(nameOf(node)) ?? []).filter((node) => !found.has(node));
    for (const node of level) found.add(node);
  }
  found.delete(first);
  return [...found];
}
