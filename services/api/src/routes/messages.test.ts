import type { Message } from "@guildhall/contract";
import { addStaff } from "@guildhall/domain/testing";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("messages over the API", () => {
  let world: ApiWorld;
  let process: string;
  beforeEach(async () => {
    world = await createApiWorld();
    process = (await world.start()).id;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("name their recipient to whoever may read the process, and mask it for others", async () => {
    const reader = await world.keyFor("messages:read", "processes:read");
    const [message] = await list(reader);
    expect(message).toMatchObject({
      process,
      purpose: "started",
      channel: "email",
      state: "queued",
      attempts: 0,
      at: "2025-05-22T09:00:00.000Z",
      recipient: "ada@example.com",
    });
    const [masked] = await list(await world.keyFor("messages:read"));
    expect(masked?.recipient).toBe("a…@e…");
    const read = await world.ask("GET", `/messages/${message?.id}`, { as: reader });
    expect(await read.json()).toEqual(message);
  });

  it("are listed by state and process, and are not deliveries", async () => {
    const key = await world.keyFor("messages:read");
    expect(await list(key, "?state=queued")).toHaveLength(1);
    expect(await list(key, "?state=held")).toEqual([]);
    expect(await list(key, `?process=${process}`)).toHaveLength(1);
    expect(await list(key, "?process=prc_01kb3zq8w5v0t6m2h9r4c7d1xe")).toEqual([]);
    const delivery = (await world.owed(process)).find(({ kind }) => kind === "delivery");
    const response = await world.ask("GET", `/messages/${delivery?.id}`, { as: key });
    expect(response.status).toBe(404);
  });

  it("say of a letter to staff whom it is about and not where it went", async () => {
    const admin = await addStaff(world.ctx, ["tenant-admin"], "Ann Admin");
    await world.deps.signIns.begin(world.ctx, { email: admin.email });
    const [letter] = await list(await world.keyFor("messages:read", "processes:read"));
    expect(letter).toMatchObject({ purpose: "letter" });
    expect(letter).not.toHaveProperty("recipient");
    expect(letter).not.toHaveProperty("process");
  });

  async function list(as: string, query = ""): Promise<Message[]> {
    return (await (await world.ask("GET", `/messages${query}`, { as })).json()).data;
  }
});
