import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  applyTenant,
  asPlatform,
  beginServiceDraft,
  getServiceDraft,
  withdrawService,
} from "@guildhall/domain";
import { exampleshire, noise } from "@guildhall/domain/testing";
import { loadRootKey, readConfig } from "@guildhall/runtime";
import { putSecret, Store, transact } from "@guildhall/store";
import { Command } from "commander";
import { inTenant } from "./in-tenant.ts";
import { addTenantCommands } from "./tenant.ts";
import type { CommandWorld } from "./world.ts";

const tenants = fileURLToPath(new URL("../../../../tenants", import.meta.url));

describe("guildhall tenant export and import", () => {
  let root: string;
  let printed: string[];
  let said: string[];
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "guildhall-folder-"));
    printed = [];
    said = [];
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const worldOf = (data: string): CommandWorld => ({
    env: { GUILDHALL_DATA: join(root, data) },
    // Neither is looked at by these commands.
    folders: {} as CommandWorld["folders"],
    program: "",
    say: (sentence) => said.push(sentence),
    print: (text) => printed.push(text),
  });
  async function run(data: string, ...args: string[]): Promise<void> {
    const command = new Command().exitOverride();
    addTenantCommands(command, worldOf(data));
    await command.parseAsync(["tenant", ...args], { from: "user" });
  }
  async function seed(data: string): Promise<void> {
    const config = readConfig(worldOf(data).env);
    const store = await Store.open({
      folder: join(root, data),
      rootKey: await loadRootKey(config),
    });
    const actor = { kind: "platform", id: "test", name: "Test" } as const;
    await applyTenant(store, exampleshire, { actor, now: Date.now() });
    store.close();
  }
  const filesIn = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(join(root, folder, "/").length))
      .sort();
  const textsIn = (folder: string) =>
    filesIn(folder).map((path) => [path, readFileSync(join(root, folder, path), "utf8")]);
  const folder = (name: string) => join(root, name);

  it("writes a council out and makes another installation from it, which writes the same bytes", async () => {
    cpSync(join(tenants, "cambridge-city"), folder("own/cambridge-city"), { recursive: true });
    cpSync(join(tenants, "cookbook"), folder("own/cookbook"), { recursive: true });
    await run("first", "apply", folder("own/cambridge-city"));
    await run("first", "export", "cambridge-city", folder("out/cambridge-city"));
    await run("second", "apply", folder("out/cambridge-city"));
    await run("second", "export", "cambridge-city", folder("again"));

    const texts = textsIn("out/cambridge-city");
    expect(texts.length).toBeGreaterThan(100);
    expect(textsIn("again")).toEqual(texts);
    printed = [];
    await run("first", "apply", folder("out/cambridge-city"));
    expect(printed).toEqual(["cambridge-city: nothing to change"]);
  });

  it("carries drafts and what ended services say, and no secret", async () => {
    await seed("first");
    await inTenant("exampleshire", worldOf("first"), async (ground) => {
      const ctx = asPlatform(ground);
      await transact(ctx.db, (tx) =>
        putSecret(tx, "back-office", { jwe: "a-sealed-secret", updatedAt: 1 }),
      );
      await beginServiceDraft(ctx, { title: "Report a smell" });
      await withdrawService(ctx, "noise", { words: { text: "Ring us." } });
    });
    await run("first", "export", "exampleshire", folder("out/exampleshire"));
    const paths = filesIn("out/exampleshire");
    expect(paths).toContain("drafts/report-a-smell/service.yaml");
    expect(paths).toContain("services/noise/exit.yaml");
    expect(textsIn("out/exampleshire").join("\n")).not.toContain("a-sealed-secret");
  });

  it("plans an import, and does it when it is approved and nothing has changed", async () => {
    await seed("first");
    await run("first", "export", "exampleshire", folder("out"));
    const service = join(folder("out"), "services/noise/service.yaml");
    const text = readFileSync(service, "utf8");
    writeFileSync(service, text.replace(`title: ${noise.title}`, "title: Noise"));
    said = [];
    await run("first", "import", "exampleshire", folder("out"), "--plan");
    expect(printed.at(-1)?.split("\n").slice(0, 2)).toEqual([
      "+ “Noise” is live in version 1. It stays so, and a draft begins beside it.",
      "    The title of the service is now “Noise”.",
    ]);
    const id = said[0]?.match(/--approve (imp_\w+)$/)?.[1] ?? "";

    writeFileSync(service, text);
    await expect(
      run("first", "import", "exampleshire", folder("out"), "--approve", id),
    ).rejects.toThrow(/was changed since this was planned, so nothing was done/);
    writeFileSync(service, text.replace(`title: ${noise.title}`, "title: Noise"));
    await run("first", "import", "exampleshire", folder("out"), "--approve", id);
    expect(said.at(-1)).toBe("All of it was done.");
    const title = await inTenant("exampleshire", worldOf("first"), async (ground) => {
      return (await getServiceDraft(asPlatform(ground), "noise")).definition.title;
    });
    expect(title).toBe("Noise");
  });

  it("names what is wrong with a half-written folder, and changes nothing", async () => {
    await seed("first");
    await run("first", "export", "exampleshire", folder("out"));
    rmSync(join(folder("out"), "services/noise/service.yaml"));
    writeFileSync(join(folder("out"), "notes.txt"), "x");
    await expect(run("first", "import", "exampleshire", folder("out"))).rejects.toThrow(
      /notes\.txt:1 A file of this name and place means nothing here\.\n?.*/,
    );
    await expect(run("first", "import", "exampleshire", folder("none"))).rejects.toThrow(
      /There is no such folder, or it cannot be read\./,
    );
    expect(printed).toEqual([]);
  });

  it("writes over nothing unless it is told to, and then takes away only what it wrote", async () => {
    await seed("first");
    await run("first", "export", "exampleshire", folder("out"));
    writeFileSync(join(folder("out"), "README.md"), "Ours");
    writeFileSync(join(folder("out"), "brands/old.yaml"), "name: Old\n");
    const again = () => run("first", "export", "exampleshire", folder("out"));
    await expect(again()).rejects.toThrow(/is not empty/);
    await run("first", "export", "exampleshire", folder("out"), "--replace");
    expect(filesIn("out")).toContain("README.md");
    expect(filesIn("out")).not.toContain("brands/old.yaml");
  });

  it("asks for one of two contradictory flags", async () => {
    await seed("first");
    await expect(
      run("first", "import", "exampleshire", folder("out"), "--plan", "--approve", "imp_x"),
    ).rejects.toThrow("Say either --plan or --approve, not both.");
  });
});
