import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyTenant, asPlatform, issueKey } from "@guildhall/domain";
import { exampleshire } from "@guildhall/domain/testing";
import { loadRootKey, readConfig } from "@guildhall/runtime";
import { Store } from "@guildhall/store";
import { Command } from "commander";
import { checkpointFile, keepCheckpoint } from "../checkpoint-file.ts";
import { addAuditCommands } from "./audit.ts";
import { inTenant } from "./in-tenant.ts";
import type { CommandWorld } from "./world.ts";

const tenant = ["--tenant", "exampleshire"];

describe("guildhall audit", () => {
  let data: string;
  let printed: string[];
  let world: CommandWorld;
  const exit = { code: 0 };
  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), "guildhall-audit-"));
    const config = readConfig({ GUILDHALL_DATA: data });
    const store = await Store.open({ folder: data, rootKey: await loadRootKey(config) });
    const actor = { kind: "platform", id: "test", name: "Test" } as const;
    await applyTenant(store, exampleshire, { actor, now: Date.now() });
    store.close();
    world = {
      env: { GUILDHALL_DATA: data },
      // Neither is looked at by these commands.
      folders: {} as CommandWorld["folders"],
      program: "",
      say: () => undefined,
      print: (text) => printed.push(text),
    };
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  async function run(...args: string[]): Promise<string> {
    const command = new Command().exitOverride();
    addAuditCommands(command, world, exit);
    printed = [];
    exit.code = 0;
    await command.parseAsync(["audit", ...args], { from: "user" });
    return printed.join("\n");
  }
  const keep = () => inTenant("exampleshire", world, (ground) => keepCheckpoint(data, ground));
  const append = () =>
    inTenant("exampleshire", world, (ground) =>
      issueKey(asPlatform(ground), { name: "Acme", kind: "vendor", scopes: ["tasks:read"] }),
    );

  it("says that the trail holds, and that no checkpoint was there to show a cut", async () => {
    const said = await run("verify", ...tenant);
    expect(said).toMatch(/^The trail holds: \d+ events, the last with hash [0-9a-f]{64}\.\n/);
    expect(said).toContain("held against no checkpoint");
    expect(exit.code).toBe(0);
  });

  it("holds it against the checkpoints that the server keeps and those that were kept elsewhere", async () => {
    await keep();
    await append();
    const elsewhere = join(data, "elsewhere.txt");
    writeFileSync(elsewhere, `${await run("checkpoint", ...tenant)}\n`);
    const found = JSON.parse(await run("verify", ...tenant, "--checkpoints", elsewhere, "--json"));
    expect(found).toMatchObject({ holds: true, checkpoints: { held: 2, refused: 0 } });
    expect(statSync(checkpointFile(data, "exampleshire")).mode & 0o777).toBe(0o600);
  });

  it("finds that an older copy of the database was put in its place", async () => {
    const [place, copy] = [join(data, "tenants"), join(data, "copy")];
    cpSync(place, copy, { recursive: true });
    await append();
    await keep();
    rmSync(place, { recursive: true });
    cpSync(copy, place, { recursive: true });
    expect(await run("verify", ...tenant)).toContain("its end was cut off, or it was written anew");
    expect(exit.code).toBe(1);
  });

  it("refuses checkpoints that nobody signed here", async () => {
    const forged = join(data, "forged.txt");
    writeFileSync(forged, "a.b.c\n");
    const said = await run("verify", ...tenant, "--checkpoints", forged);
    expect(said).toContain("Not signed here, or another tenant's: 1.");
    expect(exit.code).toBe(1);
  });

  it("says in one sentence that a file has none, and that there is no such tenant", async () => {
    const none = join(data, "none.txt");
    await expect(run("verify", ...tenant, "--checkpoints", none)).rejects.toThrow(
      `There are no checkpoints in ${none}.`,
    );
    await expect(run("verify", "--tenant", "nowhere")).rejects.toThrow(
      "There is no tenant nowhere.",
    );
  });
});
