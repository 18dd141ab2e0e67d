import { report, reportsIn } from "../testing/open311/reports.ts";
import { createOpen311World, type Open311World } from "../testing/open311/world.ts";

describe("a report that comes again", () => {
  let world: Open311World;
  beforeEach(async () => {
    world = await createOpen311World();
  });
  afterEach(() => world[Symbol.asyncDispose]());
  const { notes, refused, send } = reportsIn(() => world);

  it("is the same within a day when it says the same, and another after it", async () => {
    const first = await send(report);
    world.clock.move(20 * 3_600_000);
    expect(await send(report)).toBe(first);
    world.clock.move(5 * 3_600_000);
    const later = await send(report);
    expect(later).not.toBe(first);
    expect(
      await send({ ...report, "attribute[noiseSource]": "pub", "attribute[pubName]": "X" }),
    ).not.toBe(later);
  });

  it("is the same across formats, and another from another key", async () => {
    const first = await send(report);
    const said = await world.send("/requests.xml", report);
    expect(said.headers.get("idempotent-replayed")).toBe("true");
    expect(await said.text()).toContain(first);
    expect(await send(report, { as: await world.keyFor("processes:write") })).not.toBe(first);
  });

  it("is known by FixMyStreet's number and the service, whatever else it says", async () => {
    const numbered = { ...report, "attribute[fixmystreet_id]": "7" };
    const first = await send(numbered);
    expect(await send({ ...numbered, description: "Changed." })).toBe(first);
    expect(await send({ ...numbered, "attribute[fixmystreet_id]": "8" })).not.toBe(first);
  });

  it("happens once when it comes at the same moment", async () => {
    const sent = Array.from({ length: 10 }, () => send({ ...report, description: "Loud." }));
    expect(new Set(await Promise.all(sent)).size).toBe(1);
    expect(await notes()).toHaveLength(1);
  });

  it("is known by its Idempotency-Key, which is refused to another", async () => {
    const headers = { "Idempotency-Key": "a-key-of-sixteen-or-more" };
    const first = await send(report, { headers });
    expect(await send(report, { headers })).toBe(first);
    expect(await send(report)).not.toBe(first);
    const { status, said } = await refused({ ...report, title: "Other" }, { headers });
    expect([status, said]).toEqual([400, ["This Idempotency-Key was used with another request"]]);
    const short = { headers: { "Idempotency-Key": "short" } };
    expect(await refused(report, short)).toMatchObject({ status: 400 });
  });
});
