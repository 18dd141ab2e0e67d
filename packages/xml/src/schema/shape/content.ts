import { type Components, childOf, nameOf } from "./components.ts";
import type { SchemaNode } from "./schema-node.ts";
import { restricted, type Value, valueOfType } from "./simple.ts";

/** What an element of a type holds. */
export interface Content {
  /** Its own value; left out where it has none. */
  readonly value?: Value | undefined;
  /** What stands in it, in order. */
  readonly particles: readonly SchemaNode[];
  /** Its attributes, by their expanded names; one that a restriction forbids is there as forbidden. */
  readonly attributes: ReadonlyMap<string, SchemaNode>;
  readonly isMixed: boolean;
}

const nothing: Content = { particles: [], attributes: new Map(), isMixed: false };
/** Types that are made of one another in a longer chain lead nowhere. */
const deepest = 50;

/** What a complex type holds, with what it has from those that it is made of. */
export function contentOf(components: Components, type: SchemaNode, depth = deepest): Content {
  const inner = childOf(type, "simpleContent", "complexContent");
  if (!inner) return { ...ownOf(components, type), isMixed: isMixed(type) };
  const made = childOf(inner, "extension", "restriction");
  if (!made || depth === 0) return nothing;
  const own = ownOf(components, made);
  const base = baseOf(components, made, depth - 1);
  const attributes = new Map([...base.attributes, ...own.attributes]);
  if (inner.kind === "simpleContent") {
    const value =
      made.kind === "restriction" && !base.value ? restricted(components, made) : base.value;
    return { ...nothing, attributes, value: narrowed(components, made, value) };
  }
  const particles =
    made.kind === "extension" ? [...base.particles, ...own.particles] : own.particles;
  return { particles, attributes, isMixed: isMixed(type) || isMixed(inner) || base.isMixed };
}

/** A restriction of a type with a value says itself what the value has to keep to. */
function narrowed(
  components: Components,
  made: SchemaNode,
  value: Value | undefined,
): Value | undefined {
  if (made.kind !== "restriction" || !value) return value;
  const own = restricted(components, made);
  const limits = { ...value.limits, ...own.limits };
  const options = own.options ?? value.options;
  return {
    type: value.type,
    ...(options && { options }),
    ...(Object.keys(limits).length > 0 && { limits }),
  };
}

function baseOf(components: Components, made: SchemaNode, depth: number): Content {
  const name = made.attributes.get("base");
  const type = components.follow("type", name, made);
  if (type?.kind === "complexType") return contentOf(components, type, depth);
  return { ...nothing, value: valueOfType(components, name, made) };
}

function ownOf(components: Components, holder: SchemaNode): Content {
  const particles = holder.children.filter(({ kind }) => groups.has(kind));
  return { ...nothing, particles, attributes: attributesIn(components, holder) };
}

const groups: ReadonlySet<string> = new Set(["sequence", "choice", "all", "group"]);

function attributesIn(
  components: Components,
  holder: SchemaNode,
  depth = deepest,
): ReadonlyMap<string, SchemaNode> {
  const found = new Map<string, SchemaNode>();
  for (const child of holder.children) {
    if (child.kind === "attribute") found.set(attributeName(child), child);
    if (child.kind !== "attributeGroup" || depth === 0) continue;
    const group = components.follow("attributeGroup", child.attributes.get("ref"), child);
    const more = group ? attributesIn(components, group, depth - 1) : [];
    for (const [name, attribute] of more) found.set(name, attribute);
  }
  return found;
}

/** The name that an attribute is written by, as `{namespace}name`. */
function attributeName(attribute: SchemaNode): string {
  const ref = attribute.attributes.get("ref");
  if (ref !== undefined) return ref;
  return isQualified(attribute, "attribute")
    ? nameOf(attribute)
    : `{}${attribute.attributes.get("name") ?? ""}`;
}

/** Whether something that is declared within a type is in its schema's namespace. */
export function isQualified({ attributes, schema }: SchemaNode, kind: "element" | "attribute") {
  const form = attributes.get("form");
  return form === undefined ? schema.qualifies[kind] : form === "qualified";
}

function isMixed({ attributes }: SchemaNode): boolean {
  return /^(?:true|1)$/.test(attributes.get("mixed") ?? "");
}
