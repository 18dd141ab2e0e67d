import { type JsonStep, jsonSteps } from "@guildhall/contract";
import { withXml, type XmlElement, XmlFault } from "@guildhall/xml";
import type { Answer } from "../http/exchange.ts";

/** An answer's body, or one entry of it, to be read by paths. */
export interface Reading {
  /** `none` for a body that is neither JSON nor XML, a web page among them. */
  readonly kind: "json" | "xml" | "none";
  /** The trimmed texts at a path: as many as there are, so that one and many are read alike. */
  texts(path: string): readonly string[];
  items(path: string): readonly Reading[];
  /** Whether there is something at a path: neither null nor an empty text nor an empty list. */
  has(path: string): boolean;
}

export type Namespaces = Readonly<Record<string, string>>;

/** More than any list that was meant for us. */
export const listLimit = 8 * 1024 * 1024;

/**
 * Read an answer, whatever it says of its content type. `read` must return plain values: the document is gone when
 * it ends.
 */
export function readAnswer<T>(
  { body }: Pick<Answer, "body">,
  namespaces: Namespaces,
  read: (reading: Reading) => T,
): T {
  const first = /\S/.exec(
    Buffer.from(body.subarray(0, 256)).toString("utf8").replace("\ufeff", ""),
  )?.[0];
  if (first !== "<") return read(jsonReading(body));
  const outcome = tryXml(body, (root) =>
    root.name.toLowerCase() === "html" ? undefined : { value: read(xmlReading(root, namespaces)) },
  );
  return outcome ? outcome.value : read(nothing);
}

/** The first text at a path that is not empty. */
export function firstText(reading: Reading, path: string | undefined): string | undefined {
  return path === undefined ? undefined : reading.texts(path).find((text) => text !== "");
}

const nothing: Reading = { kind: "none", texts: () => [], items: () => [], has: () => false };

function tryXml<T>(body: Uint8Array, read: (root: XmlElement) => T): T | undefined {
  try {
    return withXml(body, read, listLimit);
  } catch (error) {
    if (error instanceof XmlFault) return undefined;
    throw error;
  }
}

function jsonReading(body: Uint8Array): Reading {
  try {
    return ofJson(
      JSON.parse(
        Buffer.from(body)
          .toString("utf8")
          .replace(/^\ufeff/, ""),
      ),
    );
  } catch (error) {
    if (error instanceof SyntaxError) return nothing;
    throw error;
  }
}

function ofJson(value: unknown): Reading {
  return {
    kind: "json",
    texts: (path) => valuesAt(value, path).flatMap(scalar),
    items: (path) =>
      valuesAt(value, path)
        .filter((item) => item !== null && item !== undefined)
        .map(ofJson),
    has: (path) => valuesAt(value, path).some(isSomething),
  };
}

function valuesAt(value: unknown, path: string): readonly unknown[] {
  return (jsonSteps(path) ?? [{ name: "" }]).reduce<unknown[]>(
    (values, step) => values.flatMap((one) => stepInto(one, step)),
    [value],
  );
}

/** An item where a list is usual counts as a list of one. */
function stepInto(value: unknown, step: JsonStep): unknown[] {
  if ("name" in step) return memberOf(value, step.name);
  const items = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return "every" in step ? items : items.slice(step.at, step.at + 1);
}

function memberOf(value: unknown, name: string): unknown[] {
  if (value === null || typeof value !== "object" || !Object.hasOwn(value, name)) return [];
  return [(value as Record<string, unknown>)[name]]; // It was just seen to have it.
}

function isSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== "";
}

function scalar(value: unknown): string[] {
  if (typeof value === "string") return [value.trim()];
  return typeof value === "number" || typeof value === "boolean" ? [String(value)] : [];
}

function xmlReading(element: XmlElement, namespaces: Namespaces): Reading {
  const nodes = (path: string) => {
    const found = element.eval(toXPath(path), namespaces);
    return Array.isArray(found) ? found : [];
  };
  return {
    kind: "xml",
    has: (path) => nodes(path).some((node) => node.content.trim() !== ""),
    texts: (path) => nodes(path).map((node) => node.content.trim()),
    items: (path) =>
      nodes(path)
        .filter((node): node is XmlElement => "eval" in node)
        .map((node) => xmlReading(node, namespaces)),
  };
}

const word = /'[^']*'|"[^"]*"|@?[A-Za-z_][\w.-]*(?::(?:[A-Za-z_][\w.-]*|\*)|\()?/g;

/** Vendors mix the namespaces of several versions in one message: a name without a prefix counts in each. */
function toXPath(path: string): string {
  if (path.startsWith("$")) return "/*[false()]";
  const anywhere = path.replace(word, (found) =>
    /^['"@]|[:(]/.test(found) ? found : `*[local-name()="${found}"]`,
  );
  return /^[./@]|^text\(/.test(path) ? anywhere : `.//${anywhere}`;
}
