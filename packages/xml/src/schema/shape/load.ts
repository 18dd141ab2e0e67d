import type { XmlDocument, XmlElement } from "libxml2-wasm";
import type { SchemaFault } from "../../fault.ts";
import { parse } from "../../parse.ts";
import { XmlFault } from "../../xml-fault.ts";
import { fileNameOf, type SchemaFiles } from "../files.ts";
import { schemaNamespace } from "../kinds.ts";
import { sizeLimit } from "../survey.ts";
import { childrenOf, type SchemaInfo, type SchemaNode, toNode } from "./schema-node.ts";
import { ShapeRefused } from "./shape-refused.ts";

/** All that some files declare. */
export interface Loaded {
  /** The schemas' own elements, each with what it declares. */
  readonly schemas: readonly SchemaNode[];
  /** The prefix that the files have for a namespace. */
  readonly prefixes: ReadonlyMap<string, string>;
}

/** Where a schema begins: the root of a file of its own, or an element within a WSDL. */
export interface SchemaRoot {
  readonly file: string;
  readonly element: XmlElement;
}

/**
 * Parse every file, let `work` read them, and free them whatever happens.
 *
 * @throws ShapeRefused with everything that cannot be parsed
 */
export function withDocuments<T>(
  files: SchemaFiles,
  work: (documents: ReadonlyMap<string, XmlElement>) => T,
): T {
  const size = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  if (size > sizeLimit)
    throw new ShapeRefused([{ sentence: "The files are larger than 5 MB together." }]);
  const open = new Map<string, XmlDocument>();
  const faults: SchemaFault[] = [];
  try {
    for (const [file, bytes] of files) {
      const made = attempt(file, bytes);
      if ("sentence" in made) faults.push(made);
      else open.set(file, made);
    }
    if (faults.length > 0) throw new ShapeRefused(faults);
    return work(new Map([...open].map(([file, document]) => [file, document.root])));
  } finally {
    for (const document of open.values()) document.dispose();
  }
}

function attempt(file: string, bytes: Uint8Array): XmlDocument | SchemaFault {
  try {
    return parse(bytes, { limit: sizeLimit });
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return { file, ...(error.line ? { line: error.line } : {}), sentence: error.message };
  }
}

/**
 * Copy schemas out of the parser's memory.
 *
 * A file without a namespace of its own is read once for each that it is included into.
 *
 * @throws ShapeRefused where one asks for a file that is not there
 */
export function loadSchemas(roots: readonly SchemaRoot[], files: ReadonlySet<string>): Loaded {
  const asked = roots.flatMap((root) => referencesOf(root).map((one) => ({ ...one, from: root })));
  const faults = asked.flatMap(({ from, kind, name, location, line }): SchemaFault[] => {
    const at = { file: from.file, line };
    if (unread.has(kind))
      return [
        { ...at, sentence: "It changes what another file declares, which is not read here." },
      ];
    if (name === undefined || files.has(name)) return [];
    return [{ ...at, sentence: `It asks for ${location}, which is not among the files.` }];
  });
  const strange = roots.filter(({ element }) => !isSchema(element));
  const unknown = strange.map(({ file }) => ({ file, sentence: "It is no XML schema." }));
  if (faults.length + unknown.length > 0) throw new ShapeRefused([...unknown, ...faults]);
  const schemas = roots.flatMap((root) =>
    namespacesOf(root, asked).map((namespace) => toNode(root.element, infoOf(root, namespace))),
  );
  return { schemas, prefixes: prefixesIn(roots) };
}

/** Ways to take in a file that change what is in it. */
const unread: ReadonlySet<string> = new Set(["redefine", "override"]);

export function isSchema(element: XmlElement): boolean {
  return element.namespaceUri === schemaNamespace && element.name === "schema";
}

interface Reference {
  readonly kind: string;
  /** Undefined where no file is named, as between the schemas of one WSDL. */
  readonly name: string | undefined;
  readonly location: string;
  readonly line: number;
}

function referencesOf({ element }: SchemaRoot): Reference[] {
  return childrenOf(element)
    .filter(({ name }) => name === "include" || name === "import" || unread.has(name))
    .map((one) => {
      const location = one.attr("schemaLocation")?.value.trim();
      const name = location === undefined ? undefined : fileNameOf(location);
      const said = (location || "a file without a name").slice(0, 200);
      return { kind: one.name, name, location: said, line: one.line };
    });
}

/** The namespaces that a schema's declarations are in: its own, or those of whoever includes it. */
function namespacesOf(
  root: SchemaRoot,
  asked: readonly (Reference & { readonly from: SchemaRoot })[],
  seen: ReadonlySet<SchemaRoot> = new Set(),
): string[] {
  const own = root.element.attr("targetNamespace")?.value;
  if (own !== undefined) return [own];
  const within = asked
    .filter(({ kind, name, from }) => kind === "include" && name === root.file && !seen.has(from))
    .flatMap(({ from }) => namespacesOf(from, asked, new Set([...seen, root])));
  return within.length > 0 ? [...new Set(within)] : [""];
}

function infoOf({ file, element }: SchemaRoot, namespace: string): SchemaInfo {
  const isQualified = (name: string) => element.attr(name)?.value.trim() === "qualified";
  return {
    file,
    namespace,
    qualifies: {
      element: isQualified("elementFormDefault"),
      attribute: isQualified("attributeFormDefault"),
    },
  };
}

function prefixesIn(roots: readonly SchemaRoot[]): ReadonlyMap<string, string> {
  const found = roots.flatMap(({ element }) => Object.entries(element.nsDeclarations));
  const prefixes = new Map<string, string>();
  for (const [prefix, uri] of found)
    if (prefix !== "" && uri !== schemaNamespace && !prefixes.has(uri)) prefixes.set(uri, prefix);
  return prefixes;
}
