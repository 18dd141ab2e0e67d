export type { XmlElement } from "libxml2-wasm";
export { createSchemaChecker, type SchemaChecker } from "./checker/schema-checker.ts";
export { type CompiledSchemaSet, compileSchemaSet } from "./compile-schema-set.ts";
export { type DocumentFault, type SchemaFault, SchemaSetRefused } from "./fault.ts";
export { elements, text, texts, withXml } from "./read.ts";
export { type ReadPlan, readRows } from "./rows.ts";
export { XmlFault } from "./xml-fault.ts";
