import { conformance, type Subject } from "./conformance.ts";
import { createRecorder, ticket } from "./fixtures.ts";
import { createInProcessQueue } from "./in-process.ts";

function open(): Subject {
  const errors: Subject["errors"] = [];
  const clock = { now: Date.UTC(2026, 10, 22) };
  const queue = createInProcessQueue({
    onError: (error, of) => errors.push({ error, ticket: of }),
    now: () => clock.now,
  });
  return { queue, clock, errors };
}

describe("the in-process queue", () => {
  it.each(Object.keys(conformance))("%s", async (name) => {
    await conformance[name]?.(open());
  });

  it("lets a tenant with one ticket pass a flood that was dispatched before", async () => {
    const { queue } = open();
    const recorder = createRecorder();
    await queue.dispatch(
      Array.from({ length: 100 }, (_, i) => ticket({ tenant: "a", id: `a${i}` })),
    );
    await queue.dispatch([ticket({ tenant: "b", id: "b0" })]);
    queue.work(recorder.handler, { concurrency: 1 });

    await recorder.reached(101);
    expect(recorder.worked.findIndex(({ tenant }) => tenant === "b")).toBe(1);
  });

  it("refuses what goes beyond its capacity, and nothing else", async () => {
    const queue = createInProcessQueue({ onError: () => undefined, capacity: 2 });
    const [first, second, third] = ["out_1", "out_2", "out_3"].map((id) => ticket({ id }));
    const message = ticket({ id: "out_4", kind: "message" });

    expect(
      await queue.dispatch([first, second, third, message].filter((t) => t !== undefined)),
    ).toEqual([third]);
    expect(await queue.dispatch([ticket({ id: "out_1" })])).toEqual([]);
  });
});
