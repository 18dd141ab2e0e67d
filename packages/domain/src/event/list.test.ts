import { PublicEvent, type PublicEventType } from "@guildhall/contract";
import { appendEvent, listTasks, transact } from "@guildhall/store";
import { loadDelivery } from "../delivery/load.ts";
import { settleDelivery } from "../delivery/settle.ts";
import { addNote } from "../note/add.ts";
import { createPayingWorld } from "../payment/test-paying.ts";
import { completeTask } from "../task/complete.ts";
import { updateTask } from "../task/update.ts";
import { createWorld, type World } from "../testing.ts";
import { listPublicEvents } from "./list.ts";

const all = { after: "0", limit: 100 };

describe("the events that outsiders may hear of", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const types = async (at = world): Promise<PublicEventType[]> =>
    (await listPublicEvents(at.ctx, all)).data.map(({ type }) => type);
  /** Held to the catalogue, field by field: nothing is missing, and nothing more is said. */
  const asCatalogued = async (at = world) => {
    const { data } = await listPublicEvents(at.ctx, all);
    expect(data.map((event) => PublicEvent.parse(event))).toEqual(data);
  };

  it("are as the catalogue says through the whole of a process", async () => {
    const { id } = await world.start();
    const ticket = world.handover.given.find(({ kind }) => kind === "delivery");
    const loaded = ticket && (await loadDelivery(world.ctx, ticket));
    if (!loaded) throw new Error("There is no delivery");
    const outcome = { outcome: "refused", code: "duplicate" } as const;
    await settleDelivery(world.ctx, loaded, { outcome, attempt: 1 });
    const [task] = await listTasks(world.ctx.db, id);
    await updateTask(world.ctx, task?.id ?? "", { state: "in-progress", stage: "visit" });
    await addNote(world.ctx, id, { contents: "Seen", visibleToCitizen: true });
    await completeTask(world.ctx, task?.id ?? "", { outcome: "completed", fields: {} });

    await asCatalogued();
    expect(await types()).toEqual([
      "process.started",
      "delivery.refused",
      "task.updated",
      "stage.changed",
      "note.added",
      "task.completed",
      "process.ended",
    ]);
  });

  it("are as the catalogue says through a payment", async () => {
    const paying = await createPayingWorld();
    await asCatalogued(paying.world);
    expect(await types(paying.world)).toEqual(["process.started", "payment.due"]);
    await paying.world[Symbol.asyncDispose]();
  });

  it("never say what an event holds beside what the catalogue names", async () => {
    const { id } = await world.start();
    await transact(world.ctx.db, (tx) =>
      appendEvent(tx, {
        type: "stage.changed",
        process: id,
        subject: id,
        actor: world.ctx.actor,
        at: world.clock.now(),
        data: { stage: "visit", text: "Call Mrs Miller", tenant: "another", links: {} },
      }),
    );
    const last = (await listPublicEvents(world.ctx, all)).data.at(-1);
    expect(last?.data).toMatchObject({ stage: "visit", tenant: "exampleshire" });
    expect(JSON.stringify(last)).not.toMatch(/Miller|another/);
  });

  it("are found over any number of others, some thousands at a time", async () => {
    const { id } = await world.start();
    await transact(world.ctx.db, async (tx) => {
      const read = { type: "document.read", process: id, subject: id } as const;
      for (let n = 0; n < 10_001; n += 1)
        await appendEvent(tx, { ...read, actor: world.ctx.actor, at: world.clock.now() });
    });
    await world.start();
    const first = await listPublicEvents(world.ctx, { after: "2", limit: 100 });
    expect(first).toEqual({ data: [], nextCursor: "10002" });
    const next = await listPublicEvents(world.ctx, { after: first.nextCursor, limit: 100 });
    expect(next.data.map(({ type }) => type)).toEqual(["process.started"]);
  });

  it("are told to nobody without the scope, nor to whoever may see one process", async () => {
    const { id } = await world.start();
    const missing = { code: "scope-missing" };
    const deaf = world.as({ scopes: ["processes:read"] });
    await expect(listPublicEvents(deaf, all)).rejects.toMatchObject(missing);
    const holder = world.as({ only: { process: id } });
    await expect(listPublicEvents(holder, all)).rejects.toMatchObject(missing);
  });
});
