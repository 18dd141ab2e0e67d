import type { Delivery } from "@guildhall/contract";
import { holdDelivery, loadDelivery, settleDelivery } from "@guildhall/domain";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const unknown = "out_01kb3zq8w5v0t6m2h9r4c7d1xe";

describe("deliveries over the API", () => {
  let world: ApiWorld;
  let key: string;
  let process: string;
  let id: string;
  beforeEach(async () => {
    world = await createApiWorld();
    key = await world.keyFor("deliveries:read", "deliveries:write");
    process = (await world.start()).id;
    id = (await list())[0]?.id ?? "";
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("are listed newest first, by state, connector and process", async () => {
    const other = (await world.start()).id;
    expect((await list()).map((one) => one.process)).toEqual([other, process]);
    expect((await list("?limit=1")).map((one) => one.process)).toEqual([other]);
    expect((await list(`?process=${process}`)).map((one) => one.id)).toEqual([id]);
    expect(await list("?connector=nowhere")).toEqual([]);
    expect(await list("?state=held&state=dead")).toEqual([]);
    await hold();
    expect((await list("?state=held&state=dead")).map((one) => one.id)).toEqual([id]);
  });

  it("name their request as the citizen knows it", async () => {
    const { reference } = await world.start();
    expect((await list())[0]?.processReference).toBe(reference);
  });

  it("say why they wait for a person, row by row", async () => {
    expect(await read()).toMatchObject({ id, process, connector: "back-office", state: "queued" });
    await hold();
    expect(await read()).toMatchObject({
      state: "held",
      lastCode: "document-invalid",
      faults: [{ target: "title", sentence: "It is missing." }],
    });
  });

  it("are sent again as they were, once a person says so", async () => {
    await hold();
    const headers = { "Idempotency-Key": "please-send-this-again" };
    const retry = () => world.ask("POST", `/deliveries/${id}/retry`, { as: key, headers });
    const retried = await retry();
    expect(retried.status).toBe(202);
    const delivery = await retried.json();
    expect(delivery).toMatchObject({ id, state: "pending" });
    expect(delivery).not.toHaveProperty("lastCode");
    expect(world.handover.woken).toContain("exampleshire");
    expect(await world.told(process)).toContain("delivery.retried");
    expect(await (await retry()).json()).toEqual(delivery);
    expect((await world.told(process)).filter((type) => type === "delivery.retried")).toHaveLength(
      1,
    );
  });

  it("that were left to a person are not sent by whoever only hurries what waits", async () => {
    await hold();
    const path = `/deliveries/${id}/retry?only=waiting`;
    expect((await world.ask("POST", path, { as: key })).status).toBe(409);
    expect(await read()).toMatchObject({ state: "held", lastCode: "document-invalid" });
  });

  it("that wait for their next time are sent at once, and what is known of the last attempt stays", async () => {
    const ticket = { tenant: "exampleshire", id, generation: 1, kind: "delivery" } as const;
    const loaded = await loadDelivery(world.ctx, ticket);
    if (!loaded) throw new Error("There is a delivery");
    const outcome = { outcome: "retry", code: "busy", afterMs: 3_600_000 } as const;
    await settleDelivery(world.ctx, loaded, { outcome, attempt: 1 });
    const waiting = await read();
    const path = `/deliveries/${id}/retry?only=waiting`;
    const response = await world.ask("POST", path, { as: key });
    expect(response.status).toBe(202);
    const hastened = (await response.json()) as Delivery;
    expect(hastened).toMatchObject({ state: "pending", lastCode: "busy" });
    expect(hastened.nextAt && waiting.nextAt && hastened.nextAt < waiting.nextAt).toBe(true);
  });

  it("are not sent again while they are under way", async () => {
    const response = await world.ask("POST", `/deliveries/${id}/retry`, { as: key });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: "invalid-transition" });
    expect(await world.told(process)).not.toContain("delivery.retried");
  });

  it("are none where the id is of a message, or of nothing", async () => {
    const message = (await world.owed(process)).find(({ kind }) => kind === "message");
    for (const one of [message?.id, unknown]) {
      expect((await world.ask("GET", `/deliveries/${one}`, { as: key })).status).toBe(404);
      expect((await world.ask("POST", `/deliveries/${one}/retry`, { as: key })).status).toBe(404);
    }
  });

  it("are had as a spreadsheet", async () => {
    await hold();
    const headers = { Accept: "text/csv" };
    const response = await world.ask("GET", "/deliveries", { as: key, headers });
    expect(response.headers.get("content-type")).toMatch(/^text\/csv/);
    expect(await response.text()).toContain("It is missing.");
  });

  async function hold(): Promise<void> {
    const ticket = { tenant: "exampleshire", id, generation: 1, kind: "delivery" } as const;
    const loaded = await loadDelivery(world.ctx, ticket);
    if (!loaded) throw new Error("There is a delivery");
    const faults = [{ target: "title", sentence: "It is missing." }];
    await holdDelivery(world.ctx, loaded, { code: "document-invalid", faults });
  }

  async function read(): Promise<Delivery> {
    return (await world.ask("GET", `/deliveries/${id}`, { as: key })).json();
  }

  async function list(query = ""): Promise<Delivery[]> {
    return (await (await world.ask("GET", `/deliveries${query}`, { as: key })).json()).data;
  }
});
