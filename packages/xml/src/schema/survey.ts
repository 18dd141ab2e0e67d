import type { SchemaSet } from "@guildhall/contract";
import type { XmlElement } from "libxml2-wasm";
import type { SchemaFault } from "../fault.ts";
import { parse } from "../parse.ts";
import { XmlFault } from "../xml-fault.ts";
import { fileNameOf, type SchemaFiles } from "./files.ts";
import { Kinds, schemaNamespace } from "./kinds.ts";

/** All files of a set together, in bytes; the parser's own limits are wider. */
export const sizeLimit = 5_000_000;
/** Files that include one another in a row; the parser gives up at about three hundred. */
const depthLimit = 100;

/** What was seen in a set's files before the parser makes a schema of them. */
export interface Survey {
  readonly faults: readonly SchemaFault[];
  readonly kinds: Kinds;
}

/** Look at every file that the main one leads to: each is there, is a schema, and has no DOCTYPE. */
export function survey({ main }: Pick<SchemaSet, "main">, files: SchemaFiles): Survey {
  const kinds = new Kinds();
  if (!files.has(main)) return { faults: [{ sentence: `There is no file ${main}.` }], kinds };
  if (sizeOf(files) > sizeLimit) {
    return { faults: [{ sentence: "The files are larger than 5 MB together." }], kinds };
  }
  const faults: SchemaFault[] = [];
  const seen = new Set([main]);
  let level = [main];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > depthLimit) {
      faults.push({ sentence: `Files include one another more than ${depthLimit} deep.` });
      break;
    }
    const found = level.map((file) => lookAt(file, files, kinds));
    faults.push(...found.flatMap((one) => one.faults));
    level = [...new Set(found.flatMap((one) => one.leadsTo))].filter((file) => !seen.has(file));
    for (const file of level) seen.add(file);
  }
  return { faults, kinds };
}

interface Look {
  readonly faults: readonly SchemaFault[];
  readonly leadsTo: readonly string[];
}

function lookAt(file: string, files: SchemaFiles, kinds: Kinds): Look {
  const bytes = files.get(file) ?? new Uint8Array();
  try {
    const document = parse(bytes, { limit: sizeLimit });
    try {
      kinds.collect(document.root);
      return lookAtRoot(file, document.root, files);
    } finally {
      document.dispose();
    }
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return { faults: [at(file, error.line, error.message)], leadsTo: [] };
  }
}

function lookAtRoot(file: string, root: XmlElement, files: SchemaFiles): Look {
  if (root.namespaceUri !== schemaNamespace || root.name !== "schema") {
    return { faults: [at(file, root.line, "It is no XML schema.")], leadsTo: [] };
  }
  const references = (root.find(referring, { xs: schemaNamespace }) as XmlElement[]).map(
    (element) => ({
      element,
      name: fileNameOf(element.attr("schemaLocation")?.value.trim() ?? ""),
    }),
  );
  const faults = references
    .filter(({ name }) => !files.has(name))
    .map(({ element, name }) => {
      const what = name || "a file without a name";
      return at(file, element.line, `It asks for ${what}, which is not in the set.`);
    });
  return { faults, leadsTo: references.map(({ name }) => name).filter((name) => files.has(name)) };
}

/** The elements that name another file. */
const referring = "(xs:include | xs:import | xs:redefine)[@schemaLocation]";

function sizeOf(files: SchemaFiles): number {
  return [...files.values()].reduce((sum, { length }) => sum + length, 0);
}

function at(file: string, line: number | undefined, sentence: string): SchemaFault {
  return { file, ...(line ? { line } : {}), sentence };
}
