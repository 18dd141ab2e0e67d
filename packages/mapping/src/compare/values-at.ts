import { type DocumentPart, plainName, readDocumentTree } from "./document-tree.ts";

/**
 * Read what stands at a target of a document: each text there, as many as there are of them.
 *
 * The way may be written as a mapping's target or by the plain names that differences have, below the document's own
 * outermost part.
 */
export function valuesAt(document: string, format: "json" | "xml", target: string): string[] {
  const steps = target.split("/").map((step) => plainStep(step.trim(), format));
  const found = steps.reduce<readonly DocumentPart[]>(
    (parts, step) => parts.flatMap(withItems).flatMap((part) => inside(part, step)),
    [readDocumentTree(document, format)],
  );
  return found.flatMap(withItems).flatMap(({ text }) => (text === undefined ? [] : text));
}

/** Names are compared without the namespace's short name and without the ids of Alloy's codes. */
function plainStep(step: string, format: "json" | "xml"): string {
  return format === "xml" ? step.replace(/^(@?)[^:]*:/, "$1") : plainName(step);
}

function inside({ parts }: DocumentPart, step: string): readonly DocumentPart[] {
  return parts.filter(({ name }) => name === step);
}

/** A list's items have no names of their own. */
function withItems(part: DocumentPart): readonly DocumentPart[] {
  const items = part.parts.filter(({ name }) => name === "");
  return items.length > 0 ? [part, ...items] : [part];
}
