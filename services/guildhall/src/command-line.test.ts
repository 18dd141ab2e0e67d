import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { loadRootKey } from "@guildhall/runtime";
import { Store } from "@guildhall/store";

const root = resolve(import.meta.dirname, "../../..");

describe("guildhall", () => {
  let data: string;
  let tenants: string;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), "guildhall-cli-"));
    tenants = join(data, "tenants-copy");
    for (const name of ["cookbook", "cambridge-city"])
      cpSync(join(root, "tenants", name), join(tenants, name), { recursive: true });
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  describe("tenant apply", () => {
    it("makes a tenant from its folder, and the second time changes nothing", async () => {
      const first = await guildhall("tenant", "apply", folder());
      expect(first.code).toBe(0);
      expect(first.stdout).toContain("+ service noise-nuisance");
      const second = await guildhall("tenant", "apply", folder());
      expect(second.stdout.trim()).toBe("cambridge-city: nothing to change");
    });

    it("prints a plan and changes nothing on a dry run", async () => {
      const planned = await guildhall("tenant", "apply", "--dry-run", "--json", folder());
      expect(JSON.parse(planned.stdout)["cambridge-city"]).toContainEqual({
        action: "create",
        kind: "service",
        id: "noise-nuisance",
      });
      expect(await tenantsOf(data)).toEqual([]);
    });

    it("names file, line and fault of a broken folder, and changes nothing", async () => {
      await guildhall("tenant", "apply", folder());
      const path = join(folder(), "brands/cambridge-city.yaml");
      writeFileSync(path, readFileSync(path, "utf8").replace(/brand: "#\w+"/, "brand: bright"));
      const refused = await guildhall("tenant", "apply", folder());
      expect(refused.code).toBe(1);
      expect(refused.stderr).toMatch(/brands\/cambridge-city\.yaml:\d+ \S+/);
      expect(refused.stdout).toBe("");
    });

    it("refuses the platform's own address as a council's domain, and changes nothing", async () => {
      const path = join(folder(), "tenant.yaml");
      writeFileSync(path, `${readFileSync(path, "utf8")}\ndomains: [Services.Example.]\n`);
      const PUBLIC_URL = "https://services.example";
      const refused = await guildhall("tenant", "apply", folder(), { PUBLIC_URL });
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain("services.example is the platform's own address");
      expect(await tenantsOf(data)).toEqual([]);
    });

    it("publishes a new version of a service whose words changed, and only of that", async () => {
      await guildhall("tenant", "apply", folder());
      const path = join(tenants, "cookbook/noise-nuisance/service.yaml");
      writeFileSync(
        path,
        readFileSync(path, "utf8").replace(/^title: .*$/m, "title: Tell us about noise"),
      );
      const planned = await guildhall("tenant", "apply", "--json", folder());
      const changed = JSON.parse(planned.stdout)["cambridge-city"].filter(
        (step: { kind: string }) => step.kind === "service",
      );
      expect(changed.map(({ action }: { action: string }) => action)).toEqual(["update"]);
    });
  });

  describe("key", () => {
    it("issues a key, shown once, and revokes it", async () => {
      await guildhall("tenant", "apply", folder());
      const issued = await guildhall(
        "key",
        "issue",
        "--tenant",
        "cambridge-city",
        "--name",
        "Alloy",
        "--scopes",
        "notes:write",
        "--json",
      );
      const { id, key } = JSON.parse(issued.stdout);
      expect(key).toMatch(/^gh_live_/);
      expect((await guildhall("key", "revoke", id, "--tenant", "cambridge-city")).code).toBe(0);
    });

    it("names the scopes there are when it is given another", async () => {
      const refused = await guildhall(
        "key",
        "issue",
        "--tenant",
        "cambridge-city",
        "--name",
        "x",
        "--scopes",
        "everything",
      );
      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain("processes:read");
    });
  });

  it("answers a wrong call with 2 and a wrong setting with one sentence that names it", async () => {
    expect((await guildhall("tenant", "explode")).code).toBe(2);
    const refused = await guildhall("serve", { PORT: "many" });
    expect(refused.code).toBe(1);
    expect(refused.stderr.trim().split("\n")).toHaveLength(1);
    expect(refused.stderr).toContain("PORT");
  });

  it("does not make a new root key beside databases that it would not open", async () => {
    await guildhall("tenant", "apply", folder());
    rmSync(join(data, "root.key"));
    const refused = await guildhall("serve");
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("no root.key");
  });

  function folder(): string {
    return join(tenants, "cambridge-city");
  }

  function guildhall(...args: (string | Record<string, string>)[]) {
    const words = args.filter((arg) => typeof arg === "string");
    const extra = Object.assign({}, ...args.filter((arg) => typeof arg !== "string"));
    const env = { PATH: process.env.PATH, GUILDHALL_DATA: data, QUEUE: "in-process", ...extra };
    const command = ["--import", "tsx", join(import.meta.dirname, "main.ts"), ...words];
    return new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
      execFile(process.execPath, command, { env, cwd: root }, (error, stdout, stderr) => {
        done({
          code: typeof error?.code === "number" ? error.code : error ? 1 : 0,
          stdout,
          stderr,
        });
      });
    });
  }
});

async function tenantsOf(data: string): Promise<string[]> {
  const rootKey = await loadRootKey({ data });
  const store = await Store.open({ folder: data, rootKey });
  const found = await store.tenants();
  store.close();
  return found.map(({ definition }) => definition.id);
}
