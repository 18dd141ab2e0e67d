import type { SchemaSet } from "@guildhall/contract";
import { XmlDocument, XmlError, type XmlNode, type XmlXPath } from "libxml2-wasm";
import type { SchemaFault } from "../fault.ts";
import { compileXPath, faultOfXPath } from "../xpath.ts";

/** A rule that is ready to be tried. */
export interface CompiledRule {
  readonly rule: SchemaSet["rules"][number];
  /** Chooses the nodes that the rule is for. */
  readonly context: XmlXPath;
  /** Holds at each of them, or the rule is broken there. */
  readonly test: XmlXPath;
}

/** What is wrong with a set's rules, by the rule. */
export function faultsOfRules({ rules, namespaces }: SchemaSet): SchemaFault[] {
  const ids = rules.map(({ id }) => id);
  return rules.flatMap((rule, index) => {
    if (ids.indexOf(rule.id) < index) {
      return [{ rule: rule.id, sentence: "Another rule has the same name." }];
    }
    return (["context", "test"] as const).flatMap((part) => {
      const fault = faultOfXPath(rule[part], namespaces) ?? faultWhenTried(rule, part, namespaces);
      return fault ? [{ rule: rule.id, sentence: `Its ${part} cannot be used. ${fault}` }] : [];
    });
  });
}

/** Compile rules in which nothing was found wrong. */
export function compileRules({ rules, namespaces }: SchemaSet): CompiledRule[] {
  return rules.map((rule) => ({
    rule,
    context: compileXPath(rule.context, namespaces),
    test: compileXPath(rule.test, namespaces),
  }));
}

/** The nodes of a rule's context where its test does not hold; undefined where that cannot be told. */
export function tryRule(
  { context, test }: CompiledRule,
  document: XmlDocument,
): XmlNode[] | undefined {
  try {
    return document.root.find(context).filter((node) => !isTrue(node.eval(test)));
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}

/** What an expression is worth as a condition, in XPath's own way. */
function isTrue(value: ReturnType<XmlNode["eval"]>): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** A function with the wrong arguments only shows when it is called: an empty document is enough for most. */
function faultWhenTried(
  rule: CompiledRule["rule"],
  part: "context" | "test",
  namespaces: SchemaSet["namespaces"],
): string | undefined {
  const document = XmlDocument.fromString("<empty/>");
  try {
    const value = document.root.eval(rule[part], namespaces);
    if (part === "test" || Array.isArray(value)) return undefined;
    return "It does not choose any elements.";
  } catch (error) {
    if (error instanceof XmlError) return "A function in it has arguments that it does not take.";
    throw error;
  } finally {
    document.dispose();
  }
}
