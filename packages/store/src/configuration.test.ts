import { Brand, ConnectorDefinition, ServiceDefinition } from "@guildhall/contract";
import { movePolled } from "./polling.ts";
import { findSecret, openSecret, putSecret, sealSecret } from "./secrets.ts";
import {
  findLiveService,
  findServiceVersion,
  listLiveServices,
  publishService,
  servicesChangedAt,
  withdrawService,
} from "./services.ts";
import {
  findConnector,
  findLogo,
  listBrands,
  listConnectors,
  putBrand,
  putConnector,
} from "./settings.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { transact } from "./transact.ts";

describeOnBothDrivers("a service", (on) => {
  const definition = (id: string, title = "Report noise") =>
    ServiceDefinition.parse({
      id,
      title,
      summary: "Tell us about noise",
      form: { pages: [{ id: "begin", title: "Before you begin", kind: "information" }] },
      stages: [{ id: "received", title: "Received" }],
      target: { firstResponseWorkingDays: 3, text: "Three days" },
      whatHappensNext: "We look",
      retention: { days: 365, lawfulBasis: "Public task" },
    });
  const publish = (id: string, title?: string) =>
    transact(on.db, (tx) => publishService(tx, definition(id, title), 1_000));

  it("is live in its last version, and keeps the versions before", async () => {
    expect(await publish("noise", "First")).toBe(1);
    expect(await publish("noise", "Second")).toBe(2);

    const live = await findLiveService(on.db, "noise");
    expect(live).toMatchObject({ version: 2, definition: { title: "Second" } });
    const first = await findServiceVersion(on.db, "noise", 1);
    expect(first).toEqual({
      service: "noise",
      version: 1,
      definition: definition("noise", "First"),
      publishedAt: expect.any(Number),
    });
    expect(await findServiceVersion(on.db, "noise", 3)).toBeUndefined();
  });

  it("is listed by id, a page at a time, while it is live", async () => {
    for (const id of ["rubbish", "noise", "housing"]) await publish(id);
    await transact(on.db, (tx) => withdrawService(tx, "housing", "withdrawn"));
    const ids = async (page: { after?: string; limit: number }) =>
      (await listLiveServices(on.db, page)).map((row) => row.service);

    expect(await ids({ limit: 10 })).toEqual(["noise", "rubbish"]);
    expect(await ids({ limit: 1 })).toEqual(["noise"]);
    expect(await ids({ after: "noise", limit: 10 })).toEqual(["rubbish"]);
    expect(await findLiveService(on.db, "housing")).toBeUndefined();
    expect(await findServiceVersion(on.db, "housing", 1)).toMatchObject({ version: 1 });
  });

  it("changes the mark whenever one is published or withdrawn", async () => {
    const marks = [await servicesChangedAt(on.db)];
    await publish("noise");
    marks.push(await servicesChangedAt(on.db));
    await transact(on.db, (tx) => withdrawService(tx, "noise", "withdrawn"));
    marks.push(await servicesChangedAt(on.db));
    await publish("noise");
    marks.push(await servicesChangedAt(on.db));
    expect(new Set(marks).size).toBe(4);
  });
});

describeOnBothDrivers("a brand", (on) => {
  const brand = (name: string): Brand =>
    Brand.parse({
      id: "city",
      name,
      shortName: name,
      colours: { brand: "#000000", link: "#000000", linkHover: "#000000" },
    });

  it("is renewed in its place, logo and all", async () => {
    const logo = Uint8Array.from([0, 255, 60]);
    await transact(on.db, (tx) => putBrand(tx, brand("Old"), undefined));
    expect(await findLogo(on.db, "city")).toBeUndefined();
    await transact(on.db, (tx) => putBrand(tx, brand("New"), logo));

    expect(await listBrands(on.db)).toEqual([brand("New")]);
    expect([...((await findLogo(on.db, "city")) ?? [])]).toEqual([...logo]);
  });
});

describeOnBothDrivers("a connector", (on) => {
  const alloy = (name: string): ConnectorDefinition =>
    ConnectorDefinition.parse({ id: "alloy", kind: "alloy", name, address: "simulator:alloy/a" });

  it("is renewed without forgetting where the last look for changes ended", async () => {
    await transact(on.db, (tx) => putConnector(tx, alloy("Old")));
    await transact(on.db, (tx) => movePolled(tx, "alloy", { from: undefined, to: 5_000 }));
    await transact(on.db, (tx) => putConnector(tx, alloy("New")));

    const renewed = { definition: alloy("New"), polledTo: 5_000, lookedAt: undefined };
    expect(await findConnector(on.db, "alloy")).toEqual(renewed);
    expect(await listConnectors(on.db)).toEqual([renewed]);
    expect(await findConnector(on.db, "uniform")).toBeUndefined();
  });
});

describeOnBothDrivers("a secret", (on) => {
  const put = async (name: string, value: unknown) => {
    const jwe = await sealSecret(on.db.vault, name, value);
    await transact(on.db, (tx) => putSecret(tx, name, { jwe, updatedAt: 1 }));
    return jwe;
  };

  it("is found under its name, the last one put there", async () => {
    await put("alloy", { token: "old" });
    await put("alloy", { token: "new" });
    expect(await findSecret(on.db, "alloy")).toEqual({ token: "new" });
    expect(await findSecret(on.db, "uniform")).toBeUndefined();
  });

  it("opens under no other name, for no other tenant, and not when it was changed", async () => {
    const { vault } = on.db;
    const other = (await on.world.tenant("othershire")).db.vault;
    const jwe = await put("alloy", { token: "secret" });
    const elsewhere = { code: "sealed-elsewhere", message: "sealed-elsewhere" };

    await expect(openSecret(vault, "uniform", jwe)).rejects.toMatchObject(elsewhere);
    await expect(openSecret(other, "alloy", jwe)).rejects.toMatchObject(elsewhere);
    const parts = jwe.split(".");
    parts[3] = Buffer.from("another text").toString("base64url");
    const changed = openSecret(vault, "alloy", parts.join("."));
    await expect(changed).rejects.toMatchObject(elsewhere);
  });
});
