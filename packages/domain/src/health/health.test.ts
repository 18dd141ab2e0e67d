import { putBreaker, transact } from "@guildhall/store";
import { loadDelivery } from "../delivery/load.ts";
import { settleDelivery } from "../delivery/settle.ts";
import { createWorld, type World } from "../testing.ts";
import { getHealth } from "./connectors.ts";

describe("the health of connectors", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  type Outcome = NonNullable<Parameters<typeof settleDelivery>[2]["call"]>["outcome"];
  async function deliver(outcome: Outcome, tookMs: number): Promise<void> {
    await world.start();
    const ticket = world.handover.given.findLast(({ kind }) => kind === "delivery");
    const loaded = ticket && (await loadDelivery(world.ctx, ticket));
    if (!loaded) throw new Error("nothing was to be delivered");
    const begunAt = world.clock.now();
    world.clock.move(tookMs);
    const call = { begunAt, outcome };
    await settleDelivery(world.ctx, loaded, { outcome, attempt: 1, call });
  }

  it("says when each last took something and did not, how long it took, and what waits", async () => {
    await deliver({ outcome: "accepted", reference: "CASE-1" }, 200);
    const successAt = new Date(world.clock.now()).toISOString();
    await deliver({ outcome: "refused", code: "schema" }, 400);
    await world.start();
    const { connectors, lanes } = await getHealth(world.ctx);
    const office = connectors.find(({ connector }) => connector === "back-office");
    expect(office).toMatchObject({
      kind: expect.any(String),
      lastSuccessAt: successAt,
      lastFailure: { code: "schema" },
      breaker: { state: "closed" },
      latency: { attempts: 2, p50Ms: 200, p95Ms: 400 },
      drift: "unseen",
      owed: 1,
      waiting: 1,
    });
    expect(lanes.find(({ lane }) => lane === "delivery/back-office")).toMatchObject({
      title: office?.name,
      waiting: 1,
    });
    expect(lanes.find(({ lane }) => lane === "message")?.title).toBe("Messages");
  });

  it("says that one is not spoken to, why, and until when", async () => {
    const at = world.clock.now();
    const counts = { failures: 5, windowFrom: at, calls: 5, failed: 5, trips: 1 };
    const open = { state: "open", openSince: at, openUntil: at + 1000, code: "gone" } as const;
    await transact(world.ctx.db, (tx) =>
      putBreaker(tx, { connector: "back-office", ...counts, ...open }),
    );
    const { connectors } = await getHealth(world.ctx);
    expect(connectors.find(({ connector }) => connector === "back-office")?.breaker).toEqual({
      state: "open",
      since: new Date(at).toISOString(),
      until: new Date(at + 1000).toISOString(),
      code: "gone",
    });
  });

  it("is told to nobody without the scope, or with a token for one process", async () => {
    const only = world.as({ only: { process: "prc_1" } });
    for (const ctx of [world.as({ scopes: [] }), only])
      await expect(getHealth(ctx)).rejects.toMatchObject({ code: "scope-missing" });
  });
});
