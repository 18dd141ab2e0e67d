import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TenantFolder } from "@guildhall/folder";
import { createSchemaChecker } from "@guildhall/xml";
import { runExamples } from "../examples/run-examples.ts";
import { linesOf } from "../examples/words.ts";
import { readTenantFolder } from "./read.ts";

const tenants = fileURLToPath(new URL("../../../../tenants", import.meta.url));
const cookbook = join(tenants, "cookbook");
const names = readdirSync(tenants, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "cookbook")
  .map(({ name }) => name);

const recipes = readdirSync(cookbook)
  .filter((name) => existsSync(join(cookbook, name, "service.yaml")))
  .toSorted();

/** Recipes that not every council has adopted, and who has. */
const adoptedBy: Readonly<Record<string, readonly string[]>> = {
  "damage-claim": ["cambridge-city"],
};

const checker = createSchemaChecker();
afterAll(() => checker.close());

async function read(tenant: string): Promise<TenantFolder> {
  const result = await readTenantFolder(join(tenants, tenant), { cookbook });
  if ("faults" in result)
    throw new Error(
      result.faults.map((one) => `${one.file}:${one.line} ${one.sentence}`).join("\n"),
    );
  return result.folder;
}

describe.each(names)("tenants/%s", async (name) => {
  const folder = await read(name);
  const { tenant, services, examples } = folder;

  it("is read without a fault", () => {
    expect(tenant.id).toBe(name);
    expect(folder.brands.length).toBeGreaterThan(0);
  });

  it.runIf(tenant.kind === "council")(
    "offers every service of the cookbook that it adopted",
    () => {
      const adopted = recipes.filter((recipe) => adoptedBy[recipe]?.includes(name) ?? true);
      expect(services.flatMap(({ recipe }) => recipe ?? [])).toEqual(adopted);
    },
  );

  it.runIf(services.length > 0).each(services)("has three examples and more of $id", ({ id }) => {
    const own = examples.filter(({ service }) => service === id).map((example) => example.name);
    expect(own).toEqual(expect.arrayContaining(["awkward", "least", "most"]));
  });

  it.runIf(examples.length > 0).each(examples)(
    "turns $service/$name into exactly its documents",
    async (example) => {
      const service = services.find(({ id }) => id === example.service);
      if (!service) throw new Error(`no service ${example.service}`);
      const one = { ...folder, examples: [example] };
      const { examples: results } = await runExamples(service, one, { checker, step: () => {} });
      const said = results.flatMap(({ refused, documents }) => [
        ...refused,
        ...documents.flatMap(({ differences = [{ kind: "missing", at: "the document" }] }) =>
          differences.flatMap(linesOf),
        ),
      ]);
      expect(said).toEqual([]);
    },
  );
});
