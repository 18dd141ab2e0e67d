import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SchemaSet } from "@guildhall/contract";
import { parse } from "yaml";

/**
 * Read a schema set from its folder: `set.yaml` and the schemas beside it.
 *
 * @throws Error where it is not there or not whole
 */
export function readSchemaSet(folder: string): SchemaSet {
  const files = readdirSync(folder).filter((name) => name.endsWith(".xsd"));
  return SchemaSet.parse({
    ...parse(readFileSync(join(folder, "set.yaml"), "utf8")),
    id: "valuebill",
    files: Object.fromEntries(
      files.map((name) => [name, readFileSync(join(folder, name), "utf8")]),
    ),
  });
}
