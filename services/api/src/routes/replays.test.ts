import type { DeliveryReplay } from "@guildhall/contract";
import { getReplay, holdDelivery, loadDelivery } from "@guildhall/domain";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("replays over the API", () => {
  let world: ApiWorld;
  let key: string;
  beforeEach(async () => {
    world = await createApiWorld();
    key = await world.keyFor("deliveries:read", "deliveries:write");
    await held();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const post = (path: string, json: unknown, headers = {}) =>
    world.ask("POST", path, { as: key, json, headers });

  it("are shown before they are begun, and change nothing then", async () => {
    const response = await post("/replays/preview", { rewrite: true });
    expect(await response.json()).toMatchObject({
      total: 1,
      replayable: 1,
      groups: [{ code: "mapping-failed", target: "title", count: 1 }],
      sample: [{ connector: "back-office", wasWritten: false, passes: true }],
    });
    expect(await (await list()).json()).toEqual({ data: [] });
  });

  it("go on by themselves, and happen once for one key", async () => {
    const headers = { "Idempotency-Key": "please-replay-these-once" };
    const begun = await post("/replays", { code: "mapping-failed" }, headers);
    expect(begun.status).toBe(202);
    const replay: DeliveryReplay = await begun.json();
    expect(begun.headers.get("location")).toContain(`/replays/${replay.id}`);
    await expect.poll(() => stateOf(replay.id)).toBe("done");
    await held();
    expect((await (await post("/replays", { code: "mapping-failed" }, headers)).json()).id).toBe(
      replay.id,
    );
    expect((await (await list()).json()).data).toMatchObject([
      { id: replay.id, total: 1, replayed: 1, by: "Acme Case Systems" },
    ]);
    const read = await world.ask("GET", `/replays/${replay.id}`, { as: key });
    expect(await read.json()).toMatchObject({ selection: { code: "mapping-failed" } });
  });

  it("are refused where the live mapping is to write what was frozen", async () => {
    for (const path of ["/replays", "/replays/preview"]) {
      const response = await post(path, { useLive: true });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({
        errors: [{ pointer: "/useLive", code: "needs-rewrite" }],
      });
    }
  });

  it("are not for whoever may only read", async () => {
    const as = await world.keyFor("deliveries:read");
    const response = await world.ask("POST", "/replays", { as, json: {} });
    expect(response.status).toBe(403);
    expect(await (await list()).json()).toEqual({ data: [] });
  });

  const list = () => world.ask("GET", "/replays", { as: key });
  const stateOf = async (id: string) => (await getReplay(world.ctx, id)).state;

  async function held(): Promise<void> {
    const { id: process } = await world.start();
    const id = (await world.owed(process)).find(({ kind }) => kind === "delivery")?.id ?? "";
    const ticket = { tenant: "exampleshire", id, generation: 1, kind: "delivery" } as const;
    const loaded = await loadDelivery(world.ctx, ticket);
    if (!loaded) throw new Error("There is a delivery");
    const faults = [{ target: "title", sentence: "It is missing." }];
    await holdDelivery(world.ctx, loaded, { code: "mapping-failed", faults });
  }
});
