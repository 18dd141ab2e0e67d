import type { Receipt } from "@guildhall/contract";
import { findOutbox, listOpenAlarms } from "@guildhall/store";
import { addNote } from "../note/add.ts";
import { mobile, publishForPhones } from "../testing/phones.ts";
import { createWorld, type World } from "../testing.ts";
import { getMessage } from "./list.ts";
import { loadMessage } from "./load.ts";
import { receiveNotifyReceipt, receiveReceipt } from "./receive.ts";
import { beginMessage, settleMessage } from "./settle.ts";

const arrived: Receipt = { fate: "received", lasting: true };
const cameBack: Receipt = { fate: "bounced", lasting: true, code: "permanent-failure" };

describe("what a carrier says became of a message", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const latest = () => world.handover.given.findLast(({ kind }) => kind === "message") ?? missing();
  async function send(outcome: "sent" | "ambiguous" = "sent"): Promise<string> {
    const ticket = latest();
    const loaded = (await loadMessage(world.ctx, ticket)) ?? missing();
    const begun = (await beginMessage(world.ctx, ticket)) ?? missing();
    const answer = outcome === "sent" ? { outcome, reference: "ntf-1" } : { outcome, code: "lost" };
    await settleMessage(world.ctx, loaded, {
      outcome: answer,
      attempt: begun.attempt,
      message: {},
    });
    return ticket.id;
  }
  const messages = async (process: string) =>
    (await world.owed(process)).filter(({ kind }) => kind === "message");
  const alarms = async () =>
    (await listOpenAlarms(world.ctx.db, ["message-stuck"])).map(({ subject }) => subject);
  const ofMessages = async (process: string) =>
    (await world.told(process)).filter((type) => type.startsWith("message."));

  it("is that it was sent, until it is said to have arrived", async () => {
    const { id: process } = await world.start();
    const id = await send();
    expect(await getMessage(world.ctx, id)).toMatchObject({ fate: "sent", reference: "ntf-1" });
    await receiveReceipt(world.ctx, id, arrived);
    expect(await getMessage(world.ctx, id)).toMatchObject({ state: "accepted", fate: "received" });
    expect(await ofMessages(process)).toEqual(["message.received"]);
  });

  it("counts once, however often it is said", async () => {
    const { id: process } = await world.start();
    const id = await send();
    for (const said of [arrived, arrived, cameBack, cameBack, arrived])
      await receiveReceipt(world.ctx, id, said);
    expect(await getMessage(world.ctx, id)).toMatchObject({ fate: "bounced" });
    expect(await ofMessages(process)).toEqual(["message.received", "message.bounced"]);
    expect(await alarms()).toEqual(["email/bounced-permanent-failure"]);
  });

  it("is kept where it comes before the message counts as sent", async () => {
    const { id: process } = await world.start();
    await receiveReceipt(world.ctx, latest().id, cameBack);
    expect(await getMessage(world.ctx, latest().id)).not.toHaveProperty("fate");
    expect(await ofMessages(process)).toEqual([]);
    const id = await send();
    expect(await getMessage(world.ctx, id)).toMatchObject({ state: "refused", fate: "bounced" });
    expect(await ofMessages(process)).toEqual(["message.bounced"]);
  });

  it.each([
    ["arrived", arrived, { state: "accepted", fate: "received" }, []],
    [
      "came back",
      cameBack,
      { state: "refused", fate: "bounced" },
      ["email/bounced-permanent-failure"],
    ],
  ] as const)(
    "ends doubt that comes after it was said that it %s",
    async (_, said, stands, called) => {
      const { id: process } = await world.start();
      await receiveReceipt(world.ctx, latest().id, said);
      const id = await send("ambiguous");
      expect(await getMessage(world.ctx, id)).toMatchObject(stands);
      expect(await ofMessages(process)).toEqual([`message.${stands.fate}`]);
      expect(await alarms()).toEqual(called);
    },
  );

  it("ends doubt about whether it was sent", async () => {
    await world.start();
    const id = await send("ambiguous");
    expect(await getMessage(world.ctx, id)).toMatchObject({ state: "held" });
    await receiveReceipt(world.ctx, id, arrived);
    expect(await getMessage(world.ctx, id)).toMatchObject({ state: "accepted", fate: "received" });
  });

  it("calls a person where it came back, and nothing more is written there", async () => {
    const { id: process } = await world.start();
    await receiveReceipt(world.ctx, await send(), cameBack);
    expect(await alarms()).toEqual(["email/bounced-permanent-failure"]);
    await addNote(world.as({}), process, { contents: "I called", visibleToCitizen: true });
    expect(await messages(process)).toHaveLength(1);
  });

  it("writes there again where it came back for a time only", async () => {
    const { id: process } = await world.start();
    await receiveReceipt(world.ctx, await send(), { ...cameBack, lasting: false });
    await addNote(world.as({}), process, { contents: "I called", visibleToCitizen: true });
    expect((await messages(process)).map(({ purpose }) => purpose)).toEqual([
      "started",
      "note-added",
    ]);
  });

  it("tells by text what came back by e-mail, and all that comes after", async () => {
    await publishForPhones(world);
    const { id: process } = await world.start({ phone: mobile });
    await receiveReceipt(world.ctx, await send(), cameBack);
    await addNote(world.as({}), process, { contents: "I called", visibleToCitizen: true });
    expect(
      (await messages(process)).map(({ purpose, destination, state }) => [
        purpose,
        destination,
        state,
      ]),
    ).toEqual([
      ["started", "email", "handled"],
      ["started", "sms", "queued"],
      ["note-added", "sms", "queued"],
    ]);
    expect(await alarms()).toEqual([]);
  });

  it("calls a person where the text came back too", async () => {
    await publishForPhones(world);
    const { id: process } = await world.start({ phone: mobile });
    await receiveReceipt(world.ctx, await send(), cameBack);
    await receiveReceipt(world.ctx, await send(), cameBack);
    expect(await alarms()).toEqual(["sms/bounced-permanent-failure"]);
    expect(await messages(process)).toHaveLength(2);
  });

  it.each([
    ["delivered", "received"],
    ["permanent-failure", "bounced"],
    ["temporary-failure", "bounced"],
    ["technical-failure", "bounced"],
    ["sending", "sent"],
    ["constructor", "sent"],
  ])("is read of GOV.UK Notify's %s", async (status, fate) => {
    await world.start();
    const id = await send();
    await receiveNotifyReceipt(world.ctx, { reference: id, status });
    expect(await getMessage(world.ctx, id)).toMatchObject({ fate });
  });

  it("is of nobody's message where the id is unknown, a delivery's, or another tenant's", async () => {
    const { id: process } = await world.start();
    const other = await world.addCouncil("otherton");
    const delivery = (await world.owed(process)).find(({ kind }) => kind === "delivery");
    const asked = [
      receiveReceipt(world.ctx, "out_01kb3zq8w5v0t6m2h9r4c7d1xe", arrived),
      receiveReceipt(world.ctx, delivery?.id ?? "", arrived),
      receiveReceipt(other, latest().id, arrived),
      receiveNotifyReceipt(world.ctx, { status: "delivered" }),
    ];
    for (const refused of asked) await expect(refused).rejects.toMatchObject({ code: "not-found" });
    expect(await findOutbox(world.ctx.db, latest().id)).toMatchObject({ state: "queued" });
  });
});

function missing(): never {
  throw new Error("It is not there");
}
