import type { NewTarget, TargetField } from "@guildhall/contract";
import { readXmlShape, ShapeRefused, type ShapeSource, type XmlShape } from "@guildhall/xml";
import { bounded } from "./bounds.ts";
import { schemaAmong } from "./find-schema.ts";
import { JsonFiles } from "./json-files.ts";
import { fieldsOfSchema } from "./json-schema.ts";
import { bodyOfOperation } from "./openapi.ts";
import { fieldsOfSamples } from "./sample-json.ts";

/** A receiver's description as it was read. */
export interface ReadTarget {
  readonly format: "json" | "xml";
  /** XML only. */
  readonly root?: string;
  readonly namespaces?: Readonly<Record<string, string>>;
  readonly fields: readonly TargetField[];
  readonly remarks: readonly string[];
}

/** Reads descriptions of XML: in this thread, or better in another that can be given up. */
export type ReadXml = (source: ShapeSource) => XmlShape | Promise<XmlShape>;

/** What a description is read from. */
export interface TargetSourceFiles extends Pick<NewTarget, "source" | "files" | "root"> {
  /** XSD only: the file that declares the root element, where that is known. */
  readonly main?: string;
}

/**
 * Read what a receiver takes, from its own description and from nothing but the files of that.
 *
 * @throws ShapeRefused with everything that is wrong with them, and with what to choose from
 */
export async function readTarget(
  { source, files, root, main }: TargetSourceFiles,
  readXml: ReadXml = readXmlShape,
): Promise<ReadTarget> {
  if (source === "xsd" || source === "wsdl" || source === "sample-xml") {
    const shape = await readXml({ source, files, root, main });
    const { fields, remarks } = bounded(shape.fields);
    const said = [...remarksOn(source, fields), ...remarks];
    return { format: "xml", ...shape, fields, remarks: said };
  }
  const { fields, remarks } = bounded(fieldsOfJson(source, new JsonFiles(files), root));
  if (fields.length === 0)
    throw new ShapeRefused([
      { sentence: "There is no place in it that a value could be written to." },
    ]);
  return { format: "json", fields, remarks: [...remarksOn(source, fields), ...remarks] };
}

function fieldsOfJson(
  source: "json-schema" | "openapi" | "sample-json",
  files: JsonFiles,
  root: string | undefined,
): TargetField[] {
  if (source === "sample-json") return fieldsOfSamples(files);
  const schema = source === "openapi" ? bodyOfOperation(files, root) : schemaAmong(files, root);
  return fieldsOfSchema(files, schema);
}

/** What of it cannot be taken at its word. */
function remarksOn(source: NewTarget["source"], fields: readonly TargetField[]): string[] {
  const isSample = source === "sample-xml" || source === "sample-json";
  const cut = fields.filter(({ isCut }) => isCut).length;
  return [
    ...(isSample
      ? ["It was read from a sample: types are guesses, and nothing is known to be required."]
      : []),
    ...(cut > 0
      ? [
          `${cut === 1 ? "1 part is" : `${cut} parts are`} not shown in full, as they hold themselves or lie too deep.`,
        ]
      : []),
  ];
}
