import { troubleIn, troubleOf } from "./redis-trouble.ts";

const well = {
  redis_version: "7.0.15",
  role: "master",
  used_memory: "1000",
  maxmemory: "0",
  maxmemory_policy: "noeviction",
};
const info = (differs: Partial<typeof well> = {}) =>
  Object.entries({ ...well, ...differs })
    .map(([name, value]) => `${name}:${value}`)
    .join("\r\n");

describe("troubleIn", () => {
  it.each([
    ["allkeys-lru", "evicting"],
    ["volatile-ttl", "evicting"],
    ["noeviction", undefined],
  ])("knows what the policy %s means", (maxmemory_policy, code) => {
    expect(troubleIn(info({ maxmemory_policy }))?.code).toBe(code);
  });

  it.each([
    ["5.0.14", "too-old"],
    ["6.2.0", undefined],
    ["8.2.1", undefined],
  ])("knows whether version %s will do", (redis_version, code) => {
    expect(troubleIn(info({ redis_version }))?.code).toBe(code);
  });

  it.each([
    ["999", "full"],
    ["1000", "full"],
    ["1001", undefined],
    ["0", undefined],
  ])("knows whether 1,000 bytes are too many for a maxmemory of %s", (maxmemory, code) => {
    expect(troubleIn(info({ maxmemory }))?.code).toBe(code);
  });

  it("knows a replica", () => {
    expect(troubleIn(info({ role: "slave" }))?.code).toBe("read-only");
  });

  it("finds nothing in a Redis that says nothing of its memory, as some services do", () => {
    expect(troubleIn("redis_version:7.2.0\r\nrole:master")).toBeUndefined();
  });
});

describe("troubleOf", () => {
  it.each([
    ["NOAUTH Authentication required.", "refusing"],
    ["WRONGPASS invalid username-password pair", "refusing"],
    ["NOPERM this user has no permissions to run the 'info' command", "refusing"],
    ["READONLY You can't write against a read only replica.", "read-only"],
    ["OOM command not allowed when used memory > 'maxmemory'.", "full"],
    ["connect ECONNREFUSED 127.0.0.1:6379", undefined],
  ])("reads %s", (message, code) => {
    expect(troubleOf(new Error(message))?.code).toBe(code);
  });

  it("finds nothing in what is no error", () => {
    expect(troubleOf("NOAUTH")).toBeUndefined();
  });
});
