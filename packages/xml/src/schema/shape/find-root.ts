import { type Components, nameOf } from "./components.ts";
import type { Loaded } from "./load.ts";
import { Naming } from "./naming.ts";
import { partsOfName, type SchemaNode } from "./schema-node.ts";
import { ShapeRefused, whichOf } from "./shape-refused.ts";

/** Which element is meant: its name, or the file that declares it. */
export interface WantedRoot {
  readonly root?: string | undefined;
  readonly main?: string | undefined;
}

/**
 * Find the element that documents begin with: the one that is asked for, or the only one that it can be.
 *
 * @throws ShapeRefused
 */
export function rootAmong(
  components: Components,
  loaded: Loaded,
  { root: asked, main }: WantedRoot,
): SchemaNode {
  const every = components.elements;
  const all = main === undefined ? every : every.filter(({ schema }) => schema.file === main);
  if (all.length === 0)
    throw new ShapeRefused([
      { sentence: "No element that a document could begin with is declared." },
    ]);
  const naming = new Naming(loaded.prefixes);
  const likely =
    asked === undefined ? likelyRoots(all, loaded.schemas) : all.filter(isCalled(asked, naming));
  const [first] = likely;
  if (first && likely.length === 1) return first;
  const names = (likely.length > 0 ? likely : all).map((element) =>
    shortName(element, all, naming),
  );
  throw whichOf(
    names,
    asked === undefined
      ? "elements that a document could begin with"
      : `elements, and none of them alone is “${asked}”`,
  );
}

function isCalled(asked: string, naming: Naming) {
  return (element: SchemaNode) => {
    const name = nameOf(element);
    return [partsOfName(name).local, name, naming.element(name)].includes(asked);
  };
}

/** Its name alone, with a prefix where another has the same. */
function shortName(element: SchemaNode, all: readonly SchemaNode[], naming: Naming): string {
  const { local } = partsOfName(nameOf(element));
  const isShared = all.filter((one) => partsOfName(nameOf(one)).local === local).length > 1;
  return isShared ? naming.element(nameOf(element)) : local;
}

/** Elements that no other holds, and that stand in the place of none; all where every one is held. */
function likelyRoots(
  all: readonly SchemaNode[],
  schemas: readonly SchemaNode[],
): readonly SchemaNode[] {
  const held = new Set<string>();
  const look = (node: SchemaNode) => {
    const ref = node.kind === "element" ? node.attributes.get("ref") : undefined;
    if (ref !== undefined) held.add(ref);
    node.children.forEach(look);
  };
  schemas.forEach(look);
  const free = all.filter(
    (element) =>
      !held.has(nameOf(element)) &&
      !element.attributes.has("substitutionGroup") &&
      element.attributes.get("abstract") !== "true",
  );
  return free.length > 0 ? free : all;
}
