import type { Sender, Ticket } from "@guildhall/contract";
import { claimOwed } from "@guildhall/domain";
import { createWorld, noise, type World } from "@guildhall/domain/testing";
import { findOutbox } from "@guildhall/store";
import { createWriter } from "../write-message.ts";
import { type MessageDeps, sendMessage } from "./send-message.ts";

const letter = {
  id: "post-it",
  kind: "letter",
  connector: "notify",
  subject: "About ((reference))",
  text: "Dear ((name)),\n\nwe come on <Monday>.",
} as const;

describe("a letter to a citizen", () => {
  let world: World;
  let printer: Sender | undefined;
  let deps: MessageDeps;
  let ticket: Ticket;
  let reference: string;
  beforeEach(async () => {
    world = await createWorld();
    printer = world.sender;
    deps = {
      sender: { send: () => Promise.reject(new Error("It goes by email")) },
      senderFor: async (_, connector) => (connector === "notify" ? printer : undefined),
      timeoutMs: 60_000,
      write: createWriter({ fromAddress: "no-reply@guildhall.test" }),
      onFault: (error) => expect.fail(String(error)),
    };
    await world.publish({
      steps: [letter, { id: "look", kind: "task", title: "Look" }],
      messages: {},
      contact: { ...noise.contact, address: "home" },
      form: {
        ...noise.form,
        pages: noise.form.pages.map((page, at) =>
          at === 0
            ? {
                ...page,
                questions: [
                  ...page.questions,
                  { id: "home", type: "address", label: "Your address", required: false },
                ],
              }
            : page,
        ),
      },
    });
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function begin(home: object | null = address): Promise<void> {
    ({ reference } = await world.start({ home: home ?? undefined } as never));
    ticket = world.handover.given.findLast(({ kind }) => kind === "message") ?? missing();
  }
  const address = { line1: "1 High Street", town: "Cambridge", postcode: "CB1 1AA" };
  const send = () => sendMessage(world.ctx, ticket, deps);
  const row = async () => (await findOutbox(world.ctx.db, ticket.id)) ?? missing();

  it("goes to the printer of its connector, in the council's words and without a link", async () => {
    await begin();
    await send();
    expect(world.sender.sent).toEqual([
      {
        key: ticket.id,
        to: "Ada Byron, 1 High Street, Cambridge, CB1 1AA",
        postTo: ["Ada Byron", "1 High Street", "Cambridge", "CB1 1AA"],
        from: { name: "Exampleshire District Council", address: "no-reply@guildhall.test" },
        subject: `About ${reference}`,
        html: "",
        text: "Dear Ada Byron,\n\nwe come on <Monday>.",
      },
    ]);
    expect(await row()).toMatchObject({ state: "accepted" });
  });

  it("is sent once when the job runs twice", async () => {
    await begin();
    await send();
    await send();
    expect(world.sender.sent).toHaveLength(1);
  });

  it("is sent as it was, word for word, when it is tried again", async () => {
    await begin();
    world.sender.answer = { outcome: "retry", code: "notify-unavailable" };
    await send();
    expect(await row()).toMatchObject({ state: "pending", lastCode: "notify-unavailable" });
    world.sender.answer = { outcome: "sent" };
    world.clock.move(3_600_000);
    const due = await claimOwed(world.ctx, 10);
    await sendMessage(world.ctx, due.find(({ id }) => id === ticket.id) ?? missing(), deps);
    const [first, second] = world.sender.sent;
    expect(second).toEqual(first);
  });

  it("is a person's where the printer refuses it, or nobody has said where they live", async () => {
    await begin();
    world.sender.answer = { outcome: "refused", code: "letter-unacceptable" };
    await send();
    expect(await row()).toMatchObject({ state: "refused", lastCode: "letter-unacceptable" });
    await begin(null);
    await sendMessage(world.ctx, ticket, deps);
    expect(await row()).toMatchObject({ state: "held", lastCode: "recipient-missing" });
  });

  it("is held where its connector is not there or not ready", async () => {
    printer = undefined;
    await begin();
    await send();
    expect(await row()).toMatchObject({ state: "held", lastCode: "connector-not-ready" });
  });
});

function missing(): never {
  throw new Error("It is not there");
}
