import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { configurationTable } from "@guildhall/runtime";
import { putTable, tablePages } from "../scripts/configuration-pages.ts";
import { type Check, type Finding, run } from "./check.ts";
import { filesUnder } from "./files.ts";

const again = "npm run generate writes it anew.";

/** What is made from code and kept in the repository: the OpenAPI document, the client, the table of settings. */
export const generated: Check = {
  name: "generated files",
  async run(root) {
    const [client, tables] = await Promise.all([clientDrift(root), tableDrift(root)]);
    return [...client, ...tables];
  },
};

async function clientDrift(root: string): Promise<Finding[]> {
  const fresh = await mkdtemp(join(tmpdir(), "guildhall-generated-"));
  try {
    const { code, output } = await run(
      process.execPath,
      ["infra/scripts/generate.mjs", fresh],
      root,
    );
    if (code !== 0) throw new Error(`The client could not be generated:\n${output}`);
    return await compare(fresh, join(root, "packages/sdk"));
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function compare(fresh: string, kept: string): Promise<Finding[]> {
  const names = ["openapi.json", ...(await namesIn(fresh)), ...(await namesIn(kept))];
  const differ = await Promise.all(
    [...new Set(names)].map(async (name) => {
      const [made, held] = await Promise.all([textOf(join(fresh, name)), textOf(join(kept, name))]);
      return made === held ? [] : [name];
    }),
  );
  return differ.flat().map((name) => ({
    place: `packages/sdk/${name}`,
    sentence: `is not what the API says now; ${again}`,
  }));
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await filesUnder(join(folder, "src/generated"));
  return names.map((name) => `src/generated/${name}`);
}

async function tableDrift(root: string): Promise<Finding[]> {
  const findings = await Promise.all(
    tablePages.map(async (page) => {
      const text = await readFile(join(root, page), "utf8");
      if (putTable(text, configurationTable()) === text) return [];
      return [{ place: page, sentence: `has another table of settings than the code; ${again}` }];
    }),
  );
  return findings.flat();
}

function textOf(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}
