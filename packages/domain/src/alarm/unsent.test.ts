import { listOpenAlarms } from "@guildhall/store";
import { loadMessage } from "../message/load.ts";
import { refuseMessage } from "../message/settle.ts";
import { addStaff, createWorld, type World } from "../testing.ts";
import { watchAlarms } from "./watch.ts";

const dayMs = 86_400_000;
const watching = { canBeAsked: async () => false, endings: async () => [] };

describe("messages that were not sent", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
    await addStaff(world.ctx, ["tenant-admin"], "Grace Hopper");
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const open = () => listOpenAlarms(world.ctx.db);
  async function fail(code: string): Promise<string> {
    const { id } = await world.start();
    const ticket = world.handover.given.findLast(({ kind }) => kind === "message");
    const loaded = ticket && (await loadMessage(world.ctx, ticket));
    if (!loaded) throw new Error("There is a message");
    await refuseMessage(world.ctx, loaded, code);
    return id;
  }
  async function digest(): Promise<string> {
    const loaded = await Promise.all(
      world.handover.given.map((ticket) => loadMessage(world.ctx, ticket)),
    );
    const found = loaded.findLast((one) => /this morning/.test(one?.facts.subject ?? ""));
    return found?.facts.text ?? "";
  }

  it("are one alarm for each reason, which names the latest process", async () => {
    await fail("wording-unusable");
    const process = await fail("wording-unusable");
    await fail("address-invalid");
    expect(await open()).toMatchObject([
      { kind: "message-stuck", subject: "email/address-invalid", count: 1 },
      { kind: "message-stuck", subject: "email/wording-unusable", count: 2 },
    ]);
    const [, wording] = await open();
    expect(JSON.parse(wording?.data ?? "")).toMatchObject({ process });
  });

  it("are told in the morning", async () => {
    await fail("wording-unusable");
    world.clock.move(dayMs);
    await watchAlarms(world.ground, watching);
    expect(await digest()).toMatch(/Messages were not sent: .*words name something .* not there/);
  });

  it("call nobody any more when they are a week old", async () => {
    await fail("wording-unusable");
    world.clock.move(6 * dayMs);
    await watchAlarms(world.ground, watching);
    expect(await open()).toHaveLength(1);
    world.clock.move(2 * dayMs);
    await watchAlarms(world.ground, watching);
    expect(await open()).toEqual([]);
  });
});
