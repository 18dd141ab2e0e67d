import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Design, SchemaSet } from "@guildhall/contract";
import { putConnector, putSchemaSet, transact } from "@guildhall/store";
import { asPlatform } from "../context.ts";
import type { Told } from "../drift/look.ts";
import { exampleshire } from "../testing/exampleshire.ts";
import { createWorld, type World } from "../testing/world.ts";
import { createTargetDesk } from "./desk.ts";
import { getLiveTarget, listLiveFields, listLiveTargets } from "./live.ts";

const query = { limit: 100, requiredOnly: false };
const design: Design = {
  id: "designs_noise",
  title: "Noise",
  fields: [{ target: "attributes/a", title: "A", type: "String", required: true }],
};

describe("what back offices take as they are now", () => {
  let world: World;
  let told: Told | undefined;
  let asked: number;
  beforeEach(async () => {
    world = await createWorld();
    told = { designs: [design], names: [design] };
    asked = 0;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ctx = () => asPlatform(world.ground);
  const open = () =>
    createTargetDesk({
      askOffice: async () => {
        asked += 1;
        return told;
      },
    });
  const isOf = async (kind: "alloy" | "uniform") => {
    const [connector] = exampleshire.connectors;
    if (!connector) throw new Error("Exampleshire has a back office");
    await transact(world.ctx.db, (tx) => putConnector(tx, { ...connector, kind }));
  };
  const place = { connector: "back-office", design: "designs_noise" };

  it("is asked once for some minutes, however many parts are read, and then again", async () => {
    await isOf("alloy");
    const desk = open();
    const read = () => listLiveFields(ctx(), { ...place, query }, desk);
    expect((await read()).data.map(({ target }) => target)).toEqual(["design", "attributes/a"]);
    await read();
    expect(await getLiveTarget(ctx(), place, desk)).toMatchObject({ fields: 2, required: 2 });
    expect(asked).toBe(1);
    world.clock.move(5 * 60_000);
    await read();
    expect(asked).toBe(2);
  });

  it("is asked once for what it takes too, and again for what it did not have", async () => {
    await isOf("alloy");
    const desk = open();
    const list = () => listLiveTargets(ctx(), "back-office", desk);
    await list();
    expect((await list()).data).toContainEqual({ design: "designs_noise", title: "Noise" });
    expect(asked).toBe(1);
    told = { designs: [] };
    await expect(getLiveTarget(ctx(), place, desk)).rejects.toMatchObject({ code: "not-found" });
    told = { designs: [design] };
    expect(await getLiveTarget(ctx(), place, desk)).toMatchObject({ title: "Noise" });
  });

  it("says so where the back office does not answer, and asks again the next time", async () => {
    await isOf("alloy");
    const desk = open();
    told = undefined;
    const read = () => getLiveTarget(ctx(), place, desk);
    await expect(read()).rejects.toMatchObject({ code: "office-unavailable" });
    await expect(listLiveTargets(ctx(), "back-office", desk)).rejects.toMatchObject({
      code: "office-unavailable",
    });
    told = { designs: [design] };
    expect(await read()).toMatchObject({ title: "Noise" });
  });

  it("names what the back office tells, and what live mappings send there", async () => {
    await isOf("alloy");
    const { data } = await listLiveTargets(ctx(), "back-office", open());
    expect(data).toContainEqual({ design: "designs_noise", title: "Noise" });
  });

  it("is the tenant's schema sets where the back office cannot be asked", async () => {
    await isOf("uniform");
    const folder = join(import.meta.dirname, "../../../../tenants/cookbook/schemas/valuebill");
    const names = readdirSync(folder).filter((name) => name.endsWith(".xsd"));
    const files = Object.fromEntries(
      names.map((name) => [name, readFileSync(join(folder, name), "utf8")]),
    );
    const set = SchemaSet.parse({ id: "valuebill", main: "ValuebillBAtoVOA-v3-1d.xsd", files });
    await transact(world.ctx.db, (tx) => putSchemaSet(tx, set));
    const desk = open();
    const { data } = await listLiveTargets(ctx(), "back-office", desk);
    expect(data).toContainEqual({ design: "valuebill", title: "valuebill" });
    const shape = await getLiveTarget(ctx(), { ...place, design: "valuebill" }, desk);
    expect(shape).toMatchObject({ format: "xml", root: "BAreports" });
    await expect(getLiveTarget(ctx(), place, desk)).rejects.toMatchObject({ code: "not-found" });
    expect(asked).toBe(0);
  });

  it("names the live services that send it there, of this design and this back office alone", async () => {
    await isOf("alloy");
    const [mapping] = exampleshire.services[0]?.mappings ?? [];
    if (!mapping) throw new Error("Exampleshire sends noise to its back office");
    const row = { target: "design", from: { value: "designs_noise" } };
    const elsewhere = { ...mapping, id: "copy", connector: "other", rows: [row] };
    await world.publish({
      mappings: [{ ...mapping, rows: [row, ...mapping.rows] }, elsewhere],
    });
    const { version } = await world.ctx.catalogue.live("noise");
    told = { names: [design, { id: "designs_litter", title: "Litter" }] };
    const { data } = await listLiveTargets(ctx(), "back-office", open());
    const by = { service: "noise", version, title: "Report a noise nuisance", mapping: "case" };
    expect(data).toEqual([
      { design: "designs_noise", title: "Noise", usedBy: [by] },
      { design: "designs_litter", title: "Litter" },
    ]);
  });

  it("refuses without the scope, and for a connector that is not there", async () => {
    const nobody = { ...ctx(), scopes: new Set(["services:read"] as const) };
    const desk = open();
    const refused = { code: "scope-missing" };
    await expect(listLiveTargets(nobody, "back-office", desk)).rejects.toMatchObject(refused);
    await expect(getLiveTarget(nobody, place, desk)).rejects.toMatchObject(refused);
    await expect(listLiveFields(nobody, { ...place, query }, desk)).rejects.toMatchObject(refused);
    await expect(listLiveTargets(ctx(), "gone", desk)).rejects.toMatchObject({ code: "not-found" });
  });
});
