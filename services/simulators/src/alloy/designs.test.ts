import { attribute, call, newCase } from "../fixtures/test-alloy.ts";
import { startSimulators, type TestSimulators } from "../fixtures/test-simulators.ts";

describe("Alloy's designs", () => {
  let world: TestSimulators;
  beforeEach(() => {
    world = startSimulators();
  });
  afterEach(() => world.close());

  it("are listed, and described with their links' options", async () => {
    const { json } = await call(world, "GET", `design/${newCase({}).designCode}`);
    const link = json.design.attributes.find(
      ({ code }: { code: string }) => code === attribute.status,
    );

    expect(link).toMatchObject({
      type: "Link",
      context: "Customer",
      options: { code: "designs_caseStatuses_000000000000000000000002", max: 1 },
    });
    expect((await call(world, "GET", "design?pageSize=2&page=2")).json).toMatchObject({
      page: 2,
      totalPages: 3,
    });
    expect((await call(world, "GET", "design/designs_x")).json.errorCodeString).toBe(
      "DesignNotFound",
    );
  });
});
