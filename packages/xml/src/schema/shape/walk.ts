import type { TargetField } from "@guildhall/contract";
import { type Components, nameOf } from "./components.ts";
import { type Content, contentOf, isQualified } from "./content.ts";
import { complexTypeOf, fixedValue, holderOf, isAbstract, plainValue } from "./element-type.ts";
import { instanceNamespace, type Naming } from "./naming.ts";
import { type At, below, occurring, said } from "./place.ts";
import { expandedName, type SchemaNode } from "./schema-node.ts";
import { valueIn } from "./simple.ts";
import { titleOf } from "./title.ts";

interface Limits {
  readonly fields: number;
  readonly depth: number;
}

/** A shape has more fields than it may have. */
export class TooManyFields extends Error {}

/** Walks from a document's root through all that may be in it, in document order. */
export class Walk {
  readonly #components: Components;
  readonly #naming: Naming;
  readonly #limits: Limits;
  readonly #fields = new Map<string, TargetField>();
  readonly #choices = new Map<string, number>();

  constructor(components: Components, naming: Naming, limits: Limits) {
    this.#components = components;
    this.#naming = naming;
    this.#limits = limits;
  }

  get fields(): TargetField[] {
    return [...this.#fields.values()];
  }

  /** Everything within the root element. */
  root(element: SchemaNode): void {
    const type = complexTypeOf(this.#components, element);
    if (type) this.#inside(type, { path: "", isRequired: true, repeats: false, within: [] });
  }

  /** Take in a field; false where it is known already. */
  #add(field: TargetField): boolean {
    const known = this.#fields.get(field.target);
    if (known) {
      // What is declared at two places of one element may come twice, unless these are alternatives.
      const isElsewhere = known.choice !== undefined && known.choice === field.choice;
      if (!isElsewhere) this.#fields.set(field.target, { ...known, repeats: true });
      return false;
    }
    if (this.#fields.size >= this.#limits.fields) throw new TooManyFields();
    this.#fields.set(field.target, field);
    return true;
  }

  #particle(node: SchemaNode, given: At): void {
    const at = occurring(node, given);
    if (!at) return;
    if (node.kind === "sequence" || node.kind === "all") this.#each(node.children, at);
    else if (node.kind === "choice") this.#choice(node.children, at);
    else if (node.kind === "group") this.#group(node, at);
    else if (node.kind === "element") this.#reference(node, at);
    else if (node.kind === "any") this.#any(node, at);
  }

  #each(nodes: readonly SchemaNode[], at: At): void {
    for (const node of nodes) this.#particle(node, at);
  }

  #group(node: SchemaNode, at: At): void {
    const group = this.#components.follow("group", node.attributes.get("ref"), node);
    if (!group || at.within.includes(group)) return;
    this.#each(group.children, { ...at, within: [...at.within, group] });
  }

  #choice(nodes: readonly SchemaNode[], at: At): void {
    const possible = nodes.filter(({ attributes }) => attributes.get("maxOccurs") !== "0");
    if (possible.length <= 1) {
      this.#each(possible, at);
      return;
    }
    const isRequired = at.isRequired && !possible.some((one) => this.#mayBeEmpty(one));
    this.#alternatives({ ...at, isRequired }, possible, (one, its) => this.#particle(one, its));
  }

  /** Enter what only one of may be there; one that is alone is no choice. */
  #alternatives(
    at: At,
    nodes: readonly SchemaNode[],
    enter: (node: SchemaNode, at: At) => void,
  ): void {
    const outer = at.choice ? `${at.choice.name}.${at.choice.branch}` : at.path;
    const count = (this.#choices.get(outer) ?? 0) + 1;
    const isChoice = nodes.length > 1;
    if (isChoice) this.#choices.set(outer, count);
    nodes.forEach((node, index) => {
      const choice = { name: `${outer}#${count}`, branch: index + 1 };
      enter(node, isChoice ? { ...at, choice } : at);
    });
  }

  #mayBeEmpty(node: SchemaNode, depth = 20): boolean {
    if (node.attributes.get("minOccurs")?.trim() === "0") return true;
    if (node.kind === "element" || node.kind === "any" || depth === 0) return false;
    const ref = node.attributes.get("ref");
    const holder = ref === undefined ? node : this.#components.find("group", ref);
    const inside = holder?.children.map((child) => this.#mayBeEmpty(child, depth - 1)) ?? [];
    return node.kind === "choice" ? inside.some(Boolean) : inside.every(Boolean);
  }

  #any({ text }: SchemaNode, at: At): void {
    const own = { target: below(at.path, "*"), title: "Any other element", type: "any" as const };
    this.#add({ ...own, ...(text && { text }), ...said(at) });
  }

  /** An element, or those that may stand in its place. */
  #reference(node: SchemaNode, at: At): void {
    const ref = node.attributes.get("ref");
    const head = ref === undefined ? node : this.#components.follow("element", ref, node);
    if (!head) return;
    const others = ref === undefined ? [] : this.#components.substitutesOf(head);
    const possible = [head, ...others].filter((one) => one === node || !isAbstract(one));
    this.#alternatives(at, possible, (one, its) => this.#element(one, its, node.text));
  }

  /** The field of an element, and those within it. */
  #element(node: SchemaNode, outer: At, words: string): void {
    const name = this.#nameOf(node);
    const at = { ...outer, path: below(outer.path, this.#naming.element(name)) };
    const type = complexTypeOf(this.#components, node);
    const isCut = type !== undefined && this.#isEnough(type, at);
    const isNew = this.#add({
      target: at.path,
      title: titleOf(name),
      ...textOf(words, node, type),
      ...this.#valueOf(node, isCut ? undefined : type, type),
      ...said(at),
      ...(isCut && { isCut }),
    });
    if (isNew && type && !isCut) this.#inside(type, at);
  }

  #valueOf(node: SchemaNode, entered: SchemaNode | undefined, type: SchemaNode | undefined) {
    const content = entered && contentOf(this.#components, entered);
    const value = type ? content?.value : plainValue(this.#components, node);
    return value ? (fixedValue(node) ?? value) : holderOf(content);
  }

  #nameOf(node: SchemaNode): string {
    const isGlobal = this.#components.find("element", nameOf(node)) === node;
    if (isGlobal || isQualified(node, "element")) return nameOf(node);
    return expandedName("", node.attributes.get("name") ?? "");
  }

  /** Whether a type is entered no deeper: it holds itself, or lies too deep. */
  #isEnough(type: SchemaNode, { within, path }: At): boolean {
    return within.includes(type) || path.split("/").length >= this.#limits.depth;
  }

  #inside(type: SchemaNode, { path, within }: At): void {
    const at = { path, isRequired: true, repeats: false, within: [...within, type] };
    const content = contentOf(this.#components, type);
    this.#attributes(content.attributes, at);
    this.#each(content.particles, at);
    if (isAbstract(type)) this.#kinds(type, content, at);
  }

  #attributes(attributes: Content["attributes"], at: At): void {
    for (const [name, node] of attributes) {
      const use = node.attributes.get("use");
      if (use === "prohibited") continue;
      const ref = node.attributes.get("ref");
      const declared = this.#components.follow("attribute", ref, node) ?? node;
      const text = node.text || declared.text;
      this.#add({
        target: below(at.path, `@${this.#naming.attribute(name)}`),
        title: titleOf(name),
        ...(text && { text }),
        ...(fixedValue(node) ?? fixedValue(declared) ?? valueIn(this.#components, declared)),
        required: use === "required",
        repeats: false,
      });
    }
  }

  /** A type that is only a pattern for others: which of them it is, and what those have beside it. */
  #kinds(type: SchemaNode, base: Content, at: At): void {
    const kinds = this.#components.derivedFrom(type).filter((one) => !isAbstract(one));
    const options = kinds.map((kind) => {
      const name = nameOf(kind);
      return { code: this.#naming.element(name), text: titleOf(name) };
    });
    const named = this.#naming.attribute(expandedName(instanceNamespace, "type"));
    this.#add({
      target: below(at.path, `@${named}`),
      title: "Which kind it is",
      type: "text",
      options,
      required: true,
      repeats: false,
    });
    this.#alternatives(at, kinds, (kind, its) => {
      const { attributes, particles } = contentOf(this.#components, kind);
      const added = [...attributes].filter(([name]) => !base.attributes.has(name));
      this.#attributes(new Map(added), its);
      const own = particles.filter((node) => !base.particles.includes(node));
      this.#each(own, { ...its, within: [...its.within, kind] });
    });
  }
}

/** The first that says what it is for. */
function textOf(
  words: string,
  node: SchemaNode,
  type: SchemaNode | undefined,
): Pick<TargetField, "text"> {
  const text = words || node.text || type?.text;
  return text ? { text } : {};
}
