import { type Check, createHealth } from "./health.ts";

const good = async () => undefined;
const bad = () => Promise.reject(new Error("the password is hunter2"));

describe("readiness", () => {
  it("is ok when every check is", async () => {
    const health = create({
      store: { required: true, run: good },
      queue: { required: false, run: good },
    });
    expect(await health.ready()).toEqual({ status: "ok", checks: { store: "ok", queue: "ok" } });
  });

  it("is degraded, not down, when something that is not required is away", async () => {
    const health = create({
      store: { required: true, run: good },
      queue: { required: false, run: bad },
    });
    expect(await health.ready()).toEqual({
      status: "degraded",
      checks: { store: "ok", queue: "degraded" },
    });
  });

  it("is down when something required fails, and never says why", async () => {
    const health = create({ store: { required: true, run: bad } });
    expect(await health.ready()).toEqual({ status: "down", checks: { store: "down" } });
  });

  it("takes an answer of false for a failure", async () => {
    const health = create({ store: { required: true, run: async () => false } });
    expect((await health.ready()).status).toBe("down");
  });

  it("does not wait for a check that hangs", async () => {
    const health = create({ store: { required: true, run: () => new Promise(() => undefined) } });
    expect((await health.ready()).status).toBe("down");
  });

  it("is down from the first moment of a shutdown", async () => {
    const health = create({ store: { required: true, run: good } });
    health.drain();
    expect(await health.ready()).toEqual({ status: "down", checks: { store: "ok" } });
  });
});

describe("liveness", () => {
  it("looks at the event loop alone", () => {
    const health = create({ store: { required: true, run: bad } }, 25e6);
    expect(health.live()).toEqual({ status: "ok", loopDelayMs: 25 });
  });

  it("is down when the event loop was stuck", () => {
    const health = create({}, 11_000e6);
    expect(health.live()).toEqual({ status: "down", loopDelayMs: 11_000 });
  });

  it("measures the event loop of this process where no other is given", () => {
    expect(createHealth({ checks: {} }).live().status).toBe("ok");
  });
});

function create(checks: Record<string, Check>, max = 0) {
  return createHealth({ checks, timeoutMs: 20, loopDelay: { max, reset: () => undefined } });
}
