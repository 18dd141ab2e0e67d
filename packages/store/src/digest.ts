import { createHash } from "node:crypto";
import type { Dataset, SchemaSet } from "@guildhall/contract";

/** A digest of all that a dataset or a schema set says, so that the large ones need not be read to be compared. */
export function digestOf(said: Dataset | SchemaSet): string {
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url");
}
