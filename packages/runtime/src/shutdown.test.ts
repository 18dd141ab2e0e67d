import { EventEmitter } from "node:events";
import { type ShutdownStep, shutdownOnSignals } from "./shutdown.ts";

describe("shutdownOnSignals", () => {
  it.each(["SIGTERM", "SIGINT"])(
    "runs its steps in order on %s, then exits with 0",
    async (signal) => {
      const { signals, exited, done } = start([step("relay"), step("queue"), step("store")]);
      signals.emit(signal);

      expect(await exited).toBe(0);
      expect(done).toEqual(["relay", "queue", "store"]);
    },
  );

  it("runs the others when one step fails, tells which, and exits with 1", async () => {
    const failing = { name: "queue", run: () => Promise.reject(new Error("no")) };
    const { signals, exited, done, failed } = start([step("relay"), failing, step("store")]);
    signals.emit("SIGTERM");

    expect(await exited).toBe(1);
    expect(done).toEqual(["relay", "store"]);
    expect(failed).toEqual(["queue"]);
  });

  it("exits at once at a second signal", async () => {
    const { signals, exited, done } = start([hanging("queue"), step("store")]);
    signals.emit("SIGTERM");
    signals.emit("SIGINT");

    expect(await exited).toBe(1);
    expect(done).toEqual([]);
  });

  it("exits at its deadline and tells which step hung", async () => {
    const { signals, exited, failed } = start([step("relay"), hanging("queue")], 10);
    signals.emit("SIGTERM");

    expect(await exited).toBe(1);
    expect(failed).toEqual(["queue"]);
  });

  it("begins without a signal when asked to", async () => {
    const { begin, exited, done } = start([step("relay")]);
    begin();

    expect(await exited).toBe(0);
    expect(done).toEqual(["relay"]);
  });

  let done: string[];
  beforeEach(() => {
    done = [];
  });

  function step(name: string): ShutdownStep {
    return { name, run: async () => done.push(name) };
  }

  function hanging(name: string): ShutdownStep {
    return { name, run: () => new Promise(() => undefined) };
  }

  function start(steps: ShutdownStep[], deadlineMs = 10_000) {
    const signals = new EventEmitter();
    const failed: string[] = [];
    let begin: () => void = () => undefined;
    const exited = new Promise<number>((exit) => {
      const onError = (_: unknown, name: string) => failed.push(name);
      begin = shutdownOnSignals(steps, { deadlineMs, onError, signals, exit });
    });
    return { signals, exited, begin, done, failed };
  }
});
