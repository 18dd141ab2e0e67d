import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toOpenApi30 } from "@guildhall/api/openapi-30";
import { type Check, type Finding, run } from "./check.ts";

/** What Redocly reports of one place. */
interface Problem {
  readonly ruleId: string;
  readonly message: string;
  readonly location: readonly { readonly pointer?: string }[];
}

const document = "packages/sdk/openapi.json";

/** The API's document, and its twin in 3.0, by the rules in `redocly.yaml`. */
export const openApiLint: Check = {
  name: "OpenAPI lint",
  async run(root) {
    const folder = await mkdtemp(join(tmpdir(), "guildhall-openapi-"));
    try {
      const twin = join(folder, "openapi-3.0.json");
      const text = await readFile(join(root, document), "utf8");
      await writeFile(twin, JSON.stringify(toOpenApi30(JSON.parse(text))));
      const found = await Promise.all([
        lint(root, document, document),
        lint(root, twin, `${document} in 3.0`),
      ]);
      return found.flat();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function lint(root: string, path: string, place: string): Promise<Finding[]> {
  const config = join(root, "redocly.yaml");
  const args = ["lint", path, `--config=${config}`, "--format=json", "--max-problems=1000"];
  const { output, written } = await run("node_modules/.bin/redocly", args, root);
  if (!written.startsWith("{")) throw new Error(`Redocly did not report:\n${output}`);
  const problems: readonly Problem[] = JSON.parse(written).problems;
  return problems.map(({ ruleId, message, location: [where] }) => ({
    place: `${place}${where?.pointer ?? ""}`,
    sentence: `${message.replace(/\s+/g, " ")} (${ruleId})`,
  }));
}
