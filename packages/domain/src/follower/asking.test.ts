import {
  confirmFollower,
  findOutbox,
  insertFollower,
  listFollowerIds,
  listOpenAlarms,
  openBody,
  settleAttempt,
  transact,
} from "@guildhall/store";
import type { Context } from "../context.ts";
import { loadMessage } from "../message/load.ts";
import { beginMessage, settleMessage } from "../message/settle.ts";
import { completeTask } from "../task/complete.ts";
import { listTasks } from "../task/list.ts";
import { forgetOld } from "../tenant/forget-old.ts";
import { lastKey } from "../testing/drafts.ts";
import { createWorld, follow, inTheStreet, startAt, type World } from "../testing.ts";
import { askToFollow } from "./ask.ts";
import { confirmFollow, findFollow, stopFollow } from "./link.ts";
import { anHourMs, mostFollowers, mostWishesInAnHour } from "./terms.ts";

const bob = "bob@example.com";

describe("asking to follow", () => {
  let world: World;
  let id: string;
  let reference: string;
  beforeEach(async () => {
    world = await createWorld();
    await world.publish(inTheStreet);
    ({ id, reference } = await startAt(world));
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const ask = (email = bob) => askToFollow(world.ctx, reference, { email, language: "en" });
  const letters = () => world.handover.given.filter(({ kind }) => kind === "message");
  const lettersFor = async (work: () => Promise<unknown>) => {
    const before = letters().length;
    await work();
    return letters().length - before;
  };
  const latest = () => {
    const ticket = letters().at(-1);
    if (!ticket) throw new Error("nothing was handed over");
    return ticket;
  };
  /** Let people ask to follow or follow, without the letters that they would be sent. */
  const seed = (many: number, confirmed: boolean) =>
    transact(world.ctx.db, async (tx) => {
      const now = world.clock.now();
      for (let at = 0; at < many; at += 1) {
        const one = { id: world.ctx.ids.id("flw"), process: id, language: "en" } as const;
        await insertFollower(tx, { ...one, email: `seeded-${at}@example.com`, askedAt: now });
        if (confirmed) await confirmFollower(tx, one.id, now);
      }
    });

  it("sends one letter to whoever asks twice within an hour, and another after it", async () => {
    expect(await lettersFor(() => ask())).toBe(1);
    world.clock.move(anHourMs - 1);
    expect(await lettersFor(() => ask())).toBe(0);
    world.clock.move(1);
    expect(await lettersFor(() => ask())).toBe(1);
  });

  it.each([
    ["closed", "Closed without action."],
    ["referred", "Not ours to deal with."],
  ] as const)("leads to the words of that end where it is %s", async (outcome, words) => {
    await follow(world, reference, bob);
    const [task] = (await listTasks(world.ctx, id)).data;
    await completeTask(world.ctx, task?.id ?? "", { outcome, fields: {} });
    const row = (await world.owed(id)).findLast(({ purpose }) => purpose === "follower-update");
    const said = await loadMessage(world.ctx, {
      ...{ tenant: "exampleshire", kind: "message" },
      ...{ id: row?.id ?? "", generation: row?.generation ?? 0 },
    });
    expect(said?.facts.text).toContain(`is now at: ${words}`);
    expect(JSON.stringify(said?.facts)).not.toContain("Finished");
  });

  it("comes to nothing where the live service lets nobody look any more", async () => {
    const key = await follow(world, reference, bob);
    await ask("carol@example.com");
    const asked = await lastKey(world);
    const [task] = (await listTasks(world.ctx, id)).data;
    await completeTask(world.ctx, task?.id ?? "", { outcome: "completed", fields: {} });
    const update = (await world.owed(id)).findLast(({ purpose }) => purpose === "follower-update");
    const ticket = { ...{ id: update?.id ?? "", generation: update?.generation ?? 0 } };
    const load = () =>
      loadMessage(world.ctx, { tenant: "exampleshire", kind: "message", ...ticket });
    expect(await load()).toBeDefined();
    await world.publish({ ...inTheStreet, lookFirst: undefined });
    expect(await load()).toBeUndefined();
    for (const link of [key, asked])
      expect(await findFollow(world.ctx, link)).toEqual({ state: "stopped" });
    expect(await confirmFollow(world.ctx, asked)).toEqual({ state: "stopped" });
  });

  it("is for no more than so many in an hour", async () => {
    await seed(mostWishesInAnHour, false);
    expect(await lettersFor(() => ask())).toBe(0);
    world.clock.move(anHourMs);
    expect(await lettersFor(() => ask())).toBe(1);
  });

  it("is kept from nobody by wishes that nobody confirms, however many", async () => {
    await seed(mostFollowers, false);
    world.clock.move(anHourMs);
    await follow(world, reference, bob);
    expect(await listFollowerIds(world.ctx.db, id)).toHaveLength(1);
  });

  it("is for nobody more once as many follow as can, nor is confirming", async () => {
    await ask();
    const key = await lastKey(world);
    await seed(mostFollowers, true);
    world.clock.move(anHourMs);
    expect(await lettersFor(() => ask("carol@example.com"))).toBe(0);
    expect((await confirmFollow(world.ctx, key)).state).toBe("asked");
    expect(await listFollowerIds(world.ctx.db, id)).toHaveLength(mostFollowers);
  });

  it("is over for whoever stops while they confirm", async () => {
    await ask();
    const key = await lastKey(world);
    const { catalogue } = world.ctx;
    const meanwhile = {
      live: async (service: string) => {
        await stopFollow(world.ctx, key);
        return catalogue.live(service);
      },
      version: (service: string, version: number) => catalogue.version(service, version),
      // Nothing else of it is asked for when somebody confirms.
    } as Context["catalogue"];
    expect(await confirmFollow({ ...world.ctx, catalogue: meanwhile }, key)).toEqual({
      state: "stopped",
    });
    expect(await listFollowerIds(world.ctx.db, id)).toEqual([]);
    expect(await world.told(id)).not.toContain("process.followed");
  });

  it.each(["refused", "ambiguous"] as const)(
    "leaves nothing of a letter that was %s, and calls nobody",
    async (outcome) => {
      await ask();
      const ticket = latest();
      const loaded = await loadMessage(world.ctx, ticket);
      if (!loaded) throw new Error("there is no letter");
      await beginMessage(world.ctx, ticket);
      const answer = { outcome: { outcome, code: "recipient-refused" }, attempt: 1 } as const;
      await settleMessage(world.ctx, loaded, { ...answer, message: { to: bob } });
      expect(await findOutbox(world.ctx.db, ticket.id)).toMatchObject({ state: "handled" });
      expect(await openBody(world.ctx.db, ticket.id)).toBeUndefined();
      expect(await listOpenAlarms(world.ctx.db, ["message-stuck"])).toEqual([]);
    },
  );

  it.each(["refused", "dead", "held"] as const)(
    "forgets in the night what a letter says that was left %s",
    async (state) => {
      await ask();
      const { id: letter, generation } = latest();
      const left = { state, nextAt: world.clock.now(), lastCode: "recipient-refused" };
      await transact(world.ctx.db, (tx) => settleAttempt(tx, { id: letter, generation }, left));
      expect(await openBody(world.ctx.db, letter)).toMatchObject({ to: bob });
      await forgetOld(world.ground);
      expect(await openBody(world.ctx.db, letter)).toBeUndefined();
      expect(await findOutbox(world.ctx.db, letter)).toMatchObject({ state: "handled" });
    },
  );
});
