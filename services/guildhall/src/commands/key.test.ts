import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyTenant, createAuthenticator } from "@guildhall/domain";
import { exampleshire } from "@guildhall/domain/testing";
import { loadRootKey, readConfig } from "@guildhall/runtime";
import { Store } from "@guildhall/store";
import { Command } from "commander";
import { inTenant } from "./in-tenant.ts";
import { addKeyCommands } from "./key.ts";
import { addSigningKeyCommands } from "./signing-key.ts";
import type { CommandWorld } from "./world.ts";

const tenant = ["--tenant", "exampleshire"];
const acme = [...tenant, "--name", "Acme", "--scopes", "notes:write, tasks:read"];

describe("guildhall key", () => {
  let data: string;
  let printed: string[];
  let world: CommandWorld;
  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), "guildhall-key-"));
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
    addKeyCommands(command, world);
    addSigningKeyCommands(command, world);
    printed = [];
    await command.parseAsync(args, { from: "user" });
    return printed.join("\n");
  }
  const bearerOf = (key: string, address: string) =>
    inTenant("exampleshire", world, (ground) => createAuthenticator()(ground, key, { address }));
  const idOf = (key: string) => key.slice(8, 20);

  it("issues a key that is held to what was typed", async () => {
    const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const terms = ["--expires", soon, "--cidr", "203.0.113.0/24,2001:db8::/32"];
    const key = await run("key", "issue", ...acme, ...terms, "--connector", "back-office");
    expect(await bearerOf(key, "203.0.113.1")).toMatchObject({
      actor: { name: "Acme", kind: "vendor" },
      scopes: new Set(["notes:write", "tasks:read"]),
    });
    await expect(bearerOf(key, "198.51.100.1")).rejects.toThrow();
    const list = JSON.parse(await run("key", "list", ...tenant, "--json"));
    expect(list.data).toMatchObject([
      { id: idOf(key), expiresAt: `${soon}T00:00:00.000Z`, connector: "back-office" },
    ]);
  });

  it("issues one without a secret to a holder that signs", async () => {
    const url = "https://acme.example/jwks.json";
    expect(await run("key", "issue", ...acme, "--jwks-url", url)).toMatch(/^[0-9A-Za-z]{12}$/);
  });

  it("rotates a key, the one before good for as long as is said, and revokes it", async () => {
    const old = await run("key", "issue", ...acme);
    const fresh = await run("key", "rotate", idOf(old), ...tenant, "--hours", "1");
    expect(await bearerOf(old, "203.0.113.1")).toBeDefined();
    expect(await bearerOf(fresh, "203.0.113.1")).toBeDefined();
    const last = await run("key", "rotate", idOf(old), ...tenant, "--hours", "0");
    expect(await bearerOf(fresh, "203.0.113.1")).toBeUndefined();
    await run("key", "revoke", idOf(old), ...tenant);
    expect(await bearerOf(last, "203.0.113.1")).toBeUndefined();
    expect(await run("key", "list", ...tenant)).toMatch(/^\S{12} {2}revoked .+ Acme$/);
  });

  it.each([
    ["--scopes", "keys:write"],
    ["--expires", "tomorrow"],
    ["--cidr", "203.0.113.0"],
    ["--certificate", "short"],
    ["--jwks-url", "http://acme.example"],
    ["--signature", "whsec_AAAA"],
    ["--kind", "citizen"],
  ])("says what %s takes when it is given %s", async (option, value) => {
    await expect(run("key", "issue", ...acme, option, value)).rejects.toThrow(`${option} takes`);
  });

  it("says so when there is no such key", async () => {
    await expect(run("key", "revoke", "000000000000", ...tenant)).rejects.toThrow("no key");
    const rotation = ["rotate", "000000000000", ...tenant];
    await expect(run("key", ...rotation)).rejects.toThrow("no key 000000000000");
    await expect(run("key", ...rotation, "--hours", "many")).rejects.toThrow("--hours takes");
  });

  it("lists the keys that the tenant signs with, and says why they cannot be rotated yet", async () => {
    expect(await run("signing-key", "list", ...tenant)).toMatch(/active.+\n.+next/);
    await expect(run("signing-key", "rotate", ...tenant)).rejects.toThrow("published for a day");
  });
});
