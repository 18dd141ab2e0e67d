import { align, titleOf } from "./align.ts";
import { type DocumentPart, readDocumentTree } from "./document-tree.ts";

/** One place where a document is not as it should be. */
export interface Difference {
  readonly kind: "changed" | "missing" | "unexpected" | "moved" | "layout";
  /** The way to the place by plain names: `SubmittedSiteLocation / UPRN`. */
  readonly at: string;
  readonly expected?: string;
  readonly got?: string;
}

/** Compare two documents element by element, or key by key. None where they are the same character by character. */
export function compareDocuments(
  expected: string,
  got: string,
  format: "json" | "xml",
): Difference[] {
  if (expected === got) return [];
  const found = compare(readDocumentTree(expected, format), readDocumentTree(got, format), []);
  return found.length > 0 ? found : [{ kind: "layout", at: "" }];
}

function compare(expected: DocumentPart, got: DocumentPart, way: readonly string[]): Difference[] {
  const at = way.join(" / ");
  if (expected.text !== undefined || got.text !== undefined) {
    return expected.text === got.text
      ? []
      : [{ kind: "changed", at, expected: wordsOf(expected), got: wordsOf(got) }];
  }
  if (way.length === 0 && expected.name !== got.name)
    return [{ kind: "changed", at, expected: expected.name, got: got.name }];
  return compareParts(expected, got, way);
}

function compareParts(
  expected: DocumentPart,
  got: DocumentPart,
  way: readonly string[],
): Difference[] {
  const { pairs, missing, unexpected } = align(expected.parts, got.parts, expected.isOrdered);
  const moved = pairs.length > 0 && expected.isOrdered ? outOfOrder(pairs, got.parts) : [];
  return [
    ...pairs.flatMap(([one, other]) => compare(one, other, [...way, stepTo(one, expected.parts)])),
    ...moved.map((one): Difference => ({ kind: "moved", at: wayTo(one, expected.parts, way) })),
    ...missing.map((one): Difference => {
      return { kind: "missing", at: wayTo(one, expected.parts, way), expected: wordsOf(one) };
    }),
    ...unexpected.map((one): Difference => {
      return { kind: "unexpected", at: wayTo(one, got.parts, way), got: wordsOf(one) };
    }),
  ];
}

/** Those that stand behind one that they should stand before. */
function outOfOrder(
  pairs: readonly (readonly [DocumentPart, DocumentPart])[],
  got: readonly DocumentPart[],
): DocumentPart[] {
  let furthest = -1;
  return pairs.flatMap(([one, other]) => {
    const place = got.indexOf(other);
    if (place < furthest) return [one];
    furthest = place;
    return [];
  });
}

function wayTo(part: DocumentPart, among: readonly DocumentPart[], way: readonly string[]): string {
  return [...way, stepTo(part, among)].join(" / ");
}

/** A part's name, with its number and what it begins with where there are several of that name. */
function stepTo(part: DocumentPart, among: readonly DocumentPart[]): string {
  const same = among.filter(({ name }) => name === part.name);
  if (same.length === 1 && part.name !== "") return part.name;
  const title = titleOf(part).slice(part.name.length).trim();
  const number = String(same.indexOf(part) + 1);
  return [part.name, number, title && `(${title.slice(0, 40)})`].filter(Boolean).join(" ");
}

/** All that a part says, on one line. */
function wordsOf({ text, parts }: DocumentPart): string {
  if (text !== undefined) return text;
  return parts
    .map((part) => (part.name === "" ? wordsOf(part) : `${part.name}: ${wordsOf(part)}`))
    .join(", ");
}
