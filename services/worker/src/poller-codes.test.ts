import type { Code } from "@guildhall/contract";
import { findCodeLists } from "@guildhall/store";
import { createPolledWorld, everyMs, type PolledWorld } from "./testing/polled-world.ts";

describe("Poller, for code lists", () => {
  const kind = { code: "H", text: "A home" };
  let polled: PolledWorld;
  let asked: string[];

  beforeEach(async () => {
    polled = await createPolledWorld();
    asked = [];
  });
  afterEach(() => polled[Symbol.asyncDispose]());

  async function pollCodes(answer: (list: string) => Code[] = () => [kind]): Promise<void> {
    const codes = { KIND: [kind], HOW: [kind] };
    polled.world.backOffice.codes = async (list) => {
      asked.push(list);
      return answer(list);
    };
    await polled.begin({ codes });
  }
  const fetched = async () =>
    [...(await findCodeLists(polled.world.ctx.db, "back-office", ["KIND", "HOW"])).keys()].sort();

  it("asks a minute after the start, and again a day later", async () => {
    await pollCodes();
    await polled.pass(everyMs - 1);
    expect(asked).toEqual([]);
    await polled.pass(1);
    expect(asked).toEqual(["KIND", "HOW"]);
    expect(await fetched()).toEqual(["HOW", "KIND"]);
    for (let hour = 0; hour < 23; hour += 1) await polled.pass(60 * everyMs);
    expect(asked).toHaveLength(2);
    await polled.pass(60 * everyMs);
    expect(asked).toHaveLength(4);
  });

  it("keeps what it has of a list that does not come, reports it, and asks again in an hour", async () => {
    let isDown = true;
    await pollCodes((list) => {
      if (isDown && list === "KIND") throw new Error("down");
      return [kind];
    });
    await polled.pass(everyMs);
    expect(await fetched()).toEqual(["HOW"]);
    expect(polled.errors).toMatchObject([
      {
        message: "The code list KIND of exampleshire/back-office could not be fetched.",
        cause: { message: "down" },
      },
    ]);
    isDown = false;
    await polled.pass(60 * everyMs);
    expect(asked).toEqual(["KIND", "HOW", "KIND"]);
    expect(await fetched()).toEqual(["HOW", "KIND"]);
  });

  it("waits for a place before each call", async () => {
    polled.connector = { withPlace: () => new Promise(() => {}) };
    await pollCodes();
    await polled.pass(everyMs);
    expect(asked).toEqual([]);
  });

  it("asks nothing of a back office that has no lists to give, or is not ready", async () => {
    await pollCodes();
    delete polled.world.backOffice.codes;
    await polled.pass(everyMs);
    polled.connector = undefined;
    await polled.pass(60 * everyMs);
    expect(polled.errors).toEqual([]);
  });

  it("asks nothing of one whose lists nobody named", async () => {
    polled.world.backOffice.codes = async (list) => {
      asked.push(list);
      return [kind];
    };
    await polled.begin({});
    await polled.pass(25 * 60 * everyMs);
    expect(asked).toEqual([]);
  });
});
