import { ParseOption, XmlDocument, XmlElement, XmlText } from "libxml2-wasm";
import { element, type Xml } from "./xml.ts";

const envelopeNamespace = "http://schemas.xmlsoap.org/soap/envelope/";

/** Whose fault it is, in SOAP 1.1's words, and what it is. */
export class SoapFault extends Error {
  readonly code: "Client" | "Server";

  constructor(code: "Client" | "Server", message: string) {
    super(message);
    this.code = code;
  }
}

/** An element that was received. */
export interface Received {
  readonly name: string;
  readonly namespace: string;
  readonly text: string;
  readonly children: readonly Received[];
}

/**
 * Read the one element in a SOAP 1.1 body.
 *
 * @throws SoapFault for anything else, a document type among it.
 */
export function readEnvelope(bytes: Uint8Array): Received {
  const envelope = parse(bytes);
  if (envelope.name !== "Envelope" || envelope.namespace !== envelopeNamespace) {
    throw new SoapFault("Client", "This is no SOAP 1.1 envelope");
  }
  const body = envelope.children.find(({ name }) => name === "Body");
  const [request, ...others] = body?.children ?? [];
  if (request && others.length === 0) return request;
  throw new SoapFault("Client", "The body must hold one element");
}

/** Write an envelope around one element. */
export function writeEnvelope(content: Xml): string {
  const body = element("soap:Body", content);
  const envelope = element(`soap:Envelope xmlns:soap="${envelopeNamespace}"`, body);
  return `<?xml version="1.0" encoding="utf-8"?>${envelope.xml}`;
}

export function writeFault({ code, message }: SoapFault): string {
  const said = [element("faultcode", `soap:${code}`), element("faultstring", message)];
  return writeEnvelope(element("soap:Fault", ...said));
}

/** The text of the element at the end of a path, or undefined where there is none. */
export function textAt(from: Received, ...path: readonly string[]): string | undefined {
  return allAt(from, ...path)[0]?.text;
}

/** All elements at the end of a path. */
export function allAt(from: Received, ...path: readonly string[]): Received[] {
  return path.reduce<Received[]>(
    (found, name) =>
      found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [from],
  );
}

/** Nothing is loaded from outside, no entity is substituted, and CDATA is text like any other. */
const options = ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NOCDATA;

function parse(bytes: Uint8Array): Received {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(bytes, { option: options });
  } catch (cause) {
    throw new SoapFault("Client", cause instanceof Error ? cause.message : "ill-formed XML");
  }
  try {
    if (document.dtd) throw new SoapFault("Client", "A document type is not allowed");
    return read(document.root);
  } finally {
    document.dispose();
  }
}

/** Copy what is needed out of the document, whose memory is not the collector's to free. */
function read(node: XmlElement): Received {
  const children: Received[] = [];
  let text = "";
  for (let child = node.firstChild; child; child = child.next) {
    if (child instanceof XmlElement) children.push(read(child));
    else if (child instanceof XmlText) text += child.content;
  }
  return { name: node.name, namespace: node.namespaceUri, text: text.trim(), children };
}
