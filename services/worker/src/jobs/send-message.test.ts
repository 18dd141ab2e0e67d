import type { Ticket } from "@guildhall/contract";
import { addNote, claimOwed, leaseMs } from "@guildhall/domain";
import { createWorld, type World } from "@guildhall/domain/testing";
import { findOutbox } from "@guildhall/store";
import { createWriter } from "../write-message.ts";
import { type MessageDeps, sendMessage } from "./send-message.ts";

describe("sendMessage", () => {
  let world: World;
  let deps: MessageDeps;
  let ticket: Ticket;
  let process: string;
  let faults: unknown[];

  beforeEach(async () => {
    world = await createWorld();
    faults = [];
    deps = {
      sender: world.sender,
      timeoutMs: 60_000,
      write: createWriter({ fromAddress: "no-reply@guildhall.test" }),
      onFault: (error) => faults.push(error),
    };
    await begin();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function begin(): Promise<void> {
    process = (await world.start()).id;
    ticket = latest();
  }
  const latest = () => world.handover.given.findLast(({ kind }) => kind === "message") ?? missing();
  const send = (given = ticket) => sendMessage(world.ctx, given, deps);
  const row = async () => (await findOutbox(world.ctx.db, ticket.id)) ?? missing();
  async function sendAgain(): Promise<void> {
    world.clock.move(3_600_000);
    const due = await claimOwed(world.ctx, 10);
    await send(due.find(({ id }) => id === ticket.id) ?? missing());
  }

  it("tells the citizen in the council's words, under the row's own key", async () => {
    expect(await send()).toEqual({});
    const [sent] = world.sender.sent;
    expect(sent).toMatchObject({
      key: ticket.id,
      to: "ada@example.com",
      from: { name: "Exampleshire District Council", address: "no-reply@guildhall.test" },
      subject: expect.stringMatching(/^We have your request EXM-/),
    });
    expect(sent?.text).toContain("Dear Ada Byron");
    expect(await row()).toMatchObject({ state: "accepted", attempts: 1 });
  });

  it("lets no message of a sandbox leave: it is held, unless what takes it stays here", async () => {
    const sandbox = { ...world.ctx, tenant: { ...world.ctx.tenant, sandboxOf: "another" } };
    await sendMessage(sandbox, ticket, deps);
    expect(world.sender.sent).toEqual([]);
    expect(await row()).toMatchObject({ state: "held", lastCode: "sandbox" });

    await begin();
    const { sender } = world;
    const mailbox = { staysHere: true, send: sender.send.bind(sender) };
    await sendMessage(sandbox, ticket, { ...deps, sender: mailbox });
    expect(sender.sent).toHaveLength(1);
  });

  it("sends once when the job runs twice", async () => {
    await send();
    await send();
    expect(world.sender.sent).toHaveLength(1);
  });

  it("holds what may have been sent when the process died over it, unless the sender knows a repeat", async () => {
    deps = { ...deps, sender: { send: () => Promise.reject(new Error("killed")) } };
    await expect(send()).rejects.toThrow("killed");
    deps = { ...deps, sender: world.sender };
    await sendAgain();
    expect(world.sender.sent).toEqual([]);
    expect(await row()).toMatchObject({ state: "held", lastCode: "outcome-unknown" });
  });

  it("sends again what a process died over when the sender knows a repeat", async () => {
    deps = { ...deps, sender: { send: () => Promise.reject(new Error("killed")) } };
    await expect(send()).rejects.toThrow("killed");
    const { sender } = world;
    deps = {
      ...deps,
      sender: { canTellRepeats: true, send: (envelope) => sender.send(envelope) },
    };
    await sendAgain();
    expect(await row()).toMatchObject({ state: "accepted", attempts: 2 });
  });

  it("does nothing on a ticket that is stale", async () => {
    world.clock.move(leaseMs);
    await claimOwed(world.ctx, 10);
    expect(await send()).toEqual({});
    expect(world.sender.sent).toEqual([]);
  });

  it("sends the same at every attempt, though the council has other words by then", async () => {
    world.sender.answer = { outcome: "retry", code: "unavailable" };
    const { dueAgainAt } = await send();
    expect(await row()).toMatchObject({ state: "pending", nextAt: dueAgainAt });
    await world.publish({ messages: {} });
    await sendAgain();
    const [first, second] = world.sender.sent;
    expect(second).toEqual(first);
  });

  it("sends what was written at first, though it could not be written any more", async () => {
    world.sender.answer = { outcome: "retry", code: "unavailable" };
    await send();
    deps = { ...deps, write: () => missing() };
    await sendAgain();
    expect(world.sender.sent).toHaveLength(2);
    expect(faults).toEqual([]);
  });

  it("holds for a person what may have been sent, and does not send it again", async () => {
    world.sender.answer = { outcome: "ambiguous", code: "reply-lost" };
    expect(await send()).toEqual({});
    expect(await row()).toMatchObject({ state: "held", lastCode: "reply-lost" });
    world.clock.move(72 * 3_600_000);
    expect(await claimOwed(world.ctx, 10)).not.toContainEqual(
      expect.objectContaining({ id: ticket.id }),
    );
    expect(await world.told(process)).toEqual(["process.started", "message.held"]);
  });

  it("leaves a refusal to a person", async () => {
    world.sender.answer = { outcome: "refused", code: "no-such-mailbox" };
    await send();
    expect(await row()).toMatchObject({ state: "refused", lastCode: "no-such-mailbox" });
    expect(await world.told(process)).toEqual(["process.started", "message.held"]);
  });

  it("holds words that name something that is not there, reports it, and sends nothing", async () => {
    const started = { subject: "Dear ((favouriteColour))", text: "Hello" };
    await world.publish({ messages: { started } });
    await begin();
    expect(await send()).toEqual({});
    expect(world.sender.sent).toEqual([]);
    expect(await row()).toMatchObject({ state: "held", lastCode: "wording-unusable", attempts: 0 });
    expect(faults).toMatchObject([{ placeholder: "favouriteColour" }]);
  });

  it("shows what a person typed as text, and nothing more", async () => {
    const contents = "((reference)) <img src=x onerror=alert(1)>";
    await addNote(world.as({}), process, { contents, visibleToCitizen: true });
    ticket = latest();
    await send();
    const [sent] = world.sender.sent;
    expect(sent?.text).toContain("((reference))");
    expect(sent?.html).not.toContain("<img src=x");
  });

  it("gives a claim back that waited too long for its turn, so that nobody is told twice", async () => {
    world.clock.move(leaseMs - 59_999);
    expect(await send()).toEqual({ dueAgainAt: world.clock.now() });
    expect(world.sender.sent).toEqual([]);
    await sendAgain();
    expect(world.sender.sent).toHaveLength(1);
  });
});

function missing(): never {
  throw new Error("there is nothing to send");
}
