import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Ran, run } from "./check.ts";
import { copyTree } from "./copy-tree.ts";
import { violations } from "./planted.ts";

const aMinute = 60_000;

describe("npm run check", () => {
  let folder: string;
  let ran: Ran;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "guildhall-check-"));
    await copyTree(resolve(import.meta.dirname, "../.."), folder);
    await writeFile(join(folder, "docs/planted-well.md"), namesWhatIsThere);
    for (const { plant } of violations) await plant(folder);
    ran = await run(process.execPath, ["--import", "tsx", "infra/checks/main.ts"], folder);
  }, 3 * aMinute);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("fails when a rule is broken", () => {
    expect(ran.code).toBe(1);
    expect(ran.output).toMatch(/\n10 of 10 checks fail\.\n$/);
  });

  it.each(violations)("names $rule", ({ says }) => {
    expect(ran.output).toMatch(says);
  });

  it("leaves paths alone that are there, patterns that something fits, and addresses", () => {
    expect(ran.output).not.toContain("docs/planted-well.md");
  });
});

const namesWhatIsThere = `See \`packages/contract/src/index.ts\`, \`tenants/<council>/tenant.yaml\`, \`packages/*/turbo.json\`,
[the licence](../LICENSE), [a place](https://www.gov.uk/nowhere.md) and \`GET /services/{service}\`.

\`\`\`
packages/nowhere/example.ts
\`\`\`
`;
