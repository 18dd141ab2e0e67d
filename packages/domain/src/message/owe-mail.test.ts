import { type EventRow, findEvent, findOutbox, openBody } from "@guildhall/store";
import { change } from "../change.ts";
import { createWorld, type World } from "../testing.ts";
import { loadMessage } from "./load.ts";
import { oweMail } from "./owe-mail.ts";
import { beginMessage, settleMessage } from "./settle.ts";

const mail = {
  to: "ada@example.com",
  subject: "Sign in",
  text: "Dear ((Ada)),\n\nopen the link.",
  about: "per_01kb3zq8w5v0t6m2h9r4c7d1xe",
  action: { label: "Sign in", url: "https://guildhall.test/link/secret" },
};

describe("a letter", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function owe(more: { until?: number } = {}) {
    await change(world.ctx, (unit) => oweMail(unit, { ...mail, ...more }));
    const [ticket] = world.handover.given;
    const loaded = ticket && (await loadMessage(world.ctx, ticket));
    if (!loaded) throw new Error("there is no letter");
    return { ticket, loaded };
  }
  async function trail(): Promise<EventRow[]> {
    const events: EventRow[] = [];
    for (let seq = 1; ; seq += 1) {
      const event = await findEvent(world.ctx.db, seq);
      if (!event) return events;
      events.push(event);
    }
  }

  it("is handed over with the change, in the tenant's brand, and says what it was given", async () => {
    const { loaded } = await owe();
    expect(loaded).toMatchObject({
      to: mail.to,
      brand: { id: "exampleshire" },
      facts: { subject: mail.subject, text: mail.text },
      action: mail.action,
    });
    expect(loaded.track).toBeUndefined();
  });

  it("is not owed when the change fails", async () => {
    const failing = change(world.ctx, async (unit) => {
      await oweMail(unit, mail);
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    expect(world.handover.given).toEqual([]);
  });

  it("is the same at the next attempt, whatever this one was written as", async () => {
    const { ticket, loaded } = await owe();
    await beginMessage(world.ctx, ticket);
    await settleMessage(world.ctx, loaded, {
      outcome: { outcome: "retry", code: "unavailable" },
      attempt: 1,
      message: { subject: "another" },
    });
    expect(await openBody(world.ctx.db, ticket.id)).toMatchObject({ subject: mail.subject });
  });

  it("is forgotten once it is sent", async () => {
    const { ticket, loaded } = await owe();
    const { id } = ticket;
    await settleMessage(world.ctx, loaded, {
      outcome: { outcome: "sent" },
      attempt: 1,
      message: {},
    });
    expect(await openBody(world.ctx.db, id)).toBeUndefined();
    expect(await findOutbox(world.ctx.db, id)).toMatchObject({ state: "accepted", frozen: false });
  });

  it("is given up when it is of no more use, and the trail says so without a word of it", async () => {
    const { ticket, loaded } = await owe({ until: world.clock.now() + 500 });
    await settleMessage(world.ctx, loaded, {
      outcome: { outcome: "retry", code: "unavailable" },
      attempt: 1,
      message: {},
    });
    expect(await findOutbox(world.ctx.db, ticket.id)).toMatchObject({ state: "dead" });
    const events = await trail();
    expect(events.at(-2)).toMatchObject({ type: "message.held", subject: ticket.id });
    expect(events.at(-1)).toMatchObject({ type: "alarm.raised" });
    expect(JSON.stringify(events)).not.toContain("secret");
  });
});
