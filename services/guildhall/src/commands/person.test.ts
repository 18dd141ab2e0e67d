import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyTenant, asPlatform, createSignInDesk } from "@guildhall/domain";
import { exampleshire } from "@guildhall/domain/testing";
import { loadRootKey, readConfig } from "@guildhall/runtime";
import { listOutbox, Store } from "@guildhall/store";
import { Command } from "commander";
import { inTenant } from "./in-tenant.ts";
import { addPersonCommands } from "./person.ts";
import { addSignInCommands } from "./sign-in.ts";
import type { CommandWorld } from "./world.ts";

const tenant = ["--tenant", "exampleshire"];
const ada = ["--email", "Ada@Exampleshire.test"];
const adding = [...tenant, ...ada, "--name", "Ada Byron", "--role", "tenant-admin", "designer"];

describe("guildhall person", () => {
  let data: string;
  let world: CommandWorld;
  let printed: string[];
  let said: string[];
  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), "guildhall-person-"));
    const config = readConfig({ GUILDHALL_DATA: data });
    const store = await Store.open({ folder: data, rootKey: await loadRootKey(config) });
    const actor = { kind: "platform", id: "test", name: "Test" } as const;
    await applyTenant(store, exampleshire, { actor, now: Date.now() });
    store.close();
    printed = [];
    said = [];
    world = {
      env: { GUILDHALL_DATA: data },
      // Neither is looked at by these commands.
      folders: {} as CommandWorld["folders"],
      program: "",
      say: (sentence) => said.push(sentence),
      print: (text) => printed.push(text),
    };
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  async function run(...args: string[]): Promise<void> {
    const command = new Command().exitOverride();
    addPersonCommands(command, world);
    addSignInCommands(command, world);
    printed = [];
    await command.parseAsync(args, { from: "user" });
  }
  const inExampleshire = <T>(work: Parameters<typeof inTenant<T>>[2]) =>
    inTenant("exampleshire", world, work);
  const codeIn = (url = "") => url.split("/").at(-1) ?? "";
  const signInBy = (url: string | undefined) =>
    inExampleshire((ground) =>
      createSignInDesk({ providerFor: async () => undefined }).start(asPlatform(ground), {
        code: codeIn(url),
      }),
    );

  it("lets somebody in, and leaves a letter to be sent", async () => {
    await run("person", "add", ...adding);
    const [id = ""] = printed;
    const owed = await inExampleshire(({ db }) => listOutbox(db, [id]));
    expect(owed).toMatchObject([{ kind: "message", purpose: "letter", state: "pending" }]);
    expect(said).toEqual(["ada@exampleshire.test can sign in, and is written to."]);
  });

  it("prints a link in place of the letter, which signs in once", async () => {
    await run("person", "add", ...adding, "--link");
    const [url] = printed;
    expect(url).toMatch(
      /^http:\/\/localhost:3000\/console\/exampleshire\/sign-in\/link\/[\w-]{43}$/,
    );
    expect(await signInBy(url)).toMatchObject({ token: expect.any(String) });
    await expect(signInBy(url)).rejects.toMatchObject({ code: "sign-in-failed" });
  });

  it("gives another link to somebody who is there, and none to anyone else", async () => {
    await run("person", "add", ...adding);
    await run("person", "link", ...tenant, ...ada);
    expect(await signInBy(printed[0])).toMatchObject({ token: expect.any(String) });
    const stranger = run("person", "link", ...tenant, "--email", "b@c.test");
    await expect(stranger).rejects.toThrow("exampleshire has nobody with the address b@c.test.");
  });

  it("lists who there is", async () => {
    await run("person", "add", ...adding);
    await run("person", "list", ...tenant);
    expect(printed).toEqual([
      expect.stringMatching(/ada@exampleshire\.test {2}tenant-admin, designer {2}signed in never/),
    ]);
    await run("person", "list", ...tenant, "--json");
    expect(JSON.parse(printed[0] ?? "")).toMatchObject({ data: [{ name: "Ada Byron" }] });
  });

  it("signs somebody out, and removes them but for the last who can let people in", async () => {
    await run("person", "add", ...adding);
    await run("person", "sign-out", ...tenant, ...ada);
    expect(said.at(-1)).toBe("They are signed out everywhere.");
    const last = run("person", "remove", ...tenant, ...ada);
    await expect(last).rejects.toMatchObject({ code: "invalid-transition" });
    const bob = ["--email", "bob@exampleshire.test"];
    await run("person", "add", ...tenant, ...bob, "--name", "Bob", "--role", "viewer");
    await run("person", "remove", ...tenant, ...bob);
    await run("person", "list", ...tenant);
    expect(printed).toHaveLength(1);
  });

  it.each([
    [["--role", "owner"], "--role takes any of: platform-admin"],
    [["--role", "viewer", "--email", "ada"], "--email takes an email address."],
  ])("refuses what it cannot read: %j", async (changed, sentence) => {
    await expect(run("person", "add", ...adding, ...changed)).rejects.toThrow(sentence);
  });

  it("takes the provider's credential from a file, and shows no more than its end", async () => {
    const file = join(data, "secret.txt");
    writeFileSync(file, "canary-client-secret\n");
    await run("sign-in", "credential", ...tenant, "--file", file);
    expect(said.at(-1)).toBe("The credential that ends in cret is set.");
    writeFileSync(file, "short");
    await expect(run("sign-in", "credential", ...tenant, "--file", file)).rejects.toThrow(
      "neither a client secret nor a private JWK",
    );
  });
});
