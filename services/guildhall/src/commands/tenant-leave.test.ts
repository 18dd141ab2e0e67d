import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { NewTenant } from "@guildhall/contract";
import { createDiskStorage } from "@guildhall/documents";
import {
  addPerson,
  applyTenant,
  asPlatform,
  type Context,
  changePerson,
  createTenant,
  type Ground,
  publishService,
  startProcess,
} from "@guildhall/domain";
import { exampleshire, noise, sampleAnswers } from "@guildhall/domain/testing";
import { unpackArchive } from "@guildhall/folder";
import { loadRootKey, readConfig } from "@guildhall/runtime";
import { insertDocument, Store, transact } from "@guildhall/store";
import { runCommandLine } from "../command-line.ts";
import { productFolders } from "../folders.ts";
import { createOnboarding } from "../onboarding.ts";
import { groundsIn, inTenant } from "./in-tenant.ts";
import type { CommandWorld } from "./world.ts";

const said = {
  id: "fenmarsh",
  name: "Fenmarsh",
  colour: "#0a5c55",
  recipes: [],
  administrators: [{ name: "Ada Byron", email: "ada@fenmarsh.example" }],
};
const [ann, ben] = ["ann@shared.example", "ben@shared.example"];

describe("a council that leaves", { timeout: 60_000 }, () => {
  let data: string;
  let out: string[];
  let words: string[];
  let file: string;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), "guildhall-leave-"));
    file = join(data, "fenmarsh.zip");
    const config = readConfig({ GUILDHALL_DATA: data });
    const store = await Store.open({ folder: data, rootKey: await loadRootKey(config) });
    const tenant = { ...exampleshire.tenant, id: "shared", kind: "shared-service" } as const;
    const actor = { kind: "platform", id: "test", name: "Test" } as const;
    await applyTenant(store, { ...exampleshire, tenant }, { actor, now: Date.now() });
    const copy = { id: "fenmarsh-copy", sandboxOf: "fenmarsh" };
    for (const other of [{ id: "fenmarsh-test" }, copy]) {
      const bundle = { ...exampleshire, tenant: { ...exampleshire.tenant, ...other } };
      await applyTenant(store, bundle, { actor, now: Date.now() });
    }
    const groundFor = groundsIn(store, config);
    const contextOf = async (id: string) => asPlatform((await groundFor(id)) as Ground);
    const shared = await contextOf("shared");
    for (const email of [ann, ben])
      await addPerson(shared, { name: email.slice(0, 3), email, roles: ["platform-admin"] });
    await createTenant(
      shared,
      NewTenant.parse(said),
      createOnboarding({ config, store, groundFor }),
    );
    const { mappings: _, ...plain } = noise;
    const steps = noise.steps.filter(({ kind }) => kind !== "deliver");
    const own = await contextOf("fenmarsh");
    await publishService(own, { ...plain, mappings: [], steps, brand: "fenmarsh" });
    await startProcess(own, { service: noise.id, answers: sampleAnswers });
    await addFile(await contextOf(copy.id));
    store.close();
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));
  beforeEach(() => {
    out = [];
    words = [];
    vi.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0);
    vi.spyOn(process.stderr, "write").mockImplementation((text) => words.push(String(text)) > 0);
  });
  afterEach(() => vi.restoreAllMocks());

  /** A file of somebody's who tries the copy out. */
  async function addFile({ db }: Context): Promise<void> {
    const [key, maxBytes] = [Buffer.alloc(32), 9];
    const storage = createDiskStorage(join(data, "documents"));
    const { id } = await storage.put(Readable.from([Buffer.from("x")]), { key, maxBytes });
    const none = { draft: null, process: null, question: null, at: 1 };
    const file = { id: "doc_1", name: "a.png", contentType: "image/png", bytes: 1, sha256: "aa" };
    const kept = { storage: id, key: key.toString("base64") };
    await transact(db, (tx) => insertDocument(tx, { ...none, ...file, ...kept }));
  }
  const filesIn = (folder: string) =>
    readdirSync(join(data, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  const env = () => ({ GUILDHALL_DATA: data });
  const nothing = () => undefined;
  const world = (): CommandWorld => {
    const folders = productFolders(import.meta.url);
    return { env: env(), folders, program: "", say: nothing, print: nothing };
  };
  const run = (...args: string[]) => runCommandLine(["tenant", ...args], env(), import.meta.url);
  const erase = (by: string, changed: Record<string, string> = {}) => {
    const flags = { export: file, confirm: "Fenmarsh", by, ...changed };
    return run(
      "erase",
      "fenmarsh",
      ...Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, value]),
    );
  };
  const refusal = async (by: string, changed: Record<string, string> = {}) => [
    await erase(by, changed),
    words.at(-1),
  ];
  const exportAll = () => run("export", "fenmarsh", "--everything", file);

  it("takes everything along in one file of open formats, and no credential", async () => {
    expect(await exportAll()).toBe(0);
    const tree = await unpackArchive(readFileSync(file));
    const text = (path: string) => Buffer.from(tree.get(path) ?? "").toString();
    const [process] = text("data/processes.jsonl").trim().split("\n");
    expect(JSON.parse(process ?? "")).toMatchObject({ service: noise.id, answers: sampleAnswers });
    expect(text("data/people.jsonl")).toContain("ada@fenmarsh.example");
    expect(text("folder/tenant.yaml")).toContain("Fenmarsh");
    expect(text("README.md")).toContain("data/<noun>.jsonl");
    const { counts, auditHead } = JSON.parse(text("manifest.json"));
    expect(counts).toMatchObject({ processes: 1, people: 1 });
    expect(text("data/events.jsonl").trim().split("\n")).toHaveLength(auditHead.seq);
    expect(text("data/events.jsonl")).toContain(auditHead.hash);
    expect([...tree.keys()].filter((path) => /secrets|sessions/.test(path))).toEqual([]);
  });

  it("refuses a call that names neither a folder nor a file, or both", async () => {
    expect(await run("export", "fenmarsh")).toBe(1);
    expect(await run("export", "fenmarsh", "somewhere", "--everything", file)).toBe(1);
    expect(words).toEqual(Array(2).fill("Say either a folder, or --everything and a file.\n"));
  });

  it("is erased by nobody who is none, by no other name, and with no other file", async () => {
    const other = join(data, "other.zip");
    writeFileSync(other, "x");
    const none = `ada@fenmarsh.example is no administrator of the platform.\n`;
    expect(await refusal("ada@fenmarsh.example")).toEqual([1, none]);
    const name = "--confirm takes the name as it is written: “Fenmarsh”.\n";
    expect(await refusal(ann, { confirm: "Fen" })).toEqual([1, name]);
    const export1 = "This file is not the last export of everything of fenmarsh.\n";
    expect(await refusal(ann, { export: other })).toEqual([1, export1]);
    expect(await refusal(ann, { export: join(data, "none") })).toEqual([
      1,
      `${join(data, "none")} cannot be read.\n`,
    ]);
  });

  it("is not erased where something has happened since the export", async () => {
    await inTenant("fenmarsh", world(), (ground) =>
      addPerson(asPlatform(ground), {
        name: "Cy",
        email: "cy@fenmarsh.example",
        roles: ["viewer"],
      }),
    );
    const since = "Something has happened at fenmarsh since. Export everything again.\n";
    expect(await refusal(ann)).toEqual([1, since]);
    expect(await exportAll()).toBe(0);
  });

  it("is not erased on the word of somebody who is no administrator any more", async () => {
    const cat = { name: "cat", email: "cat@shared.example", roles: ["platform-admin" as const] };
    const inShared = <T>(act: (ctx: Context) => Promise<T>) =>
      inTenant("shared", world(), (ground) => act(asPlatform(ground)));
    const { id } = await inShared((ctx) => addPerson(ctx, cat));
    expect(await erase(cat.email)).toBe(0);
    await inShared((ctx) => changePerson(ctx, id, { active: false }));
    expect(await erase(ben)).toBe(0);
    expect(words.at(-1)).toMatch(/^Nothing is erased yet/);
    expect(existsSync(join(data, "tenants", "fenmarsh.db"))).toBe(true);
    expect(await exportAll()).toBe(0);
  });

  it("is erased once a second administrator says so, with a certificate that names what was there", async () => {
    expect(await erase(ann)).toBe(0);
    expect(await erase(ann)).toBe(0);
    expect(words.at(-1)).toMatch(/^Nothing is erased yet/);
    expect(existsSync(join(data, "tenants", "fenmarsh.db"))).toBe(true);
    expect(await erase(ben)).toBe(0);
    const [name = ""] = readdirSync(join(data, "certificates"));
    const path = join(data, "certificates", name);
    const { said } = JSON.parse(readFileSync(path, "utf8"));
    expect(said).toMatchObject({
      tenant: "fenmarsh",
      askedBy: "ann",
      confirmedBy: "ben",
      counts: { processes: 1, people: 2 },
    });
    expect(said.remains).toContain("Copies of the data folder");
    expect(filesIn("tenants").filter((one) => /^fenmarsh(?!-test)/.test(one))).toEqual([]);
    expect(filesIn("documents")).toEqual([]);
    expect(await run("certificate", "verify", path)).toBe(0);
    writeFileSync(path, readFileSync(path, "utf8").replace(/\.(.)/, ".X"));
    expect(await run("certificate", "verify", path)).toBe(1);
    expect(words.at(-1)).toBe("This installation has not signed this certificate.\n");
  });

  it("takes nobody along whose id only looks like that of its sandbox", async () => {
    const name = await inTenant("fenmarsh-test", world(), async ({ tenant }) => tenant.name);
    expect(name).toBe(exampleshire.tenant.name);
  });

  it("is like one that never was, but that nobody can have its id at once", async () => {
    expect(await erase(ben)).toBe(1);
    expect(words.at(-1)).toBe("There is no tenant fenmarsh.\n");
    const flags = ["--name", "F", "--colour", "#0a5c55", "--admin", "A <a@b.example>"];
    expect(await run("create", "--id", "fenmarsh", ...flags)).toBe(1);
    expect(words.at(-1)).toMatch(/^“fenmarsh” left less than 90 days ago/);
  });

  it("has its erasure gone on with where it was broken off", async () => {
    const [name = ""] = readdirSync(join(data, "certificates"));
    const folder = join(data, "certificates");
    renameSync(join(folder, name), join(folder, "fenmarsh.begun"));
    expect(await erase(ben)).toBe(0);
    expect(readdirSync(folder)).toEqual([name]);
  });
});
