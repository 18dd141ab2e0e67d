import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyTenant } from "@guildhall/domain";
import { exampleshire } from "@guildhall/domain/testing";
import { loadRootKey, readConfig } from "@guildhall/runtime";
import { Store } from "@guildhall/store";
import { runCommandLine } from "../command-line.ts";
import { productFolders } from "../folders.ts";
import { seedCookbook } from "../seed-cookbook.ts";

const cookbook = join(productFolders(import.meta.url).tenants, "cookbook");

describe("guildhall tenant create", { timeout: 60_000 }, () => {
  let data: string;
  let out: string[];
  let said: string[];
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), "guildhall-create-"));
    await inStore(async (store) => {
      const tenant = { ...exampleshire.tenant, id: "shared", kind: "shared-service" } as const;
      const actor = { kind: "platform", id: "test", name: "Test" } as const;
      await applyTenant(store, { ...exampleshire, tenant }, { actor, now: Date.now() });
      await seedCookbook(store, cookbook);
    });
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));
  beforeEach(() => {
    out = [];
    said = [];
    vi.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0);
    vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  });
  afterEach(() => vi.restoreAllMocks());

  async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const config = readConfig({ GUILDHALL_DATA: data });
    const store = await Store.open({ folder: data, rootKey: await loadRootKey(config) });
    try {
      return await work(store);
    } finally {
      store.close();
    }
  }
  const admin = "Ada Byron <ada@fenmarsh.example>";
  const run = (changed: Record<string, string> = {}, ...more: string[]) => {
    const flags = { id: "fenmarsh", name: "Fenmarsh", colour: "#0a5c55", admin, ...changed };
    const args = Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, value]);
    const all = ["tenant", "create", ...args, ...more];
    return runCommandLine(all, { GUILDHALL_DATA: data }, import.meta.url);
  };
  const isThere = () => inStore(async (store) => (await store.tenant("fenmarsh")) !== undefined);

  it.each([
    [{ id: "Fen Marsh" }, "--id takes small letters, digits and single hyphens.\n"],
    [{ colour: "teal" }, "--colour takes a colour such as #0a5c55.\n"],
    [
      { colour: "#ffdd00" },
      "White text on #ffdd00 cannot be read by all. Choose a darker colour.\n",
    ],
    [{ id: "shared" }, "There is a tenant “shared” already.\n"],
    [{ recipes: "none-such" }, "The cookbook has no recipe “none-such”.\n"],
    [{ connector: "/none.yaml" }, "/none.yaml cannot be read as YAML.\n"],
    [
      { admin: "Ada" },
      '--admin takes a name and an email address: "Ada Byron <ada@fenmarsh.gov.uk>".\n',
    ],
  ])("refuses %o in one sentence", async (changed, sentence) => {
    const code = await run(changed, "--dry-run");
    expect([code, said.at(-1)]).toEqual([1, sentence]);
    expect(await isThere()).toBe(false);
  });

  it("says when nothing is wrong, and makes nothing where it is only to say so", async () => {
    expect(await run({}, "--dry-run")).toBe(0);
    expect(said).toEqual(["Nothing is wrong with it. Nothing was made.\n"]);
    expect(await isThere()).toBe(false);
  });

  it("makes a tenant with every recipe adopted and says what is ready", async () => {
    const connector = join(data, "alloy.yaml");
    const settings = "{ reference: attributes_ref }";
    const address = "simulator:alloy/fenmarsh";
    writeFileSync(
      connector,
      `kind: alloy\nname: environmental health\naddress: ${address}\nsettings: ${settings}\n`,
    );
    expect(await run({ connector, domain: "services.fenmarsh.example" }, "--json")).toBe(0);
    const { checks } = JSON.parse(out.join(""));
    const services = checks.filter(({ about }: { about: string }) => about === "service");
    expect(services.length).toBeGreaterThanOrEqual(24);
    expect(checks).toContainEqual(
      expect.objectContaining({ about: "connector", subject: "alloy", state: "to-do" }),
    );
    expect(await isThere()).toBe(true);
    expect(await run()).toBe(1);
  });
});
