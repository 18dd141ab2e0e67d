import { createWorld, type World } from "@guildhall/domain/testing";
import { putBreaker, transact } from "@guildhall/store";
import { createOwedFigures } from "./owed-figures.ts";

describe("createOwedFigures", () => {
  let world: World;
  let open: string[];
  let unused: boolean;
  let asked: string[];

  beforeEach(async () => {
    world = await createWorld();
    open = ["exampleshire"];
    unused = false;
    asked = [];
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const figures = () =>
    createOwedFigures({
      store: {
        get openTenants() {
          return open;
        },
        isUnused: () => unused,
        node: undefined,
        leases: { held: [] },
      },
      groundFor: async (tenant) => {
        asked.push(tenant);
        if (tenant === "broken") throw new Error("the file is spoilt");
        return world.groundFor(tenant);
      },
      now: world.clock.now,
    });

  it("tells what is owed by connector, with how long the oldest has been due", async () => {
    world.handover.full = true;
    await world.start();
    world.clock.move(12_000);
    const none = { poison: 0, state: "pending", count: 1, dueSeconds: 12 };
    expect(await figures()()).toEqual({
      tenants: [
        {
          tenant: "exampleshire",
          rows: [
            { ...none, connector: "back-office", lane: "connector" },
            { ...none, connector: "message", lane: "message" },
          ],
          breakers: [],
          alarms: [],
        },
      ],
    });
  });

  it("tells the state of each breaker", async () => {
    const counts = { failures: 5, windowFrom: 0, calls: 5, failed: 5, trips: 1 };
    const since = { openSince: 0, openUntil: 1, code: "unreachable" };
    const row = { connector: "back-office", state: "open" as const, ...counts, ...since };
    await transact(world.ctx.db, (tx) => putBreaker(tx, row));
    const { tenants } = await figures()();
    expect(tenants[0]?.breakers).toMatchObject([{ connector: "back-office", state: "open" }]);
  });

  it("opens no tenant that rests, and asks none again that nobody has used", async () => {
    open = [];
    const ask = figures();
    expect(await ask()).toEqual({ tenants: [] });
    open = ["exampleshire"];
    await ask();
    unused = true;
    const { tenants } = await ask();
    expect(tenants.map(({ tenant }) => tenant)).toEqual(["exampleshire"]);
    expect(asked).toEqual(["exampleshire"]);
  });

  it("leaves out a tenant that cannot be asked", async () => {
    open = ["broken", "nowhere", "exampleshire"];
    const { tenants } = await figures()();
    expect(tenants.map(({ tenant }) => tenant)).toEqual(["exampleshire"]);
  });
});
