import { eq } from "drizzle-orm";
import { findKeyOwner, findTenant, indexKeys } from "./directory.ts";
import { tenants } from "./schema/directory.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { bytesOf } from "./testing/raw.ts";
import { transact } from "./transact.ts";

const rootKey = new Uint8Array(32);

describeOnBothDrivers("the directory", (on) => {
  const find = (id = "exampleshire") => findTenant(on.world.store.directory, rootKey, id);
  const change = (to: Partial<typeof tenants.$inferInsert>) =>
    transact(on.world.store.directory, async (tx) => {
      await tx.writes.update(tenants).set(to).where(eq(tenants.id, "exampleshire")).run();
    });

  it("keeps a tenant's key and place, seen from the folder", async () => {
    const entry = await find();
    expect(entry).toMatchObject({ url: "file:tenants/exampleshire.db", made: true });
    expect(entry?.vault.derive("file")).toEqual(on.db.vault.derive("file"));
    expect(await find("nowhere")).toBeUndefined();
  });

  it("keeps what a tenant's server asks for, sealed", async () => {
    const { definition } = await on.world.tenant();
    const remote = { ...definition, id: "farshire" };
    const place = { url: "libsql://db.example", authToken: "needle-token", now: 1 };
    await on.world.store.addTenant(remote, place);
    expect(await find("farshire")).toMatchObject({
      url: "libsql://db.example",
      authToken: "needle-token",
      made: false,
    });
    const stored = await on.world.store.directory.reads.select().from(tenants).all();
    expect(JSON.stringify(stored)).not.toContain("needle-token");
    for (const bytes of bytesOf(on.world).values()) expect(bytes.includes("needle-")).toBe(false);
  });

  it("does not open a key under another root key, nor one that was put in another's place", async () => {
    const other = findTenant(on.world.store.directory, new Uint8Array(32).fill(1), "exampleshire");
    await expect(other).rejects.toMatchObject({ code: "sealed-elsewhere" });
    await on.world.tenant("othershire");
    const rows = await on.world.store.directory.reads.select().from(tenants).all();
    const wrappedKey = rows.find(({ id }) => id === "othershire")?.wrappedKey ?? "";
    await change({ wrappedKey });
    await expect(find()).rejects.toMatchObject({ code: "sealed-elsewhere" });
    expect(await find("othershire")).toBeDefined();
  });

  it("knows whose an API key is, and the first owner stays", async () => {
    const { directory } = on.world.store;
    await indexKeys(directory, ["key_1"], "exampleshire");
    await indexKeys(directory, ["key_1"], "othershire");
    expect(await findKeyOwner(directory, "key_1")).toEqual({ tenant: "exampleshire" });
    expect(await findKeyOwner(directory, "key_2")).toBeUndefined();
  });
});
