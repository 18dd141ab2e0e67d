import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the product's own files lie: what tenants begin with, what was built, and what the pages of problems say. */
export interface Folders {
  readonly tenants: string;
  readonly assets: string;
  readonly problems: string;
  /** What the API's documentation shows beside its reference. */
  readonly guides: string;
}

/** Find the product's folders from a file of it, whether that is a source or the bundle. */
export function productFolders(from: string): Folders {
  const root = rootAbove(dirname(fileURLToPath(from)));
  return {
    tenants: join(root, "tenants"),
    assets: join(root, "packages/ui/dist"),
    problems: join(root, "docs/problems"),
    guides: join(root, "docs/guides"),
  };
}

function rootAbove(folder: string): string {
  if (existsSync(join(folder, "tenants")) && existsSync(join(folder, "package.json")))
    return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("The tenants folder is not beside the program.");
  return rootAbove(parent);
}
