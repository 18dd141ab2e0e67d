import { attribute, call, create, newCase } from "./fixtures/test-alloy.ts";
import { startSimulators, type TestSimulators } from "./fixtures/test-simulators.ts";
import { logOn, soap, submission } from "./fixtures/test-uniform.ts";

const alloy = "/alloy/exampleshire";
const uniform = "/uniform/exampleshire";
const ours = "EXA-2V4K-7XQP";
const others = "EXA-2222-2222";

describe("the faults of one case", () => {
  let world: TestSimulators;
  beforeEach(() => {
    world = startSimulators();
  });
  afterEach(() => world.close());

  const put = (faults: unknown, reference = ours, system = alloy) =>
    world.request(`${system}/faults/${reference}`, {
      method: "PUT",
      body: JSON.stringify(faults),
    });
  const find = async (reference = ours) => world.request(`${alloy}/faults/${reference}`);
  const post = (reference: string) =>
    call(world, "POST", "item", newCase({ [attribute.reference]: reference }));

  it("meet its calls and no others", async () => {
    await put({ refused: {} });
    expect((await post(others)).status).toBe(200);
    expect((await post(ours)).status).toBe(400);
    expect((await post("EXA-3333-3333")).status).toBe(200);
  });

  it("meet it by whatever system it is sent to", async () => {
    await put({ refused: {} }, ours, uniform);
    const cookie = await logOn(world);
    const send = async (reference: string) => {
      const content = submission({ reference });
      return (await soap(world, "SubmitGeneralServiceRequest", content, { cookie })).text;
    };
    expect(await send(ours)).toContain("The request was refused");
    expect(await send(others)).toContain("<TransactionSuccess>True</TransactionSuccess>");
  });

  it("tell whether they have come to pass, and end when they are taken away", async () => {
    await put({ refused: {} });
    expect(await (await find()).json()).toEqual({ faults: { refused: {} }, actedOut: [] });
    await post(others);
    expect(await (await find()).json()).toMatchObject({ actedOut: [] });
    await post(ours);
    expect(await (await find()).json()).toMatchObject({ actedOut: ["refused"] });
    await world.request(`${alloy}/faults/${ours}`, { method: "DELETE" });
    expect((await find()).status).toBe(404);
    expect((await post(ours)).status).toBe(200);
  });

  it("count down by themselves", async () => {
    await put({ status503: { times: 1 } });
    const statuses = [await post(ours), await post(ours)].map(({ status }) => status);
    expect(statuses).toEqual([503, 200]);
    expect(await (await find()).json()).toEqual({ faults: {}, actedOut: ["status503"] });
  });

  it("tell of it twice, and once to whoever asks for it", async () => {
    await create(world, { [attribute.reference]: ours });
    await create(world, { [attribute.reference]: others });
    await put({ "duplicate-callback": {} });
    const all = { type: "Query", properties: { dodiCode: newCase({}).designCode } };
    const list = async (aqs: object) =>
      (await call(world, "POST", "aqs/query", { aqs })).json.results.length;
    expect(await list(all)).toBe(3);
    const value = [{ type: "String", properties: { value: [ours] } }];
    const named = { type: "Attribute", properties: { attributeCode: attribute.reference } };
    expect(
      await list({ ...all, children: [{ type: "Equals", children: [named, ...value] }] }),
    ).toBe(1);
  });

  it.each([
    ["what is no fault", { other: {} }, ours],
    ["what is no reference", { refused: {} }, "a"],
  ])("are not set by %s", async (_, faults, reference) => {
    expect((await put(faults, reference)).status).toBe(400);
    expect((await find(reference)).status).toBe(404);
  });

  it("are remembered of so many cases", async () => {
    const reference = (n: number) => `EXA-2V4K-${1000 + n}`;
    for (let n = 0; n <= 100; n += 1) await put({ refused: {} }, reference(n));
    expect((await find(reference(0))).status).toBe(404);
    expect((await find(reference(1))).status).toBe(200);
  });
});
