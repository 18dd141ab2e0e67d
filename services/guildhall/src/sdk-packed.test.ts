import { execFile, execFileSync } from "node:child_process";
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createClientFor, startProcess } from "@guildhall/sdk";
import { exampleOf } from "./testing/fill-in.ts";
import { startTown, type Town } from "./testing/town.ts";

const sdk = fileURLToPath(new URL("../../../packages/sdk", import.meta.url));
const council = "cambridge-city";

/** As strict as a vendor's project can be. */
const strict = {
  compilerOptions: {
    target: "es2022",
    module: "nodenext",
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    skipLibCheck: false,
    lib: ["es2022", "dom", "dom.iterable"],
    types: ["node"],
    typeRoots: [fileURLToPath(new URL("../../../node_modules/@types", import.meta.url))],
    outDir: "out",
  },
  include: ["*.ts"],
};

describe("the SDK, packed and installed in a folder of its own", { timeout: 180_000 }, () => {
  let folder: string;
  let town: Town;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "guildhall-sdk-"));
    const built = join(folder, "built");
    run("node", [join(sdk, "build.mjs"), built]);
    const [{ filename }] = JSON.parse(run("npm", ["pack", "--json"], built));
    writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
    run("npm", ["install", "--offline", "--no-audit", "--no-fund", join(built, filename)]);
    for (const example of readdirSync(join(sdk, "examples")))
      copyFileSync(join(sdk, "examples", example), join(folder, example));
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(strict));
    town = await startTown();
  }, 180_000);
  afterAll(async () => {
    await town?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  it("needs nothing else, and brings its licence and what to read", () => {
    const installed = join(folder, "node_modules/@guildhall/sdk");
    const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.private).toBeUndefined();
    expect(readdirSync(join(folder, "node_modules"))).toEqual([".package-lock.json", "@guildhall"]);
    expect(readdirSync(installed)).toEqual(
      expect.arrayContaining(["LICENSE", "README.md", "index.d.ts", "index.js"]),
    );
    expect(readdirSync(installed).filter((name) => /(?<!\.d)\.ts$/.test(name))).toEqual([]);
  });

  it("compiles its examples with strict types, and runs them against a server", async () => {
    run("node", [join(sdk, "node_modules/typescript/bin/tsc"), "-p", "."]);
    const { partner = "", vendor = "" } = town.keys[council] ?? {};
    const started = await example("start-and-follow", { GUILDHALL_KEY: partner });
    expect(started).toMatch(/^\d+ services\nReference CAM-\w{4}-\w{4}\n.+: open\n$/);
    const worked = await example("work-a-case", {
      GUILDHALL_KEY: vendor,
      PROCESS_ID: await startedBy(partner),
    });
    expect(worked).toContain("reference:");
    expect(worked).toMatch(/: completed\n$/);
  });

  function run(program: string, args: string[], cwd = folder): string {
    return execFileSync(program, args, { cwd, encoding: "utf8", stdio: "pipe" });
  }

  /** Run a compiled example against the server of this process, and give what it says. */
  async function example(name: string, env: Record<string, string>): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, [`out/${name}.js`], {
      cwd: folder,
      env: { ...env, GUILDHALL_API: api() },
    });
    return stdout;
  }

  function api(): string {
    return `${town.base}/t/${council}/v1`;
  }

  async function startedBy(key: string): Promise<string> {
    const { data } = await startProcess({
      client: createClientFor({ baseUrl: api(), key }),
      throwOnError: true,
      body: { service: "noise-nuisance", answers: exampleOf(council, "noise-nuisance", "least") },
    });
    return data.id;
  }
});
