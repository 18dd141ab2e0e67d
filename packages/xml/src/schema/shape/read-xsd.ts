import type { TargetField } from "@guildhall/contract";
import { SchemaSetRefused } from "../../fault.ts";
import { compile } from "../compile.ts";
import type { SchemaFiles } from "../files.ts";
import { Components, nameOf } from "./components.ts";
import { rootAmong, type WantedRoot } from "./find-root.ts";
import { type Loaded, loadSchemas, withDocuments } from "./load.ts";
import { Naming } from "./naming.ts";
import { partsOfName, type SchemaNode } from "./schema-node.ts";
import { ShapeRefused } from "./shape-refused.ts";
import { TooManyFields, Walk } from "./walk.ts";

/** What a document of a receiver looks like. */
export interface XmlShape {
  /** The root element as it is written, in the prefixes of `namespaces`. */
  readonly root: string;
  readonly namespaces: Readonly<Record<string, string>>;
  readonly fields: readonly TargetField[];
}

/**
 * Read the shape of documents from schema files, in which every include and import is found or not at all.
 *
 * @throws ShapeRefused
 */
export function readXsd(files: SchemaFiles, wanted: WantedRoot): XmlShape {
  const loaded = withDocuments(files, (documents) =>
    loadSchemas(
      [...documents].map(([file, element]) => ({ file, element })),
      new Set(files.keys()),
    ),
  );
  const components = new Components(loaded.schemas);
  const element = rootAmong(components, loaded, wanted);
  refuseUnusable(files, element.schema.file);
  return shapeOf(components, loaded, element);
}

/** What no parser would take is no description of anything. */
function refuseUnusable(files: SchemaFiles, main: string): void {
  const texts = [...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()] as const);
  const set = { id: "target", main, files: Object.fromEntries(texts), namespaces: {}, rules: [] };
  try {
    compile(set).dispose();
  } catch (error) {
    throw error instanceof SchemaSetRefused ? new ShapeRefused(error.faults) : error;
  }
}

/** How many fields a shape may have; one with more is entered less deep. */
const mostFields = 20_000;
const depths = [64, 12, 8, 6, 4] as const;

/**
 * Walk through everything that a document may hold.
 *
 * @throws ShapeRefused
 */
export function shapeOf(components: Components, loaded: Loaded, element: SchemaNode): XmlShape {
  for (const depth of depths) {
    const shape = attempt(components, loaded, { element, depth });
    if (components.faults.length > 0) throw new ShapeRefused(components.faults);
    if (shape) return shape;
  }
  const sentence = `It has more than ${mostFields.toLocaleString("en-GB")} places to fill, which is more than can be mapped by hand.`;
  throw new ShapeRefused([{ file: element.schema.file, line: element.line, sentence }]);
}

function attempt(
  components: Components,
  loaded: Loaded,
  { element, depth }: { readonly element: SchemaNode; readonly depth: number },
): XmlShape | undefined {
  const own = partsOfName(nameOf(element)).namespace;
  const plain = walked(components, new Naming(loaded.prefixes, own), { element, depth });
  // An element without a namespace would fall into the default one, and nothing takes it out again.
  if (!plain?.naming.hasBare || own === "") return plain?.shape;
  return walked(components, new Naming(loaded.prefixes), { element, depth })?.shape;
}

function walked(
  components: Components,
  naming: Naming,
  { element, depth }: { readonly element: SchemaNode; readonly depth: number },
): { readonly naming: Naming; readonly shape: XmlShape } | undefined {
  const walk = new Walk(components, naming, { fields: mostFields, depth });
  try {
    const root = naming.element(nameOf(element));
    walk.root(element);
    return { naming, shape: { root, namespaces: naming.namespaces, fields: walk.fields } };
  } catch (error) {
    if (error instanceof TooManyFields) return undefined;
    throw error;
  }
}
