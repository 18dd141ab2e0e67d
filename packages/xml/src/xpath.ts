import { XmlXPath, XmlXPathError } from "libxml2-wasm";

export type Namespaces = Readonly<Record<string, string>>;

/** What is wrong with an XPath 1.0 expression, in a plain sentence; undefined when nothing is. */
export function faultOfXPath(source: string, namespaces: Namespaces): string | undefined {
  const code = source.replace(/"[^"]*"|'[^']*'/g, "''").replaceAll("::", "/");
  if (code.includes("$")) return "There are no variables here.";
  const name = unknownFunction(code);
  if (name) return `XPath 1.0 has no function ${name}.`;
  const prefix = [...code.matchAll(/([A-Za-z_][\w.-]*):(?=[A-Za-z_*])/g)]
    .map(([, found = ""]) => found)
    .find((found) => !Object.hasOwn(namespaces, found));
  if (prefix) return `The prefix ${prefix} stands for no namespace.`;
  return compiles(source) ? undefined : "It is not an expression of XPath 1.0.";
}

/** Compile an expression, for as often as it is needed; its owner has to dispose of it. */
export function compileXPath(source: string, namespaces: Namespaces): XmlXPath {
  return XmlXPath.compile(source, namespaces);
}

function compiles(source: string): boolean {
  try {
    XmlXPath.compile(source).dispose();
    return true;
  } catch (error) {
    if (error instanceof XmlXPathError) return false;
    throw error;
  }
}

function unknownFunction(code: string): string | undefined {
  return [...code.matchAll(/([A-Za-z_][\w.:-]*)\s*\(/g)]
    .map(([, name = ""]) => name)
    .find((name) => !callable.has(name));
}

/** The functions, the tests of a node's kind, and the operators that may stand before a bracket. */
const callable = new Set(
  `boolean ceiling concat contains count false floor id lang last local-name name namespace-uri
  normalize-space not number position round starts-with string string-length substring
  substring-after substring-before sum translate true
  comment node processing-instruction text
  and div mod or`.split(/\s+/),
);
