import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TenantFolder } from "@guildhall/folder";
import { parse } from "yaml";
import { createFolderReader } from "../folder/read.ts";

/** Where the tenants' folders are. */
export const tenants = fileURLToPath(new URL("../../../../tenants", import.meta.url));

export const councilNames = ["cambridge-city", "huntingdonshire", "south-cambridgeshire"] as const;

/** Read the three councils' folders as they are in the repository. */
export async function readCouncils(): Promise<TenantFolder[]> {
  const reader = createFolderReader(join(tenants, "cookbook"));
  try {
    const folders: TenantFolder[] = [];
    for (const name of councilNames) {
      const read = await reader.read(join(tenants, name));
      if ("faults" in read)
        throw new Error(
          read.faults.map((one) => `${one.file}:${one.line} ${one.sentence}`).join("\n"),
        );
      folders.push(read.folder);
    }
    return folders;
  } finally {
    await reader.close();
  }
}

/** What a council's made-up back office is set up with. */
export function simulatorFile(council: string, kind: string): unknown {
  return parse(readFileSync(join(tenants, council, `simulators/${kind}.yaml`), "utf8"));
}
