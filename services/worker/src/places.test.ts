import { Places } from "./places.ts";

describe("Places", () => {
  /** A call that ends when it is told to. */
  function held(name: string, begun: string[]) {
    const { promise, resolve, reject } = withResolvers();
    const call = () => {
      begun.push(name);
      return promise;
    };
    return { call, end: resolve, fail: reject };
  }

  it("lets no more calls run at once than there are places, and others in the order they came", async () => {
    const places = new Places(2);
    const begun: string[] = [];
    const calls = ["a", "b", "c", "d"].map((name) => held(name, begun));
    const ends = calls.map(({ call }) => places.with(call));
    await turn();
    expect(begun).toEqual(["a", "b"]);
    calls[1]?.end();
    await ends[1];
    await turn();
    expect(begun).toEqual(["a", "b", "c"]);
    for (const { end } of calls) end();
    await Promise.all(ends);
    expect(begun).toEqual(["a", "b", "c", "d"]);
  });

  it("does something else for whoever waited too long, who then stands in nobody's way", async () => {
    const places = new Places(1);
    const begun: string[] = [];
    const [first, second, third] = ["a", "b", "c"].map((name) => held(name, begun));
    const ends = [
      places.with(() => first?.call() ?? missing()),
      places.with(() => second?.call() ?? missing(), {
        afterMs: 0,
        instead: async () => {
          begun.push("late");
        },
      }),
    ];
    await ends[1];
    ends.push(places.with(() => third?.call() ?? missing()));
    for (const one of [first, third]) one?.end();
    await Promise.all(ends);
    expect(begun).toEqual(["a", "late", "c"]);
  });

  it("frees the place of a call that fails, and passes the failure on", async () => {
    const places = new Places(1);
    await expect(places.with(() => Promise.reject(new Error("down")))).rejects.toThrow("down");
    expect(await places.with(async () => "done")).toBe("done");
  });
});

function withResolvers() {
  let resolve = () => {};
  let reject = (_: Error) => {};
  const promise = new Promise<void>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  return { promise, resolve, reject };
}

function missing(): never {
  throw new Error("there is no such call");
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
