import type { SchemaSet } from "@guildhall/contract";
import { type XmlDocument, XmlValidateError, XsdValidator } from "libxml2-wasm";
import { type SchemaFault, SchemaSetRefused } from "../fault.ts";
import { parse } from "../parse.ts";
import { type SchemaFiles, toSchemaFiles, withFiles } from "./files.ts";
import type { Kinds } from "./kinds.ts";
import { faultsOfParser } from "./parser-faults.ts";
import { type CompiledRule, compileRules, faultsOfRules } from "./rules.ts";
import { sizeLimit, survey } from "./survey.ts";

/** A schema set in the parser's own form. */
export interface Compiled {
  readonly validator: XsdValidator;
  readonly kinds: Kinds;
  readonly rules: readonly CompiledRule[];
  readonly namespaces: SchemaSet["namespaces"];
  dispose(): void;
}

/**
 * Make a schema set ready for checking.
 *
 * @throws SchemaSetRefused with everything that is wrong with the set
 */
export function compile(set: SchemaSet): Compiled {
  const files = toSchemaFiles(set);
  const { faults, kinds } = survey(set, files);
  if (faults.length > 0) throw new SchemaSetRefused([...faults, ...faultsOfRules(set)]);
  const schema = parse(files.get(set.main) ?? new Uint8Array(), {
    limit: sizeLimit,
    url: set.main,
  });
  try {
    const validator = toValidator(set, files, schema);
    const rules = compileRules(set);
    const parts = [validator, schema, ...rules.flatMap(({ context, test }) => [context, test])];
    const dispose = () => {
      for (const part of parts) part.dispose();
    };
    return { validator, kinds, rules, namespaces: set.namespaces, dispose };
  } catch (error) {
    schema.dispose();
    throw error;
  }
}

function toValidator(set: SchemaSet, files: SchemaFiles, schema: XmlDocument): XsdValidator {
  const faults: SchemaFault[] = [];
  const validator = withFiles(files, () => {
    try {
      return XsdValidator.fromDoc(schema);
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error;
      faults.push(...faultsOfParser(error));
      return undefined;
    }
  });
  faults.push(...faultsOfRules(set));
  if (validator && faults.length === 0) return validator;
  validator?.dispose();
  throw new SchemaSetRefused(faults);
}
