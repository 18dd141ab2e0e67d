import { callbackUrl, createFakePlatform, type FakePlatform } from "../fixtures/fake-platform.ts";
import {
  type AlloyItem,
  attribute,
  attributeOf,
  call,
  closure,
  create,
  inspection,
  status,
} from "../fixtures/test-alloy.ts";
import { form, startSimulators, type TestSimulators } from "../fixtures/test-simulators.ts";

describe("an inspection in Alloy", () => {
  let world: TestSimulators;
  let platform: FakePlatform;
  let id: string;
  beforeEach(async () => {
    platform = createFakePlatform();
    world = startSimulators({ fetch: platform.fetch });
    const link = { [attribute.callback]: callbackUrl, [attribute.grant]: "grant-1" };
    id = (await create(world, link)).itemId;
  });
  afterEach(() => world.close());

  const post = async (action: string, fields: Record<string, string>) => {
    const response = await world.request(`/alloy/exampleshire/items/${id}/${action}`, form(fields));
    await world.current().settled();
    return response;
  };
  const book = (more = {}) =>
    post("visits", { day: "2026-03-10", time: "14:30", officer: "Officer A", ...more });
  const readCase = async () => (await call(world, "GET", `item/${id}`)).json.item as AlloyItem; // the simulator's own answer
  const linked = async () => {
    const value = attributeOf(await readCase(), attribute.inspections);
    return Array.isArray(value) ? value.map(String) : [];
  };
  const inWindow = async (design: string, from: string) => {
    const property = { type: "ItemProperty", properties: { itemPropertyName: "lastEditDate" } };
    const children = [property, { type: "DateTime", properties: { value: [from] } }];
    const properties = { dodiCode: design, collectionCode: ["Live", "Archive"] };
    const aqs = {
      type: "Query",
      properties,
      children: [{ type: "GreaterThanOrEquals", children }],
    };
    const { json } = await call(world, "POST", "aqs/query", { aqs });
    return json.results.map(({ itemId }: AlloyItem) => itemId);
  };

  it("is booked as an item of its own, which its case links to", async () => {
    await book();
    const [made = ""] = await linked();
    const { item } = (await call(world, "GET", `item/${made}`)).json;

    expect(item.designCode).toBe(inspection.design);
    expect(attributeOf(item, inspection.planned)).toBe("2026-03-10T14:30:00.000Z");
    expect(attributeOf(item, inspection.officer)).toBe("Officer A");
    const parents = (await call(world, "GET", `item/${made}/parents`)).json.results;
    expect(parents.map(({ itemId }: AlloyItem) => itemId)).toEqual([id]);
  });

  it("moves its case to the council's status, and tells the citizen when where asked to", async () => {
    await book({ tells: "yes" });

    expect(platform.lines()).toEqual([
      "GET processes/prc_1/tasks",
      "PATCH tasks/tsk_1",
      "POST processes/prc_1/notes",
    ]);
    expect(platform.calls[1]?.body).toEqual({ externalStatus: status.investigating });
    expect(platform.calls[2]?.body).toEqual({
      contents: "We plan to visit on Tuesday 10 March 2026 at 2:30pm.",
      visibleToCitizen: true,
    });
    platform.calls.length = 0;
    await book();
    expect(platform.lines()).not.toContain("POST processes/prc_1/notes");
  });

  it("changes in a later window without opening its closed case again", async () => {
    await book();
    await post("closure", { closure: closure.informal });
    await post("complete", { closing: status.completed });
    const before = await readCase();
    platform.calls.length = 0;
    world.at = new Date("2026-03-11T09:00:00Z");
    const [made = ""] = await linked();
    await post(`inspections/${made}`, { result: "Quiet at last." });

    expect(await inWindow(inspection.design, "2026-03-11T08:00:00Z")).toEqual([made]);
    expect(await inWindow(before.designCode, "2026-03-11T08:00:00Z")).toEqual([]);
    expect(await readCase()).toEqual(before);
    expect(platform.lines()).toEqual([]);
  });

  it("is not worked through a case that does not link to it, nor without words", async () => {
    await book();
    const [made = ""] = await linked();
    expect((await post(`inspections/${status.received}`, { result: "x" })).status).toBe(404);
    expect((await post(`inspections/${made}`, { result: " " })).status).toBe(400);
  });
});
