import type { Design, DesignField } from "@guildhall/contract";
import { withXml, type XmlElement, XmlFault } from "@guildhall/xml";
import { ConnectorFault, orFault } from "../connector-fault.ts";
import type { Caller } from "../generic/caller.ts";
import { listLimit } from "../generic/reading.ts";

interface Described {
  readonly caller: Caller;
  readonly shape: { readonly path: string; readonly query?: string | undefined };
}

/** Fields of one document, and how deep they are looked for. */
const most = { fields: 500, depth: 8 };

/**
 * Read what documents look like from the schemas within a WSDL, as it is now. A design is an element's name; one that
 * is gone is left out.
 *
 * @throws ConnectorFault
 */
export function describeWsdl(
  described: Described,
  designs: readonly string[],
  signal: AbortSignal,
): Promise<readonly Design[]> {
  return withWsdl(described, signal, (root) => designs.flatMap((id) => designOf(root, id)));
}

/**
 * Name the elements that documents can begin with.
 *
 * @throws ConnectorFault
 */
export function nameElements(
  described: Described,
  signal: AbortSignal,
): Promise<readonly Pick<Design, "id" | "title">[]> {
  return withWsdl(described, signal, (root) =>
    nodes(root, "//xs:schema/xs:element/@name").map(({ content }) => ({
      id: content,
      title: content,
    })),
  );
}

async function withWsdl<T>(
  { caller, shape }: Described,
  signal: AbortSignal,
  read: (root: XmlElement) => T,
): Promise<T> {
  const query = shape.query === undefined ? [] : ([[shape.query, ""]] as const);
  const get = { method: "GET", path: shape.path.replace(/^\//, ""), query, headers: {} } as const;
  const answer = await orFault(caller.call(() => get, signal, listLimit));
  if (answer.status >= 300) throw new ConnectorFault("shape-refused");
  try {
    return withXml(answer.body, read, listLimit);
  } catch (error) {
    throw error instanceof XmlFault ? new ConnectorFault("bad-answer") : error;
  }
}

const xs = { xs: "http://www.w3.org/2001/XMLSchema" };

function designOf(root: XmlElement, id: string): Design[] {
  const [element] = named(root, "element", id);
  if (!element) return [];
  const left = { fields: most.fields };
  return [{ id, title: id, fields: fieldsOf(root, element, { under: "", depth: 0, left }) }];
}

interface Place {
  readonly under: string;
  readonly depth: number;
  /** How many more are read: a type that holds itself has no end. */
  readonly left: { fields: number };
}

function fieldsOf(root: XmlElement, element: XmlElement, place: Place): DesignField[] {
  if (place.depth > most.depth) return [];
  const holder = typeOf(root, element) ?? element;
  const found = groups.flatMap((group) => nodes(holder, `(.|xs:complexType)/${group}/xs:element`));
  return found.flatMap((one) => fieldOf(root, one, place));
}

/** Where a type's elements stand; one kind of group for each. */
const groups = [
  "xs:sequence",
  "xs:all",
  "xs:choice",
  "xs:sequence/xs:choice",
  "xs:complexContent/xs:extension/xs:sequence",
] as const;

function fieldOf(root: XmlElement, given: XmlElement, place: Place): DesignField[] {
  const { under, depth, left } = place;
  if (left.fields <= 0) return [];
  left.fields -= 1;
  const ref = local(given.attr("ref")?.value);
  const element = (ref && named(root, "element", ref)[0]) || given;
  const name = element.attr("name")?.value ?? "";
  const target = under === "" ? name : `${under}/${name}`;
  const type = local(element.attr("type")?.value) ?? "any";
  // Of a choice, another may stand in its place.
  const isChoice = nodes(given, "parent::xs:choice").length > 0;
  const required = given.attr("minOccurs")?.value !== "0" && !isChoice;
  const options = optionsOf(root, element);
  const own = { target, title: name, type, required, ...(options.length > 0 && { options }) };
  return [own, ...fieldsOf(root, element, { under: target, depth: depth + 1, left })];
}

function optionsOf(root: XmlElement, element: XmlElement) {
  const type = local(element.attr("type")?.value);
  const holder = (type && named(root, "simpleType", type)[0]) || element;
  return nodes(holder, "(.|xs:simpleType)/xs:restriction/xs:enumeration/@value").map(
    ({ content }) => ({ code: content, text: content }),
  );
}

function typeOf(root: XmlElement, element: XmlElement): XmlElement | undefined {
  const type = local(element.attr("type")?.value);
  return type === undefined ? undefined : named(root, "complexType", type)[0];
}

/** The parts of the schemas that stand at their top under this name. */
function named(root: XmlElement, kind: string, name: string): XmlElement[] {
  return nodes(root, `//xs:schema/xs:${kind}`).filter((one) => one.attr("name")?.value === name);
}

function nodes(from: XmlElement, path: string): XmlElement[] {
  const found = from.eval(path, xs);
  return Array.isArray(found) ? (found as XmlElement[]) : []; // Paths here end in elements and values.
}

function local(name: string | undefined): string | undefined {
  return name?.split(":").at(-1);
}
