import { countAttempts, insertAttempt, listAttempts } from "./attempts.ts";
import { describeOnBothDrivers } from "./testing/on-both-drivers.ts";
import { bytesOf } from "./testing/raw.ts";
import { transact } from "./transact.ts";

describeOnBothDrivers("the attempts at a delivery", (on) => {
  const attempt = {
    delivery: "out_1",
    attempt: 1,
    begunAt: 5,
    endedAt: 9,
    outcome: "retry",
  } as const;
  const add = (changes: Partial<Parameters<typeof insertAttempt>[1]> = {}) =>
    transact(on.db, (tx) => insertAttempt(tx, { ...attempt, ...changes }));

  it("come back in order, with the calls that they were made of", async () => {
    const exchange = {
      method: "POST",
      url: "https://a.test/x",
      status: 503,
      ms: 4,
      response: "\ud83d\ude00",
    };
    await add({ attempt: 2, outcome: "accepted" });
    await add({ code: "unavailable", exchanges: [exchange] });
    await add({ delivery: "out_2" });
    expect(await listAttempts(on.db, "out_1")).toEqual([
      { ...attempt, code: "unavailable", exchanges: [exchange] },
      { ...attempt, attempt: 2, outcome: "accepted", code: null, exchanges: [] },
    ]);
  });

  it("keep what was written first", async () => {
    await add({ code: "busy" });
    await add({ outcome: "accepted" });
    expect(await listAttempts(on.db, "out_1")).toMatchObject([{ outcome: "retry", code: "busy" }]);
  });

  it("are counted by what they ended with", async () => {
    await add({ code: "busy" });
    await add({ attempt: 2, code: "credential-refused" });
    expect(await countAttempts(on.db, "out_1", "credential-refused")).toBe(1);
  });

  it("keep what was answered sealed", async () => {
    const exchange = {
      method: "GET",
      url: "https://a.test/",
      ms: 1,
      response: "canary-of-a-citizen",
    };
    await add({ exchanges: [exchange] });
    for (const bytes of bytesOf(on.world).values())
      expect(bytes.includes("canary-of-a-citizen")).toBe(false);
  });
});
