import type { Mapping, Row } from "@guildhall/contract";
import { type CompiledMapping, type MappingInput, positions } from "@guildhall/mapping";
import { withXml, type XmlElement } from "@guildhall/xml";

/** What one row says in a document, beside what its answers say. */
export interface Said {
  readonly target: string;
  readonly given: readonly unknown[];
  readonly written: readonly unknown[];
}

interface Reached {
  readonly row: Row;
  readonly pointer: string;
  readonly path: readonly string[];
  /** It is written whatever the answers are, and nothing else is written in its place. */
  readonly isAlone: boolean;
}

/** Read each row that changes nothing back from a document: what it was given, and what is written there. */
export function saidIn(
  document: string,
  mapping: Mapping,
  { compiled, input }: { compiled: CompiledMapping; input: MappingInput },
): Said[] {
  const rows = reach(mapping.rows, { pointer: "", path: [], isAlone: true });
  const plain = rows.filter(({ row, isAlone }) => isAlone && row.from && !row.change);
  const read =
    mapping.format === "json"
      ? ({ path }: Reached) => valuesAt([JSON.parse(document)], path)
      : readXml(document, compiled, input);
  return plain.flatMap((one) => {
    const given = givenTo(one.row, input);
    return given ? [{ target: one.path.join("/"), given, written: read(one) }] : [];
  });
}

function reach(rows: readonly Row[], around: Omit<Reached, "row">): Reached[] {
  return rows.flatMap((row, index) => {
    const alone = rows.filter(({ target }) => target === row.target).length === 1;
    const here = {
      row,
      pointer: `${around.pointer}/rows/${index}`,
      path: [...around.path, ...row.target.split("/")],
      isAlone: around.isAlone && alone && row.when === undefined && row.choice !== true,
    };
    return [here, ...reach(row.rows ?? [], here)];
  });
}

/** The answers or the fact as they are; undefined for what is put together. */
function givenTo({ from }: Row, { answers, facts }: MappingInput): unknown[] | undefined {
  if (from && "fact" in from) return present(valuesAt([facts], from.fact.split(".")));
  if (!from || !("answer" in from)) return undefined;
  const path = from.answer.split(".");
  const [head = ""] = path;
  const groups = Object.values(answers).filter(Array.isArray).flat();
  const holders = Object.hasOwn(answers, head) ? [answers] : groups;
  return present(valuesAt(holders, path));
}

function valuesAt(holders: readonly unknown[], path: readonly string[]): unknown[] {
  return path.reduce<unknown[]>(
    (reached, part) =>
      reached.flatMap((holder) =>
        typeof holder === "object" && holder !== null && Object.hasOwn(holder, part)
          ? [(holder as Record<string, unknown>)[part]].flat()
          : [],
      ),
    [...holders],
  );
}

function present(values: readonly unknown[]): unknown[] {
  return values.filter((value) => value !== "" && value !== undefined);
}

function readXml(document: string, compiled: CompiledMapping, input: MappingInput) {
  const texts = withXml(Buffer.from(document), (root) => new Map(textsIn(root, "")));
  const places = [...positions(compiled, input)];
  return ({ pointer }: Reached) =>
    places
      .filter(([, place]) => place.pointer === pointer)
      .map(([position]) => texts.get(position))
      .filter((text) => text !== "");
}

function textsIn(element: XmlElement, position: string): [position: string, text: string][] {
  const at = (step: string) => (position === "" ? step : `${position}/${step}`);
  const attributes = element.attrs.map(({ name, prefix, value }): [string, string] => [
    at(`@${prefix ? `${prefix}:` : ""}${name}`),
    value,
  ]);
  const inner = element.find("*") as XmlElement[]; // The path finds elements.
  const own: [string, string] = [position, inner.length === 0 ? element.content : ""];
  return [
    own,
    ...attributes,
    ...inner.flatMap((child, index) => textsIn(child, at(String(index + 1)))),
  ];
}
