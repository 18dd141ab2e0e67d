import { fileNameOf, type SchemaFiles, withoutDeclaration } from "../files.ts";
import { readSampleXml } from "./read-sample.ts";
import { readWsdl } from "./read-wsdl.ts";
import { readXsd, type XmlShape } from "./read-xsd.ts";
import { ShapeRefused } from "./shape-refused.ts";

/** Files that say, or show, what a receiver's XML looks like. */
export interface ShapeSource {
  readonly source: "xsd" | "wsdl" | "sample-xml";
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** The element or operation that is meant, where there are several. */
  readonly root?: string | undefined;
  /** The file that declares it, where that is known. */
  readonly main?: string | undefined;
}

/**
 * Read what a receiver's XML looks like, in document order, from nothing but these files.
 *
 * @throws ShapeRefused with everything that is wrong with them, and with what to choose from
 */
export function readXmlShape({ source, files, root, main }: ShapeSource): XmlShape {
  const named = toFiles(files);
  const shape =
    source === "xsd"
      ? readXsd(named, { root, main })
      : source === "wsdl"
        ? readWsdl(named, root)
        : readSampleXml(named);
  if (shape.fields.length > 0) return shape;
  throw new ShapeRefused([
    { sentence: "There is no place in it that a value could be written to." },
  ]);
}

/** References are followed by a file's own name, so no two may share it, whatever folders they came in. */
function toFiles(files: ShapeSource["files"]): SchemaFiles {
  const named = new Map<string, Uint8Array>();
  for (const { name, text } of files) {
    const own = fileNameOf(name);
    if (named.has(own))
      throw new ShapeRefused([{ file: own, sentence: "Two files have this name." }]);
    named.set(own, Buffer.from(withoutDeclaration(text)));
  }
  return named;
}
