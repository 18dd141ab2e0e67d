import type { Call } from "@guildhall/connectors";
import type { Ticket } from "@guildhall/contract";
import { addSubscription } from "@guildhall/domain";
import { createWorld, exampleSubscription, type World } from "@guildhall/domain/testing";
import { createInProcessQueue, isChore } from "@guildhall/queue";
import type { DeliveryDeps } from "./jobs/ready-connector.ts";
import { ReceiverLimits } from "./receiver-limits.ts";
import { Relay } from "./relay.ts";
import { createHandler } from "./worker.ts";

describe("createHandler", () => {
  let world: World;
  let relay: Relay;
  let errors: unknown[];
  let called: Call[];
  let queue: ReturnType<typeof createInProcessQueue>;
  let handle: (ticket: Ticket) => Promise<void>;

  beforeEach(async () => {
    errors = [];
    called = [];
    const onError = (error: unknown) => errors.push(error);
    queue = createInProcessQueue({ onError });
    world = await createWorld({
      handover: ({ groundFor, clock }) => {
        relay = new Relay({ carrier: queue, groundFor, now: clock.now, onError });
        return relay;
      },
    });
    handle = createHandler({
      groundFor: world.groundFor,
      relay,
      delivery: { ...delivery, onFault: onError },
      message: {
        sender: world.sender,
        timeoutMs: 1000,
        write: ({ to, words }) => ({
          to,
          from: { name: "Council", address: "a@b.test" },
          subject: words.subject,
          html: "",
          text: "",
        }),
        onFault: onError,
      },
      webhook: {
        request: async (call) => {
          called.push(call);
          return { status: 204, headers: {}, cookies: [], body: new Uint8Array() };
        },
        limits: new ReceiverLimits({ now: world.clock.now }),
        timeoutMs: 1000,
        onFault: onError,
      },
    });
  });
  afterEach(async () => {
    relay.stop();
    await queue.close();
    await world[Symbol.asyncDispose]();
  });

  const delivery: Omit<DeliveryDeps, "onFault"> = {
    write: async () => ({ text: "{}" }),
    connectorFor: async () => ({
      connector: world.backOffice,
      timeoutMs: 1000,
      withPlace: (call) => call(),
    }),
    readEvidence: async () => new Uint8Array(),
  };
  const work = () =>
    queue.work(
      async (carried) => {
        if (!isChore(carried)) await handle(carried);
      },
      { concurrency: 2 },
    );
  const states = async (process: string) =>
    (await world.owed(process)).map(({ kind, state }) => `${kind} ${state}`);

  it("does what is owed as soon as it is stored: the case is delivered and the citizen told", async () => {
    work();
    const { id } = await world.start();
    await vi.waitFor(async () =>
      expect(await states(id)).toEqual(["delivery accepted", "message accepted"]),
    );
    expect(world.backOffice.sent).toHaveLength(1);
    expect(world.sender.sent).toMatchObject([{ to: "ada@example.com" }]);
  });

  it("calls whoever asked for it, beside all else", async () => {
    work();
    const events = ["process.started" as const];
    const asked = { ...exampleSubscription, events };
    const { id: subscription } = await addSubscription(world.ctx, asked, () => true);
    const { id } = await world.start();
    await vi.waitFor(async () =>
      expect((await states(id)).toSorted()).toEqual([
        "delivery accepted",
        "message accepted",
        "webhook accepted",
      ]),
    );
    expect(called).toMatchObject([{ method: "POST", url: exampleSubscription.url }]);
    expect(JSON.parse(String(called[0]?.body)).data.process).toBe(id);
    expect((await world.owed(id))[2]?.destination).toBe(subscription);
  });

  it("tells the relay when a ticket has had its turn, and when its row is due again", async () => {
    const finished = vi.spyOn(relay, "finished");
    const ticket = await stored("delivery");
    world.backOffice.answer = { outcome: "retry", code: "busy", afterMs: 60_000 };
    await handle(ticket);
    expect(finished).toHaveBeenCalledExactlyOnceWith(ticket, {
      dueAgainAt: world.clock.now() + 60_000,
    });
  });

  it("tells the relay too when a ticket failed, and passes the failure on", async () => {
    const finished = vi.spyOn(relay, "finished");
    const ticket = await stored("message");
    world.sender.send = async () => {
      throw new Error("a fault of ours");
    };
    await expect(handle(ticket)).rejects.toThrow("a fault of ours");
    expect(finished).toHaveBeenCalledExactlyOnceWith(ticket, {});
  });

  it("has nothing to do for a tenant that is gone", async () => {
    const ticket = { ...(await stored("message")), tenant: "nowhere" };
    await handle(ticket);
    expect(world.sender.sent).toEqual([]);
  });

  /** A ticket of a new process; nobody works the queue. */
  async function stored(kind: Ticket["kind"]): Promise<Ticket> {
    const { id: process } = await world.start();
    const row = (await world.owed(process)).find((owed) => owed.kind === kind);
    if (!row) throw new Error(`no ${kind} is owed`);
    return { tenant: "exampleshire", id: row.id, generation: row.generation, kind };
  }
});
