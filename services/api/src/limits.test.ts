import { issueKey as makeKey } from "@guildhall/keys";
import { Hono } from "hono";
import { createApi } from "./app.ts";
import type { ApiEnv } from "./environment.ts";
import { limitTo } from "./limits.ts";
import { toProblem, toResponse } from "./problem-response.ts";
import { type ApiWorld, createApiWorld } from "./testing.ts";

const here = "203.0.113.7";
const path = "/t/exampleshire/v1/processes";

describe("limits", () => {
  let world: ApiWorld;
  let api: ReturnType<typeof createApi>;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
    world = await createApiWorld();
    api = limited({ key: 3, address: 1000 });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await world[Symbol.asyncDispose]();
  });

  const limited = (limits: { key: number; address: number }) =>
    createApi({ ...world.deps, limits });
  const ask = async (as?: string, address: string | undefined = here, where = path) => {
    const headers = as === undefined ? {} : { Authorization: `Bearer ${as}` };
    const caller = address === "" ? undefined : { address };
    return api.request(where, { headers }, { caller });
  };
  const statuses = async (count: number, asking: () => Promise<Response>) => {
    const answers: number[] = [];
    for (let nth = 0; nth < count; nth += 1) answers.push((await asking()).status);
    return answers;
  };
  const wrongKey = () => makeKey({ environment: "live" }).key;

  it("let a key make so many requests a minute, and say in each answer what is left", async () => {
    const first = await ask(world.key);
    expect(first.headers.get("ratelimit-policy")).toBe('"key";q=3;w=60');
    expect(first.headers.get("ratelimit")).toBe('"key";r=2;t=60');
    expect(await statuses(2, () => ask(world.key))).toEqual([200, 200]);
    const refused = await ask(world.key);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ code: "rate-limited", status: 429 });
    expect(refused.headers.get("retry-after")).toBe("60");
    expect(refused.headers.get("ratelimit")).toBe('"key";r=0;t=60');
  });

  it("count a key wherever it comes from, and each key for itself", async () => {
    expect(await statuses(3, () => ask(world.key, "198.51.100.1"))).toEqual([200, 200, 200]);
    expect((await ask(world.key, "198.51.100.2")).status).toBe(429);
    expect((await ask(world.key, "")).status).toBe(429);
    expect((await ask(await world.keyFor("processes:read"))).status).toBe(200);
  });

  it("begin anew after a minute", async () => {
    await statuses(4, () => ask(world.key));
    vi.advanceTimersByTime(60_000);
    expect((await ask(world.key)).status).toBe(200);
  });

  it("let an address make so many requests without a credential", async () => {
    api = limited({ key: 3, address: 2 });
    const open = (address?: string) => ask(undefined, address, "/t/exampleshire/v1/services");
    const first = await open();
    expect(first.headers.get("ratelimit-policy")).toBe('"address";q=2;w=60');
    expect(await statuses(2, () => open())).toEqual([200, 429]);
    expect((await open("198.51.100.1")).status).toBe(200);
    expect((await open("")).status).toBe(200);
  });

  it("take the network of an IPv6 address for one, and an IPv4 address for itself however it is written", async () => {
    api = limited({ key: 3, address: 1 });
    const open = (address: string) => ask(undefined, address, "/t/exampleshire/v1/services");
    expect((await open("2001:db8:1:2::1")).status).toBe(200);
    expect((await open("2001:db8:1:2:3::9")).status).toBe(429);
    expect((await open("2001:db8:1:3::1")).status).toBe(200);
    expect((await open(here)).status).toBe(200);
    expect((await open(`::ffff:${here}`)).status).toBe(429);
  });

  describe("on a thousand wrong keys from one address", () => {
    beforeEach(() => {
      api = limited({ key: 100_000, address: 100_000 });
    });

    it("refuse all after the first hundred, even when they come at once", async () => {
      const answers = await Promise.all(Array.from({ length: 1000 }, () => ask(wrongKey())));
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused).toHaveLength(900);
      expect(refused[0]?.headers.get("retry-after")).toBe("60");
      expect(refused[0]?.headers.get("ratelimit-policy")).toBe('"wrong-credentials";q=100;w=60');
      expect(answers.filter(({ status }) => status === 401)).toHaveLength(100);
    });

    it("refuse all after the first hundred, spread over ten seconds, and say so alike", async () => {
      const answers: Response[] = [];
      for (let second = 0; second < 10; second += 1) {
        answers.push(...(await Promise.all(Array.from({ length: 100 }, () => ask(wrongKey())))));
        vi.advanceTimersByTime(1000);
      }
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused).toHaveLength(900);
      for (const { headers } of refused) {
        const waitS = Number(headers.get("retry-after"));
        expect(waitS).toBeGreaterThan(49);
        expect(headers.get("ratelimit")).toBe(`"wrong-credentials";r=0;t=${waitS}`);
      }
      expect(await refused.at(-1)?.json()).toMatchObject({ code: "rate-limited" });
      expect((await ask(wrongKey(), "198.51.100.1")).status).toBe(401);
    });

    it("leave other addresses alone, and keys that were good there lately", async () => {
      expect((await ask(world.key)).status).toBe(200);
      await spend();
      expect((await ask(world.key)).status).toBe(200);
      expect((await ask(wrongKey())).status).toBe(429);
      expect((await ask(wrongKey(), "198.51.100.1")).status).toBe(401);
      expect((await ask(await world.keyFor("processes:read"))).status).toBe(429);
      vi.advanceTimersByTime(60_000);
      expect((await ask(await world.keyFor("processes:read"))).status).toBe(200);
    });

    it("count the secrets of clients as well", async () => {
      const token = async () =>
        api.request(
          "/t/exampleshire/oauth/token",
          { method: "POST", body: new URLSearchParams({ grant_type: "client_credentials" }) },
          { caller: { address: here } },
        );
      expect(await statuses(101, token)).toEqual([...Array(100).fill(401), 429]);
    });

    it("open no council's database for any of them", async () => {
      const opened: string[] = [];
      api = createApi({
        ...world.deps,
        limits: { key: 1000, address: 1000 },
        groundFor: async (tenant) => {
          opened.push(tenant);
          return world.groundFor(tenant);
        },
      });
      await spend();
      expect(opened).toEqual([]);
      await ask(world.key, "198.51.100.1");
      expect(opened).toEqual(["exampleshire"]);
    });

    it("do not take good requests for wrong ones, however many come at once", async () => {
      const keys = await Promise.all(Array.from({ length: 50 }, () => world.keyFor("tasks:read")));
      for (let round = 0; round < 3; round += 1) {
        const answers = await Promise.all(keys.map((key) => ask(key)));
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]));
      }
    });

    const spend = () => Promise.all(Array.from({ length: 100 }, () => ask(wrongKey())));
  });

  it("can be set tighter for one call", async () => {
    const app = new Hono<ApiEnv>();
    app.onError((error) =>
      toResponse(
        toProblem(error, () => undefined),
        "",
      ),
    );
    app.use(limitTo("sign-in", { points: 2, seconds: 600 }));
    app.get("/", (c) => c.text("in"));
    const call = async (address?: string) =>
      (await app.request("/", {}, { caller: address ? { address } : undefined })).status;
    expect([await call(here), await call(here), await call(here)]).toEqual([200, 200, 429]);
    expect([await call("198.51.100.1"), await call(), await call(), await call()]).toEqual([
      200, 200, 200, 200,
    ]);
  });
});
