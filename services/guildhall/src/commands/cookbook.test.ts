import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSigningKey } from "@guildhall/keys";
import { Command } from "commander";
import { productFolders } from "../folders.ts";
import { addCookbookCommands } from "./cookbook.ts";

const { kid, publicJwk } = createSigningKey((n) => new Uint8Array(n).fill(5));

describe("guildhall cookbook", () => {
  let data: string;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), "guildhall-cookbook-"));
  });
  afterEach(() => rmSync(data, { recursive: true }));

  it("shares the recipes that come with the platform, and nothing anew that has not changed", async () => {
    const first = await run("apply");
    expect(first.printed).toHaveLength(26);
    expect(first.printed[1]).toBe("barking-dog  version 1  Report a barking dog");
    expect((await run("apply")).printed).toEqual(first.printed);
  });

  it("prints the same key whenever it is asked", async () => {
    const [key] = (await run("key")).printed;
    expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect((await run("key")).printed).toEqual([key]);
  });

  it("trusts a publisher until it is forgotten", async () => {
    expect((await run("publishers")).said).toEqual([
      "Nobody's recipes are trusted but those of this installation.",
    ]);
    await run("trust", "--name", "Farshire", "--key", publicJwk.x);
    expect((await run("publishers")).printed).toEqual([`${kid}  Farshire`]);
    const [json = ""] = (await run("publishers", "--json")).printed;
    expect(JSON.parse(json)).toMatchObject({ data: [{ id: kid, key: publicJwk.x }] });
    await run("forget", "--key", kid);
    expect((await run("publishers")).printed).toEqual([]);
  });

  it("says in a sentence what cannot be", async () => {
    await expect(run("trust", "--name", "Farshire", "--key", "x")).rejects.toThrow(
      "A public key is 43 letters",
    );
    await expect(run("forget", "--key", kid)).rejects.toThrow("No key of this id is trusted.");
    await expect(run("apply", "--folder", data)).resolves.toMatchObject({ printed: [] });
  });

  async function run(...args: string[]) {
    const printed: string[] = [];
    const said: string[] = [];
    const command = new Command().exitOverride();
    addCookbookCommands(command, {
      env: { GUILDHALL_DATA: data },
      folders: productFolders(import.meta.url),
      program: "",
      say: (sentence) => said.push(sentence),
      print: (text) => printed.push(text),
    });
    await command.parseAsync(["cookbook", ...args], { from: "user" });
    return { printed, said };
  }
});
