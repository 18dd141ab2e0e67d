import { chore, createGate, createRecorder, ticket } from "./fixtures.ts";
import { type Carried, type Lane, lanes, type Queue } from "./queue.ts";

/** What a queue implementation gives the suite: itself, empty, and what it was told of. */
export interface Subject {
  readonly queue: Queue;
  /** What the queue takes for the time. */
  readonly clock: { now: number };
  readonly errors: { readonly error: unknown; readonly ticket: Carried | undefined }[];
}

const idle = { waiting: 0, running: 0, oldestMs: 0 };
const nothing = Object.fromEntries(lanes.map((lane: Lane) => [lane, idle]));

type Case = (subject: Subject) => Promise<void>;

/** What every queue promises, each by its own case; the test files run them all on each implementation. */
export const conformance: Readonly<Record<string, Case>> = {
  "works every ticket that was dispatched": async ({ queue }) => {
    const tickets = Array.from({ length: 200 }, (_, index) =>
      ticket({ tenant: `tenant-${index % 7}`, id: `out_${index}` }),
    );
    const recorder = createRecorder();
    queue.work(recorder.handler, { concurrency: 8 });
    expect(await queue.dispatch(tickets)).toEqual([]);

    await recorder.reached(200);
    expect(new Set(recorder.worked.map(({ id }) => id))).toEqual(
      new Set(tickets.map(({ id }) => id)),
    );
  },

  "hands the ticket over whole": async ({ queue }) => {
    const recorder = createRecorder();
    queue.work(recorder.handler, { concurrency: 1 });
    await queue.dispatch([ticket({ id: "out_1", generation: 7, kind: "message" })]);

    await recorder.reached(1);
    expect(recorder.worked).toEqual([
      { tenant: "exampleshire", id: "out_1", generation: 7, kind: "message" },
    ]);
  },

  "works the same ticket once when it is dispatched twice while it waits": async ({ queue }) => {
    const recorder = createRecorder();
    await queue.dispatch([ticket({ id: "out_1" }), ticket({ id: "out_1" })]);
    expect(await queue.dispatch([ticket({ id: "out_1" }), ticket({ id: "last" })])).toEqual([]);
    queue.work(recorder.handler, { concurrency: 1 });

    await recorder.reached(2);
    expect(recorder.worked.map(({ id }) => id)).toEqual(["out_1", "last"]);
  },

  "works the same ticket once when it is dispatched again while it is worked": async ({
    queue,
  }) => {
    const gate = createGate();
    const recorder = createRecorder(gate.opened);
    queue.work(recorder.handler, { concurrency: 1 });
    await queue.dispatch([ticket({ id: "out_1" })]);
    await recorder.begun(1);
    await queue.dispatch([ticket({ id: "out_1" }), ticket({ id: "last" })]);
    gate.open();

    await recorder.reached(2);
    expect(recorder.worked.map(({ id }) => id)).toEqual(["out_1", "last"]);
  },

  "works a new generation although the former failed": async ({ queue, errors }) => {
    const recorder = createRecorder();
    const handler = async (given: Carried) => {
      await recorder.handler(given);
      if (given.generation === 1) throw new Error("first");
    };
    queue.work(handler, { concurrency: 1 });
    await queue.dispatch([ticket({ generation: 1 })]);
    await recorder.reached(1);
    await queue.dispatch([ticket({ generation: 2 })]);

    await recorder.reached(2);
    expect(recorder.worked.map(({ generation }) => generation)).toEqual([1, 2]);
    expect(errors.map((told) => told.ticket?.generation)).toEqual([1]);
  },

  "goes on with the others when a handler throws, and tells of it": async ({ queue, errors }) => {
    const recorder = createRecorder();
    const failure = new Error("refused by the handler");
    const handler = async (given: Carried) => {
      await recorder.handler(given);
      if (given.id === "out_1") throw failure;
    };
    queue.work(handler, { concurrency: 1 });
    await queue.dispatch(["out_0", "out_1", "out_2"].map((id) => ticket({ id })));

    await recorder.reached(3);
    expect(errors).toEqual([{ error: failure, ticket: ticket({ id: "out_1" }) }]);
  },

  "runs no more handlers of a lane at once than it may": async ({ queue }) => {
    const gate = createGate();
    const recorder = createRecorder(gate.opened);
    queue.work(recorder.handler, { concurrency: 3 });
    await queue.dispatch(Array.from({ length: 12 }, (_, index) => ticket({ id: `out_${index}` })));
    await recorder.begun(3);
    gate.open();

    await recorder.reached(12);
    expect(recorder.most()).toBe(3);
  },

  "gives tenants turns among what is dispatched in one tick": async ({ queue }) => {
    const recorder = createRecorder();
    const flood = ["a1", "a2", "a3", "a4"].map((id) => ticket({ tenant: "a", id }));
    const few = ["b1", "b2"].map((id) => ticket({ tenant: "b", id }));
    await Promise.all([queue.dispatch(flood), queue.dispatch(few)]);
    queue.work(recorder.handler, { concurrency: 1 });

    await recorder.reached(6);
    expect(recorder.worked.map(({ id }) => id)).toEqual(["a1", "b1", "a2", "b2", "a3", "a4"]);
  },

  "works messages while every delivery hangs": async ({ queue }) => {
    const gate = createGate();
    const deliveries = createRecorder(gate.opened);
    const messages = createRecorder();
    queue.work((given) => (given.kind === "delivery" ? deliveries : messages).handler(given), {
      concurrency: 1,
    });
    await queue.dispatch([ticket({ id: "d1" }), ticket({ id: "d2" })]);
    await deliveries.begun(1);
    await queue.dispatch([ticket({ id: "m1", kind: "message" })]);

    await messages.reached(1);
    expect(deliveries.worked).toEqual([]);
    gate.open();
  },

  "carries chores beside tickets, each in its own lane": async ({ queue }) => {
    const recorder = createRecorder();
    const scan = chore({ kind: "scan", id: "doc_1" });
    queue.work(recorder.handler, { concurrency: 1 });
    expect(await queue.dispatch([scan, chore({}), ticket({})])).toEqual([]);

    await recorder.reached(3);
    expect(new Set(recorder.worked)).toEqual(new Set([scan, chore({}), ticket({})]));
  },

  "runs as many handlers in each lane as that lane may": async ({ queue }) => {
    const gate = createGate();
    const scans = createRecorder(gate.opened);
    const others = createRecorder(gate.opened);
    queue.work((given) => (given.kind === "scan" ? scans : others).handler(given), {
      concurrency: { connector: 3, message: 3, webhook: 3, scan: 1, maintenance: 1 },
    });
    const ids = ["1", "2", "3"];
    await queue.dispatch(ids.map((id) => chore({ kind: "scan", id })));
    await queue.dispatch(ids.map((id) => ticket({ id })));
    await Promise.all([scans.begun(1), others.begun(3)]);
    gate.open();

    await Promise.all([scans.reached(3), others.reached(3)]);
    expect([scans.most(), others.most()]).toEqual([1, 3]);
  },

  "gives tenants turns in every lane": async ({ queue }) => {
    const recorder = createRecorder();
    const of = (tenant: string, ids: string[]) => ids.map((id) => chore({ tenant, id }));
    await Promise.all([
      queue.dispatch(of("a", ["a1", "a2", "a3"])),
      queue.dispatch(of("b", ["b1"])),
    ]);
    queue.work(recorder.handler, { concurrency: 1 });

    await recorder.reached(4);
    expect(recorder.worked.map(({ id }) => id)).toEqual(["a1", "b1", "a2", "a3"]);
  },

  "counts what waits, what runs and how long the oldest has waited, by lane": async ({
    queue,
    clock,
  }) => {
    const gate = createGate();
    const recorder = createRecorder(gate.opened);
    await queue.dispatch([ticket({ id: "out_1" })]);
    clock.now += 2000;
    await queue.dispatch([ticket({ id: "out_2" }), ticket({ id: "out_3", kind: "message" })]);
    clock.now += 1000;
    expect(await queue.depth()).toEqual({
      ...nothing,
      connector: { waiting: 2, running: 0, oldestMs: 3000 },
      message: { waiting: 1, running: 0, oldestMs: 1000 },
    });
    queue.work(recorder.handler, { concurrency: 1 });

    await recorder.begun(2);
    expect(await queue.depth()).toEqual({
      ...nothing,
      connector: { waiting: 1, running: 1, oldestMs: 1000 },
      message: { waiting: 0, running: 1, oldestMs: 0 },
    });
    gate.open();
  },

  "waits at its close for the handler that runs, and begins no other": async ({ queue }) => {
    const gate = createGate();
    const recorder = createRecorder(gate.opened);
    queue.work(recorder.handler, { concurrency: 1 });
    await queue.dispatch([ticket({ id: "out_1" }), ticket({ id: "out_2" })]);
    await recorder.begun(1);

    const closed = queue.close();
    expect(recorder.worked).toEqual([]);
    gate.open();
    await closed;
    expect(recorder.worked.map(({ id }) => id)).toEqual(["out_1"]);
  },

  "closes at its deadline although a handler hangs": async ({ queue }) => {
    const recorder = createRecorder(new Promise(() => undefined));
    queue.work(recorder.handler, { concurrency: 1 });
    await queue.dispatch([ticket({})]);
    await recorder.begun(1);

    await queue.close({ deadlineMs: 20 });
    expect(recorder.worked).toEqual([]);
  },

  "refuses every ticket once it is closed": async ({ queue }) => {
    await queue.close();
    expect(await queue.dispatch([ticket({})])).toEqual([ticket({})]);
  },

  "takes nothing amiss in an empty dispatch": async ({ queue }) => {
    expect(await queue.dispatch([])).toEqual([]);
  },
};
