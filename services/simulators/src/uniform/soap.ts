import { withXml, type XmlElement, XmlFault } from "@guildhall/xml";
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

function parse(bytes: Uint8Array): Received {
  try {
    return withXml(bytes, read);
  } catch (error) {
    if (error instanceof XmlFault) throw new SoapFault("Client", error.message);
    throw error;
  }
}

/** Copy what is needed out of the document; an element holds either others or text. */
function read(node: XmlElement): Received {
  const children = (node.find("*") as XmlElement[]).map(read); // A star chooses elements.
  const text = children.length > 0 ? "" : node.content.trim();
  return { name: node.name, namespace: node.namespaceUri, text, children };
}
