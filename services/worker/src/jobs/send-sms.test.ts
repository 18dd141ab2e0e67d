import type { Sender } from "@guildhall/contract";
import { createWorld, mobile, publishForPhones, type World } from "@guildhall/domain/testing";
import { findOutbox } from "@guildhall/store";
import { createWriter } from "../write-message.ts";
import { type MessageDeps, sendMessage } from "./send-message.ts";

describe("a text to a citizen", () => {
  let world: World;
  let carrier: Sender | undefined;
  beforeEach(async () => {
    world = await createWorld();
    carrier = world.sender;
    await publishForPhones(world);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const deps = (): MessageDeps => ({
    sender: { send: () => Promise.reject(new Error("It goes by e-mail")) },
    senderFor: async (_, connector) => (connector === "texts" ? carrier : undefined),
    timeoutMs: 60_000,
    write: createWriter({ fromAddress: "no-reply@guildhall.test" }),
    onFault: (error) => expect.fail(String(error)),
  });
  async function begin() {
    await world.start({ email: undefined as never, phone: mobile });
    const ticket = world.handover.given.findLast(({ kind }) => kind === "message");
    if (!ticket) throw new Error("There is nothing to send");
    return ticket;
  }

  it("goes by the council's own account to the number as networks write it", async () => {
    const ticket = await begin();
    await sendMessage(world.ctx, ticket, deps());
    const [sent] = world.sender.sent;
    expect(sent).toMatchObject({ key: ticket.id, textTo: "+447700900111", html: "" });
    expect(sent?.text).toContain("we have your request");
    expect(await findOutbox(world.ctx.db, ticket.id)).toMatchObject({ state: "accepted" });
  });

  it("is held where the account is not ready", async () => {
    carrier = undefined;
    const ticket = await begin();
    await sendMessage(world.ctx, ticket, deps());
    expect(await findOutbox(world.ctx.db, ticket.id)).toMatchObject({
      state: "held",
      lastCode: "connector-not-ready",
    });
  });

  it("leaves no sandbox", async () => {
    const ticket = await begin();
    const tenant = { ...world.ctx.tenant, sandboxOf: "exampleshire" };
    await sendMessage({ ...world.ctx, tenant }, ticket, deps());
    expect(world.sender.sent).toEqual([]);
    expect(await findOutbox(world.ctx.db, ticket.id)).toMatchObject({ lastCode: "sandbox" });
  });

  it("goes with e-mails by the account that has a template for those", async () => {
    await publishForPhones(world, {}, { emailTemplate: "7c9e6679-7425-40de-944b-e07fc1f90ae7" });
    await world.start();
    const ticket = world.handover.given.findLast(({ kind }) => kind === "message");
    if (ticket) await sendMessage(world.ctx, ticket, deps());
    expect(world.sender.sent).toMatchObject([{ to: "ada@example.com" }]);
  });
});
