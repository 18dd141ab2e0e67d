import { call, create, newCase } from "./fixtures/test-alloy.ts";
import { apiKey, startSimulators, type TestSimulators } from "./fixtures/test-simulators.ts";
import { logOn, soap, submission } from "./fixtures/test-uniform.ts";

const alloy = "/alloy/exampleshire";
const uniform = "/uniform/exampleshire";

describe("the faults of a simulated system", () => {
  let world: TestSimulators;
  beforeEach(() => {
    world = startSimulators();
  });
  afterEach(() => world.close());

  const put = (system: string, faults: unknown) =>
    world.request(`${system}/faults`, { method: "PUT", body: JSON.stringify(faults) });
  const read = async (path: string) => (await world.request(path)).json();
  const count = async () => {
    const all = { type: "MathAggregation", properties: { dodiCode: newCase({}).designCode } };
    return (await call(world, "POST", "aqs/statistics", { aqs: all })).json.results[0].value.value;
  };

  it("are off at first, kept when set, each system's own, and replaced whole", async () => {
    expect(await read(`${alloy}/faults`)).toEqual({});
    await put(alloy, { slow: { ms: 5 }, refused: { times: 2 } });
    world.restart();
    expect(await read(`${alloy}/faults`)).toEqual({ slow: { ms: 5 }, refused: { times: 2 } });
    expect(await read(`${uniform}/faults`)).toEqual({});

    await put(alloy, { "html-200": {} });
    expect(await read(`${alloy}/faults`)).toEqual({ "html-200": {} });
  });

  it.each([{ other: {} }, { slow: {} }, { down: { times: 0 } }, { down: { ms: 1 } }, [], "x"])(
    "are not set to %j",
    async (faults) => {
      expect((await put(alloy, faults)).status).toBe(400);
      expect(await read(`${alloy}/faults`)).toEqual({});
    },
  );

  it("end when they have been met so many times", async () => {
    await put(alloy, { status503: { times: 2 } });
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await call(world, "GET", "design")).status);

    expect(statuses).toEqual([503, 503, 200]);
  });

  it("spend no countdown of creation on other calls", async () => {
    await put(alloy, { refused: { times: 1 } });
    await call(world, "GET", "design");

    const { json } = await call(world, "POST", "item", newCase({}));
    expect(json.errorCodeString).toBe("ModelValidationFailed");
    await create(world);
  });

  it("ask to wait as long as they are set to", async () => {
    await put(alloy, { status429: { retryAfterS: 7 } });
    const response = await world.request(`${alloy}/api/design`);

    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("7");
    expect((await response.json()).errorCodeString).toBe("RateLimited");
  });

  it("answer in HTML with a success", async () => {
    await put(alloy, { "html-200": {} });
    const response = await world.request(`${alloy}/api/design`);

    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/html");
  });

  it("leave the officer's pages alone", async () => {
    await put(alloy, { status503: {} });
    const page = await world.request(`${alloy}/`);

    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Misbehaving on purpose.");
  });

  describe("at Alloy's creation of a case", () => {
    it("take the case and say that it is a duplicate", async () => {
      await put(alloy, { duplicate: { times: 1 } });
      const { json } = await call(world, "POST", "item", newCase({}));

      expect(json.errorCodeString).toBe("ItemAlreadyExists");
      expect(await count()).toBe(1);
    });

    it("take the case and give no reference", async () => {
      await put(alloy, { "success-without-reference": { times: 1 } });
      const { status, json } = await call(world, "POST", "item", newCase({}));

      expect(status).toBe(200);
      expect(json.item).not.toHaveProperty("itemId");
      expect(await count()).toBe(1);
    });
  });

  describe("on a real connection", () => {
    let base: string;
    beforeEach(async () => {
      base = await world.listen();
    });

    const headers = { authorization: `Bearer ${apiKey}` };
    const post = (init: RequestInit = {}) =>
      fetch(`${base}${alloy}/api/item`, {
        method: "POST",
        headers,
        body: JSON.stringify(newCase({})),
        ...init,
      });
    const lastCall = async () => (await read(`${alloy}/requests`)).data.at(-1);

    it("destroy it before reading anything", async () => {
      await put(alloy, { down: { times: 1 } });

      await expect(post()).rejects.toThrow("fetch failed");
      expect(await lastCall()).toMatchObject({ method: "POST", status: 0, bytes: 0 });
      expect(await count()).toBe(0);
    });

    it("do the work, then lose the reply", async () => {
      await put(alloy, { "lost-reply": { times: 1 } });

      await expect(post()).rejects.toThrow("fetch failed");
      expect(await lastCall()).toMatchObject({
        status: 0,
        bytes: JSON.stringify(newCase({})).length,
      });
      expect(await count()).toBe(1);
    });

    it("hold it without an answer until the caller gives up", async () => {
      await put(alloy, { hang: { times: 1 } });

      await expect(post({ signal: AbortSignal.timeout(50) })).rejects.toThrow("timeout");
      expect(await count()).toBe(0);
    });

    it("answer so slowly that the caller gives up, and never once the simulators close", async () => {
      await put(alloy, { slow: { ms: 600_000, times: 1 } });

      await expect(post({ signal: AbortSignal.timeout(50) })).rejects.toThrow("timeout");
      expect(await count()).toBe(0);
    });

    it("let go of what hangs when the simulators close", async () => {
      await put(alloy, { hang: { times: 1 } });
      const hanging = expect(post()).rejects.toThrow("fetch failed");
      await vi.waitUntil(async () => !(await read(`${alloy}/faults`)).hang);
      await world.current().close();
      world.restart();
      await hanging;
    });

    it("lose Uniform's reply as well", async () => {
      const cookie = await logOn(world);
      await put(uniform, { "lost-reply": { times: 1 } });
      const submit = () =>
        soap(world, "SubmitGeneralServiceRequest", submission(), { cookie, base });

      await expect(submit()).rejects.toThrow("fetch failed");
      expect((await submit()).text).toContain("Already got that report");
    });
  });

  describe("at Uniform's submission", () => {
    it.each([
      ["refused", "The request was refused", 0],
      ["duplicate", "Already got that report", 1],
      ["success-without-reference", "<ReferenceValue></ReferenceValue>", 1],
    ])("act as %s", async (kind, words, cases) => {
      const cookie = await logOn(world);
      await put(uniform, { [kind]: { times: 1 } });
      const { status, text } = await soap(world, "SubmitGeneralServiceRequest", submission(), {
        cookie,
      });

      expect(status).toBe(200);
      expect(text).toContain(words);
      const page = await (await world.request(`${uniform}/?state=all`)).text();
      expect(page.match(/\/SR/g) ?? []).toHaveLength(cases);
    });
  });
});

describe("the log of calls", () => {
  it("names method, path, operation, status and bytes of the last 200", async () => {
    const world = startSimulators();
    await logOn(world);
    for (let n = 0; n < 200; n += 1) await world.request(`${alloy}/api/design`);
    await create(world);

    const { data } = await (await world.request(`${alloy}/requests`)).json();
    expect(data).toHaveLength(200);
    expect(data[0]).toEqual({
      at: world.at.toISOString(),
      method: "GET",
      path: `${alloy}/api/design`,
      status: 401,
      bytes: 0,
    });
    expect(data[199]).toMatchObject({
      method: "POST",
      status: 200,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const { data: soapCalls } = await (await world.request(`${uniform}/requests`)).json();
    expect(soapCalls).toMatchObject([{ operation: "LogonToConnector", status: 200 }]);
    await world.close();
  });
});
