import type { XmlElement } from "libxml2-wasm";
import { elements } from "../../read.ts";
import { fileNameOf, type SchemaFiles } from "../files.ts";
import { Components } from "./components.ts";
import { isSchema, type Loaded, loadSchemas, type SchemaRoot, withDocuments } from "./load.ts";
import { shapeOf, type XmlShape } from "./read-xsd.ts";
import { expandedName, partsOfName, type SchemaNode } from "./schema-node.ts";
import { ShapeRefused, whichOf } from "./shape-refused.ts";

const wsdlNamespace = "http://schemas.xmlsoap.org/wsdl/";

/** One operation, and what the body of a call of it holds. */
interface Called {
  readonly name: string;
  /** The element, where the body is one of the schemas' own. */
  readonly element?: string;
  /** Where it is not: the parts, by name, each with its type. */
  readonly parts: readonly { readonly name: string; readonly type: string }[];
  readonly namespace: string;
  readonly file: string;
  readonly line: number;
}

interface Read {
  readonly loaded: Loaded;
  readonly operations: readonly Called[];
}

/**
 * Read the shape of what an operation of a WSDL 1.1 takes: the element that is its body, from the schemas within.
 *
 * @throws ShapeRefused
 */
export function readWsdl(files: SchemaFiles, asked: string | undefined): XmlShape {
  const { loaded, operations } = withDocuments(files, (documents) => readFiles(files, documents));
  const called = operationAmong(operations, asked);
  const { element } = called;
  if (element === undefined) {
    const wrapper = wrapperOf(called);
    const schemas = [...loaded.schemas, wrapper.schema];
    return shapeOf(new Components(schemas), loaded, wrapper.element);
  }
  const components = new Components(loaded.schemas);
  const found = components.find("element", element);
  if (found) return shapeOf(components, loaded, found);
  const { local } = partsOfName(element);
  const at = { file: called.file, line: called.line };
  throw new ShapeRefused([{ ...at, sentence: `No file says what the element ${local} is.` }]);
}

function readFiles(files: SchemaFiles, documents: ReadonlyMap<string, XmlElement>): Read {
  const wsdls = [...documents].filter(([, { name, namespaceUri }]) => {
    return name === "definitions" && namespaceUri === wsdlNamespace;
  });
  if (wsdls.length === 0)
    throw new ShapeRefused([{ sentence: "None of the files is a WSDL 1.1." }]);
  refuseMissing(wsdls, files);
  const inside = wsdls.flatMap(([file, root]) =>
    elements(root, "types/schema").map((element): SchemaRoot => ({ file, element })),
  );
  const beside = [...documents]
    .filter(([, element]) => isSchema(element))
    .map(([file, element]): SchemaRoot => ({ file, element }));
  const loaded = loadSchemas([...inside, ...beside], new Set(files.keys()));
  const messages = new Map(wsdls.flatMap(([, root]) => messagesIn(root)));
  return { loaded, operations: wsdls.flatMap(([file, root]) => calledIn(file, root, messages)) };
}

function refuseMissing(
  wsdls: readonly (readonly [string, XmlElement])[],
  files: SchemaFiles,
): void {
  const faults = wsdls.flatMap(([file, root]) =>
    elements(root, "import")
      .filter(({ namespaceUri }) => namespaceUri === wsdlNamespace)
      .map((element) => ({ element, location: element.attr("location")?.value.trim() ?? "" }))
      .filter(({ location }) => !files.has(fileNameOf(location)))
      .map(({ element, location }) => {
        const said = location.slice(0, 200) || "a file without a name";
        const sentence = `It asks for ${said}, which is not among the files.`;
        return { file, line: element.line, sentence };
      }),
  );
  if (faults.length > 0) throw new ShapeRefused(faults);
}

interface Part {
  readonly name: string;
  readonly element?: string;
  readonly type?: string;
}

function messagesIn(root: XmlElement): [string, Part[]][] {
  return ofWsdl(root, "message").map((message) => [
    message.attr("name")?.value ?? "",
    ofWsdl(message, "part").map((part) => ({
      name: part.attr("name")?.value ?? "",
      ...named(part, "element"),
      ...named(part, "type"),
    })),
  ]);
}

function named(part: XmlElement, kind: "element" | "type"): { element?: string; type?: string } {
  const value = part.attr(kind)?.value.trim();
  if (value === undefined) return {};
  const [local = "", prefix = ""] = value.split(":").reverse();
  return { [kind]: expandedName(part.namespaceForPrefix(prefix) ?? "", local) };
}

function calledIn(
  file: string,
  root: XmlElement,
  messages: ReadonlyMap<string, readonly Part[]>,
): Called[] {
  const own = root.attr("targetNamespace")?.value ?? "";
  return ofWsdl(root, "portType").flatMap((port) =>
    ofWsdl(port, "operation").map((operation) => {
      const [input] = ofWsdl(operation, "input");
      const message = input?.attr("message")?.value.split(":").at(-1) ?? "";
      const parts = messages.get(message) ?? [];
      const name = operation.attr("name")?.value ?? "";
      const element = parts.find((part) => part.element !== undefined)?.element;
      const typed = parts.flatMap((part) =>
        part.type === undefined ? [] : [{ name: part.name, type: part.type }],
      );
      const body = { parts: typed, namespace: namespaceOfCall(root, name) ?? own };
      return { name, ...(element && { element }), ...body, file, line: operation.line };
    }),
  );
}

/** The namespace of an element that is named after its operation, as the binding says. */
function namespaceOfCall(root: XmlElement, operation: string): string | undefined {
  return elements(root, "binding/operation")
    .filter((bound) => bound.attr("name")?.value === operation)
    .flatMap((bound) => elements(bound, "input/body"))
    .map((body) => body.attr("namespace")?.value)
    .find((namespace) => namespace !== undefined);
}

function ofWsdl(from: XmlElement, name: string): XmlElement[] {
  return elements(from, name).filter(({ namespaceUri }) => namespaceUri === wsdlNamespace);
}

function operationAmong(operations: readonly Called[], asked: string | undefined): Called {
  const different = [
    ...new Map(operations.map((one) => [`${one.name} ${one.element}`, one])).values(),
  ];
  if (different.length === 0)
    throw new ShapeRefused([{ sentence: "The WSDL has no operation that anything is sent to." }]);
  const found =
    asked === undefined
      ? different
      : different.filter(({ name, element }) => {
          return asked === name || (element && asked === partsOfName(element).local);
        });
  const [first] = found;
  if (first && found.length === 1) return first;
  const names = (found.length > 0 ? found : different).map(({ name }) => name);
  const none = `operations, and none of them alone is “${asked}”`;
  throw whichOf([...new Set(names)], asked === undefined ? "operations" : none);
}

/** The element that an operation of the style “rpc” is called by: named after it, with its parts within. */
function wrapperOf({ name, parts, namespace, file, line }: Called) {
  const info = { file, namespace, qualifies: { element: false, attribute: false } };
  const node = (kind: string, attributes: object, children: readonly SchemaNode[]): SchemaNode => {
    const given = new Map<string, string>(Object.entries(attributes));
    return { kind, attributes: given, children, text: "", schema: info, line };
  };
  const inner = parts.map((part) => node("element", { ...part }, []));
  const type = node("complexType", {}, [node("sequence", {}, inner)]);
  const element = node("element", { name }, [type]);
  return { element, schema: node("schema", {}, [element]) };
}
