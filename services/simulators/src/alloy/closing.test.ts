import { callbackUrl, createFakePlatform, type FakePlatform } from "../fixtures/fake-platform.ts";
import { attribute, attributeOf, call, closure, create, status } from "../fixtures/test-alloy.ts";
import { form, startSimulators, type TestSimulators } from "../fixtures/test-simulators.ts";

describe("an Alloy case that needs a reason for closure", () => {
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
    const path = `/alloy/exampleshire/items/${id}/${action}`;
    expect((await world.request(path, form(fields))).status).toBe(303);
    await world.current().settled();
  };
  const saveReason = () => post("closure", { closure: closure.informal });
  const complete = (words = "") => post("complete", { closing: status.completed, words });
  const read = async () => (await call(world, "GET", `item/${id}`)).json.item;
  const page = async (saved = "") =>
    (await world.request(`/alloy/exampleshire/items/${id}?saved=${saved}`)).text();
  const told = ["GET processes/prc_1/tasks", "PATCH tasks/tsk_1", "POST tasks/tsk_1/complete"];

  it("tells nobody of a reason that comes before the status, then of both", async () => {
    await saveReason();
    expect(platform.lines()).toEqual([]);
    expect(await page("closure")).toContain("Nobody is told yet");

    platform.calls.length = 0;
    await complete();
    expect(platform.lines()).toEqual(told);
    expect(platform.calls[1]?.body).toEqual({
      externalStatus: `${status.completed}/${closure.informal}`,
    });
    expect(platform.calls[2]?.body).toEqual({
      fields: { status: "Completed", closureReason: "Resolved informally" },
    });
    expect((await read()).collection).toBe("Archive");
  });

  it("is saved half-way without one, and tells nobody before it has it", async () => {
    await complete();
    expect(platform.lines()).toEqual([]);
    const half = await page("complete");
    expect(half).toContain("Saved half-way.");
    expect(half).toContain("It is now “Completed”.");

    platform.calls.length = 0;
    await saveReason();
    expect(platform.lines()).toEqual(told);
    expect(await page()).not.toContain("Saved half-way.");
    expect((await read()).collection).toBe("Archive");
  });

  it("does not complete what the new status has completed already", async () => {
    platform.tasks = [{ id: "tsk_1", state: "completed" }];
    await saveReason();
    await complete();

    expect(platform.lines()).toEqual(told.slice(0, 2));
  });

  it("gives the citizen its last words before it ends", async () => {
    await saveReason();
    await complete("The music has stopped.");

    expect(platform.lines()).toEqual(["POST processes/prc_1/notes", ...told]);
    expect(platform.calls[0]?.body).toEqual({
      contents: "The music has stopped.",
      visibleToCitizen: true,
    });
  });

  it("loses its reason when it is opened again", async () => {
    await saveReason();
    await complete();
    await post("status", { status: status.investigating });

    const item = await read();
    expect(item.collection).toBe("Live");
    expect(attributeOf(item, attribute.closure)).toEqual([]);
  });
});
