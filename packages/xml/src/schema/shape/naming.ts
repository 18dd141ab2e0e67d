import { partsOfName } from "./schema-node.ts";

const xmlNamespace = "http://www.w3.org/XML/1998/namespace";
export const instanceNamespace = "http://www.w3.org/2001/XMLSchema-instance";

/**
 * Give names as they are written in a document, and remember the namespaces that they need.
 *
 * The root's namespace is the default one, unless an element without a namespace would fall into it.
 */
export class Naming {
  /** Namespaces by the prefixes that stand for them. */
  readonly #declared = new Map<string, string>();
  readonly #known: ReadonlyMap<string, string>;
  readonly #plain: string | undefined;
  /** Whether an element without a namespace was named. */
  hasBare = false;

  constructor(known: ReadonlyMap<string, string>, plain?: string) {
    this.#known = known;
    this.#plain = plain === "" ? undefined : plain;
    if (this.#plain !== undefined) this.#declared.set("", this.#plain);
  }

  element(name: string): string {
    const { namespace, local } = partsOfName(name);
    if (namespace === "") this.hasBare = true;
    if (namespace === "" || namespace === this.#plain) return local;
    return `${this.#prefixOf(namespace)}:${local}`;
  }

  /** An attribute without a prefix has no namespace, whatever the default one is. */
  attribute(name: string): string {
    const { namespace, local } = partsOfName(name);
    return namespace === "" ? local : `${this.#prefixOf(namespace)}:${local}`;
  }

  get namespaces(): Record<string, string> {
    return Object.fromEntries(this.#declared);
  }

  #prefixOf(namespace: string): string {
    if (namespace === xmlNamespace) return "xml";
    for (const [prefix, uri] of this.#declared)
      if (uri === namespace && prefix !== "") return prefix;
    const prefix = this.#freePrefix(namespace);
    this.#declared.set(prefix, namespace);
    return prefix;
  }

  #freePrefix(namespace: string): string {
    const wished = namespace === instanceNamespace ? "xsi" : this.#known.get(namespace);
    if (wished !== undefined && !this.#declared.has(wished)) return wished;
    let count = 1;
    while (this.#declared.has(`ns${count}`)) count += 1;
    return `ns${count}`;
  }
}
