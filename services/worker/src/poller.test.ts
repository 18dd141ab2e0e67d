import type { Code } from "@guildhall/contract";
import { createWorld, exampleshire, type World } from "@guildhall/domain/testing";
import { findCodeLists, putConnector, transact } from "@guildhall/store";
import type { ReadyConnector } from "./jobs/run-delivery.ts";
import { Poller } from "./poller.ts";

const everyMs = 60_000;

describe("Poller", () => {
  let world: World;
  let poller: Poller;
  let errors: unknown[];
  /** What is otherwise about the connector; undefined where it is not ready. */
  let connector: Partial<ReadyConnector> | undefined;

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    world = await createWorld();
    errors = [];
    connector = {};
    poller = new Poller({
      groundFor: async (tenant) => {
        if (tenant === "spoilt") throw new Error("the file is spoilt");
        return world.groundFor(tenant);
      },
      connectorFor: async () =>
        connector && {
          connector: world.backOffice,
          timeoutMs: 1000,
          withPlace: (call) => call(),
          ...connector,
        },
      onError: (error) => errors.push(error),
    });
  });
  afterEach(async () => {
    poller.stop();
    vi.useRealTimers();
    await world[Symbol.asyncDispose]();
  });

  async function pollEvery(pollEveryS: number | undefined): Promise<void> {
    const [definition] = exampleshire.connectors;
    if (!definition) throw new Error("Exampleshire has a back office");
    const changed = { ...definition, ...(pollEveryS === undefined ? {} : { pollEveryS }) };
    await transact(world.ctx.db, (tx) => putConnector(tx, changed));
    await poller.start(["exampleshire"]);
  }
  async function pass(ms: number): Promise<void> {
    world.clock.move(ms);
    await vi.advanceTimersByTimeAsync(ms);
    for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
  }
  const looks = () => world.backOffice.asked.length;

  it("looks at the pace of the back office's definition", async () => {
    await pollEvery(60);
    await pass(everyMs - 1);
    expect(looks()).toBe(0);
    await pass(1);
    expect(looks()).toBe(1);
    await pass(everyMs);
    expect(looks()).toBe(2);
  });

  it("does not look into one that calls us", async () => {
    await pollEvery(undefined);
    await pass(24 * 3_600_000);
    expect(looks()).toBe(0);
  });

  it("looks more and more rarely while it does not answer, and reports it", async () => {
    await pollEvery(60);
    let tries = 0;
    world.backOffice.poll = async () => {
      tries += 1;
      throw new Error("down");
    };
    await pass(everyMs);
    expect(tries).toBe(1);
    await pass(2 * everyMs - 1);
    expect(tries).toBe(1);
    await pass(1);
    expect(tries).toBe(2);
    await pass(4 * everyMs);
    expect(tries).toBe(3);
    expect(errors).toHaveLength(3);
  });

  it("never waits longer than a quarter of an hour, and takes up its pace when it is answered", async () => {
    await pollEvery(60);
    const answer = world.backOffice.poll.bind(world.backOffice);
    world.backOffice.poll = async () => {
      throw new Error("down");
    };
    for (let tries = 0; tries < 8; tries += 1) await pass(15 * everyMs);
    world.backOffice.poll = answer;
    await pass(15 * everyMs);
    expect(looks()).toBe(1);
    await pass(everyMs);
    expect(looks()).toBe(2);
  });

  describe("for code lists", () => {
    const kind = { code: "H", text: "A home" };
    let asked: string[];

    beforeEach(() => {
      asked = [];
    });

    async function pollCodes(answer: (list: string) => Code[] = () => [kind]): Promise<void> {
      const [definition] = exampleshire.connectors;
      if (!definition) throw new Error("Exampleshire has a back office");
      const codes = { KIND: [kind], HOW: [kind] };
      await transact(world.ctx.db, (tx) => putConnector(tx, { ...definition, codes }));
      world.backOffice.codes = async (list) => {
        asked.push(list);
        return answer(list);
      };
      await poller.start(["exampleshire"]);
    }
    const fetched = async () =>
      [...(await findCodeLists(world.ctx.db, "back-office", ["KIND", "HOW"])).keys()].sort();

    it("asks a minute after the start, and again a day later", async () => {
      await pollCodes();
      await pass(everyMs - 1);
      expect(asked).toEqual([]);
      await pass(1);
      expect(asked).toEqual(["KIND", "HOW"]);
      expect(await fetched()).toEqual(["HOW", "KIND"]);
      for (let hour = 0; hour < 23; hour += 1) await pass(60 * everyMs);
      expect(asked).toHaveLength(2);
      await pass(60 * everyMs);
      expect(asked).toHaveLength(4);
    });

    it("keeps what it has of a list that does not come, reports it, and asks again in an hour", async () => {
      let isDown = true;
      await pollCodes((list) => {
        if (isDown && list === "KIND") throw new Error("down");
        return [kind];
      });
      await pass(everyMs);
      expect(await fetched()).toEqual(["HOW"]);
      expect(errors).toMatchObject([
        {
          message: "The code list KIND of exampleshire/back-office could not be fetched.",
          cause: { message: "down" },
        },
      ]);
      isDown = false;
      await pass(60 * everyMs);
      expect(asked).toEqual(["KIND", "HOW", "KIND"]);
      expect(await fetched()).toEqual(["HOW", "KIND"]);
    });

    it("waits for a place before each call", async () => {
      connector = { withPlace: () => new Promise(() => {}) };
      await pollCodes();
      await pass(everyMs);
      expect(asked).toEqual([]);
    });

    it("asks nothing of a back office that has no lists to give, or is not ready", async () => {
      await pollCodes();
      delete world.backOffice.codes;
      await pass(everyMs);
      connector = undefined;
      await pass(60 * everyMs);
      expect(errors).toEqual([]);
    });

    it("asks nothing of one whose lists nobody named", async () => {
      world.backOffice.codes = async (list) => {
        asked.push(list);
        return [kind];
      };
      await pollEvery(undefined);
      await pass(25 * 60 * everyMs);
      expect(asked).toEqual([]);
    });
  });

  it("is not stopped by a tenant that cannot be opened, and reports it", async () => {
    await poller.start(["spoilt", "nowhere"]);
    await pollEvery(60);
    await pass(everyMs);
    expect(looks()).toBe(1);
    expect(errors).toMatchObject([{ message: "the file is spoilt" }]);
  });

  it("looks no more once it is stopped", async () => {
    await pollEvery(60);
    poller.stop();
    await pass(10 * everyMs);
    expect(looks()).toBe(0);
  });
});
