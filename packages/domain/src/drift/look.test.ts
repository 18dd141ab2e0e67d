import type { Design } from "@guildhall/contract";
import { listOpenAlarms, putConnector, transact } from "@guildhall/store";
import { listAudit } from "../audit/list.ts";
import { asPlatform } from "../context.ts";
import { exampleshire } from "../testing/exampleshire.ts";
import { createWorld, type World } from "../testing/world.ts";
import { getDrift } from "./get.ts";
import { lookForDrift, type Told } from "./look.ts";
import { isDriftDue, whenDriftDue } from "./when.ts";

const hourMs = 3_600_000;

describe("lookForDrift", () => {
  let world: World;
  let design: Design;
  beforeEach(async () => {
    world = await createWorld();
    const [connector] = exampleshire.connectors;
    if (!connector) throw new Error("Exampleshire has a back office");
    await transact(world.ctx.db, (tx) => putConnector(tx, { ...connector, kind: "http" }));
    const names = ["title", "pub", "nights", "nights/date", "reference", "callback", "grant"];
    const field = { type: "string", required: false };
    const fields = names.map((target) => ({ ...field, target, title: target }));
    design = { id: "create-item", title: "Noise case", fields };
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ctx = () => asPlatform(world.ground);
  const look = (told: Told | undefined = { designs: [design] }) =>
    lookForDrift(ctx(), "back-office", async () => told);
  const without = (target: string) => ({
    ...design,
    fields: design.fields.filter((field) => field.target !== target),
  });
  const told = async () => {
    const { data } = await listAudit(ctx(), { limit: 100 });
    return data.filter(({ type }) => type === "connector.drifted");
  };
  const alarms = () => listOpenAlarms(world.ctx.db, ["design-drifted"]);

  it("finds nothing while a back office takes what is sent, and calls nobody", async () => {
    expect((await getDrift(ctx(), "back-office")).state).toBe("unseen");
    expect(await look()).toMatchObject({ state: "in-step", findings: [] });
    expect(await alarms()).toEqual([]);
  });

  it("says what would fail, keeps it, and calls who looks after it, until everything fits again", async () => {
    await look();
    const found = await look({ designs: [without("grant")] });
    expect(found).toMatchObject({
      state: "drifted",
      findings: [{ kind: "field-gone", target: "grant", rows: [{ service: "noise" }] }],
    });
    expect(await getDrift(ctx(), "back-office")).toEqual(found);
    const [alarm] = await alarms();
    expect(alarm).toMatchObject({ subject: "back-office" });
    expect(alarm?.data).not.toContain("grant");

    await look();
    expect(await alarms()).toEqual([]);
    expect(await told()).toHaveLength(1);
  });

  it("tells of the same drift once in the trail, however often it is looked at", async () => {
    await look({ designs: [without("grant")] });
    await look({ designs: [without("grant")] });
    expect(await told()).toHaveLength(1);
  });

  it("knows what a field was called from when everything fitted", async () => {
    await look();
    const fields = without("grant").fields;
    const renamed = { ...design.fields[0], target: "zz", title: "grant" };
    const now = { ...design, fields: [...fields, renamed as Design["fields"][number]] };
    expect((await look({ designs: [now] })).findings).toMatchObject([{ likelyNow: "zz" }]);
  });

  it("keeps what was found where the back office cannot be asked, and asks again within the hour", async () => {
    await look({ designs: [without("grant")] });
    const away = await lookForDrift(ctx(), "back-office", async () => undefined);
    expect(away).toMatchObject({ state: "unreachable", findings: [{ target: "grant" }] });
    expect(await alarms()).toHaveLength(1);
    world.clock.move(hourMs);
    expect(await isDriftDue(ctx(), "back-office")).toBe(true);
  });

  it("judges nothing of a back office that does not say what it takes", async () => {
    expect(await look({})).toMatchObject({ state: "untold", findings: [] });
  });

  it("is due once a night, at a moment of each connector's own", async () => {
    expect(await isDriftDue(ctx(), "back-office")).toBe(true);
    await look();
    expect(await isDriftDue(ctx(), "back-office")).toBe(false);
    const due = await whenDriftDue(ctx(), "back-office");
    expect(due - world.clock.now()).toBeLessThanOrEqual(24 * hourMs);
    expect(new Date(due).getUTCHours()).toBeGreaterThanOrEqual(1);
    expect(new Date(due).getUTCHours()).toBeLessThan(5);
    world.clock.move(due - world.clock.now());
    expect(await isDriftDue(ctx(), "back-office")).toBe(true);
    expect(await whenDriftDue(ctx(), "pay")).not.toBe(due);
  });

  it("refuses without the scope, and for a connector that is not there", async () => {
    const nobody = { ...ctx(), scopes: new Set<never>() };
    const ask = async () => ({});
    await expect(lookForDrift(nobody, "back-office", ask)).rejects.toMatchObject({
      code: "scope-missing",
    });
    await expect(getDrift(nobody, "back-office")).rejects.toMatchObject({ code: "scope-missing" });
    await expect(lookForDrift(ctx(), "nowhere", ask)).rejects.toMatchObject({ code: "not-found" });
    await expect(getDrift(ctx(), "nowhere")).rejects.toMatchObject({ code: "not-found" });
  });
});
