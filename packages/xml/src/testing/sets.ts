import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SchemaSet } from "@guildhall/contract";
import { compileSchemaSet } from "../compile-schema-set.ts";
import { type SchemaFault, SchemaSetRefused } from "../fault.ts";

const folder = (path: string) => join(import.meta.dirname, "../..", path);

/** A file of the fixtures. */
export function fixture(name: string): string {
  return readFileSync(join(folder("fixtures"), name), "utf8");
}

/** A set of files, whose first is the main one. */
export function setOf(
  files: Readonly<Record<string, string>>,
  rest: Partial<Pick<SchemaSet, "namespaces" | "rules">> = {},
): SchemaSet {
  return SchemaSet.parse({ id: "test", main: Object.keys(files)[0], files, ...rest });
}

/** A schema around some declarations. */
export function schema(content: string, attributes = ""): string {
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" ${attributes}>${content}</xs:schema>`;
}

/** The schemas of Valuebill, without the rules. */
export function valuebill(): SchemaSet {
  const from = folder("../../tenants/cookbook/schemas/valuebill");
  const names = readdirSync(from).filter((name) => name.endsWith(".xsd"));
  const files = Object.fromEntries(
    names.map((name) => [name, readFileSync(join(from, name), "utf8")]),
  );
  return SchemaSet.parse({ id: "valuebill", main: "ValuebillBAtoVOA-v3-1d.xsd", files });
}

/** A set whose one pattern takes for ever on forty letters. */
export function endless(): SchemaSet {
  const type =
    '<xs:restriction base="xs:string"><xs:pattern value="(a|aa|a?)*b"/></xs:restriction>';
  return setOf({
    "endless.xsd": schema(
      `<xs:element name="r"><xs:simpleType>${type}</xs:simpleType></xs:element>`,
    ),
  });
}

export const endlessDocument = `<r>${"a".repeat(40)}</r>`;

/** What is wrong with a set. */
export function faultsOf(set: SchemaSet): readonly SchemaFault[] {
  try {
    compileSchemaSet(set).dispose();
    return [];
  } catch (error) {
    if (error instanceof SchemaSetRefused) return error.faults;
    throw error;
  }
}
