import type { Alarm, DeliveryDetail, ProcessLedger } from "@guildhall/contract";
import {
  claimOwed,
  holdDelivery,
  listNotes,
  listTasks,
  loadDelivery,
  settleDelivery,
} from "@guildhall/domain";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const unknown = "out_01kb3zq8w5v0t6m2h9r4c7d1xe";

describe("deliveries that wait for a person", () => {
  let world: ApiWorld;
  let key: string;
  let process: string;
  let reference: string;
  let id: string;
  beforeEach(async () => {
    world = await createApiWorld();
    key = await world.keyFor("deliveries:read", "deliveries:write");
    ({ id: process, reference } = await world.start());
    id = (await world.owed(process)).find(({ kind }) => kind === "delivery")?.id ?? "";
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const get = async (path: string, as = key) => (await world.ask("GET", path, { as })).json();
  const post = (path: string, json: unknown, as = key) => world.ask("POST", path, { as, json });

  it("are grouped by what is wrong, with what can be done", async () => {
    await hold("document-invalid");
    expect(await get("/delivery-groups")).toMatchObject({
      data: [
        {
          connector: "back-office",
          connectorName: "environmental health",
          state: "held",
          code: "document-invalid",
          codeText: "The document is not as the back office takes it",
          advice: expect.stringMatching(/mapping/),
          count: 1,
        },
      ],
    });
  });

  it("show what was tried, masked", async () => {
    await hold("document-invalid");
    const delivery: DeliveryDetail = await get(`/deliveries/${id}`);
    expect(delivery).toMatchObject({
      serviceTitle: "Report a noise nuisance",
      connectorName: "environmental health",
      operation: "create",
      lastCodeText: expect.any(String),
    });
  });

  it("are read whole only by whoever may read the process, and the trail says who and why", async () => {
    const asked = { reason: "find-a-fault" };
    const path = `/deliveries/${id}/contents`;
    expect((await post(path, asked)).status).toBe(403);
    expect(await world.told(process)).not.toContain("document.read");
    const reader = await world.keyFor("deliveries:read", "processes:read");
    expect((await post(path, asked, reader)).status).toBe(200);
    expect(await world.told(process)).toContain("document.read");
    expect((await post(path, { reason: "curiosity" }, reader)).status).toBe(422);
  });

  it("can be dealt with in another way, and the reason is a note for staff alone", async () => {
    await hold("outcome-unknown");
    const response = await post(`/deliveries/${id}/handled`, {
      reason: "Ada's case was typed in",
      reference: "WK/1",
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ state: "handled", reference: "WK/1" });
    expect(await (await world.ask("GET", `/tracking/${reference}`)).json()).toMatchObject({
      delivery: { state: "passed-on" },
    });
    expect((await listNotes(world.ctx, process)).data).toMatchObject([
      { contents: "Ada's case was typed in", visibleToCitizen: false },
    ]);
    expect(await world.told(process)).toContain("delivery.handled");
    expect((await alarms()).data).toEqual([]);
  });

  it("cannot be dealt with so while they are under way", async () => {
    const response = await post(`/deliveries/${id}/handled`, { reason: "It is there" });
    expect(response.status).toBe(409);
    expect(await world.told(process)).not.toContain("delivery.handled");
  });

  it("can be handed to a team as a task, and the alarm is seen", async () => {
    await hold("outcome-unknown");
    const response = await post(`/deliveries/${id}/hand-over`, {
      team: "Noise team",
      words: "Please look",
    });
    expect(response.status).toBe(201);
    const task = await response.json();
    expect((await listTasks(world.ctx, process)).data).toContainEqual(
      expect.objectContaining({ id: task.id, team: "Noise team", state: "open" }),
    );
    expect(await world.told(process)).toContain("delivery.handed-over");
    expect((await alarms()).data[0]).toMatchObject({ acknowledgedBy: "Acme Case Systems" });
    expect(await get(`/deliveries/${id}`)).toMatchObject({ state: "held" });
  });

  it("are no task any more once they were dealt with, so that nobody does it twice", async () => {
    await hold("outcome-unknown");
    const handOver = { team: "Noise team", words: "Please look" };
    const task = await (await post(`/deliveries/${id}/hand-over`, handOver)).json();
    const handled = await post(`/deliveries/${id}/handled`, { reason: "It was typed in" });
    expect(handled.status).toBe(200);
    expect((await listTasks(world.ctx, process)).data).toContainEqual(
      expect.objectContaining({ id: task.id, state: "cancelled" }),
    );
  });

  it("are no task any more once they arrived after all", async () => {
    await hold("outcome-unknown");
    const handOver = { team: "Noise team", words: "Please look" };
    const task = await (await post(`/deliveries/${id}/hand-over`, handOver)).json();
    expect((await post(`/deliveries/${id}/retry`, {})).status).toBe(202);
    await accept();
    expect((await listTasks(world.ctx, process)).data).toContainEqual(
      expect.objectContaining({ id: task.id, state: "cancelled" }),
    );
  });

  it("cannot be handed over while nobody has to decide", async () => {
    const response = await post(`/deliveries/${id}/hand-over`, { team: "A", words: "B" });
    expect(response.status).toBe(409);
    expect((await listTasks(world.ctx, process)).data).toHaveLength(1);
  });

  it("raise one alarm for one reason, which is acknowledged once", async () => {
    await hold("outcome-unknown");
    const { data } = await alarms();
    expect(data).toMatchObject([
      { kind: "delivery-stuck", subject: "back-office/outcome-unknown", role: "tenant-admin" },
    ]);
    const path = `/alarms/${data[0]?.id}/acknowledge`;
    const response = await post(path, { words: "I have rung them" });
    expect(await response.json()).toMatchObject({
      acknowledgedBy: "Acme Case Systems",
      words: "I have rung them",
    });
    expect((await post(path, {})).status).toBe(409);
    expect((await post(`/alarms/${unknown.replace("out", "alm")}/acknowledge`, {})).status).toBe(
      404,
    );
  });

  it("are in the ledger of their process, with what the citizen was told", async () => {
    await hold("outcome-unknown");
    const ledger: ProcessLedger = await get(`/processes/${process}/ledger`);
    expect(ledger).toMatchObject({
      process,
      serviceTitle: "Report a noise nuisance",
      destinations: [
        {
          connector: "back-office",
          name: "environmental health",
          deliveries: [{ id, state: "held", lastCode: "outcome-unknown", history: [] }],
        },
      ],
      messages: [
        { purpose: "started", channel: "email", recipient: expect.not.stringContaining("ada@") },
      ],
      webhooks: [],
    });
    const response = await world.ask("GET", "/processes/prc_01kb3zq8w5v0t6m2h9r4c7d1xe/ledger", {
      as: key,
    });
    expect(response.status).toBe(404);
  });

  it("are nobody's who holds a grant for one process", async () => {
    const as = world.grantFor(process);
    for (const path of [`/processes/${process}/ledger`, "/alarms", "/delivery-groups", "/replays"])
      expect((await world.ask("GET", path, { as })).status).toBe(403);
  });

  async function alarms(): Promise<{ data: Alarm[] }> {
    return get("/alarms");
  }

  async function accept(): Promise<void> {
    const claimed = await claimOwed(world.ctx, 10);
    const ticket = claimed.find((one) => one.id === id);
    const loaded = ticket && (await loadDelivery(world.ctx, ticket));
    if (!loaded) throw new Error("There is a delivery");
    const outcome = { outcome: "accepted", reference: "WK/2" } as const;
    await settleDelivery(world.ctx, loaded, { outcome, attempt: 1 });
  }

  async function hold(code: string): Promise<void> {
    const ticket = { tenant: "exampleshire", id, generation: 1, kind: "delivery" } as const;
    const loaded = await loadDelivery(world.ctx, ticket);
    if (!loaded) throw new Error("There is a delivery");
    await holdDelivery(world.ctx, loaded, { code });
  }
});
