import { Chasing, NotFixedSaid, problems, Rating, RatingSummary } from "@guildhall/contract";
import { completeTask, listTasks } from "@guildhall/domain";
import { addStaff, signInByLink } from "@guildhall/domain/testing";
import { sumChaseCounts } from "@guildhall/store";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("what comes after the end", () => {
  let world: ApiWorld;
  let started: Awaited<ReturnType<ApiWorld["start"]>>;
  let token: string;
  beforeEach(async () => {
    world = await createApiWorld();
    await world.publish({ notFixed: { rule: "reopen", withinDays: 28, times: 1 } });
    started = await world.start();
    const opened = await world.ask("POST", `/tracking/${started.reference}/token`, {
      json: { key: started.trackingKey },
    });
    token = (await opened.json()).token;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function end(): Promise<void> {
    const { data } = await listTasks(world.ctx, started.id);
    const open = data.find(({ state }) => state === "open");
    await completeTask(world.ctx, open?.id ?? "", { outcome: "closed", fields: {} });
  }
  const say = (part: string, json: object, as = token, headers = {}) =>
    world.ask("POST", `/tracking/${started.reference}/${part}`, { as, json, headers });

  it("opens a process again for its citizen, once though it is asked twice under one key", async () => {
    await end();
    const once = { "Idempotency-Key": "not-fixed-one-and-only" };
    for (const replayed of [null, "true"]) {
      const answer = await say("not-fixed", { words: "Still loud" }, token, once);
      expect([answer.status, answer.headers.get("Idempotent-Replayed")]).toEqual([201, replayed]);
      expect(NotFixedSaid.parse(await answer.json())).toEqual({ rule: "reopen" });
    }
    const again = await say("not-fixed", { words: "Still loud" });
    expect([again.status, (await again.json()).code]).toEqual([409, "process-open"]);
  });

  it("says in one sentence why it cannot be said", async () => {
    await end();
    await say("not-fixed", { words: "Still loud" });
    await end();
    const often = await (await say("not-fixed", { words: "Still loud" })).json();
    expect(often.title).toBe(problems["not-fixed-too-often"].title);
    const wrong = await say("not-fixed", {});
    expect(wrong.status).toBe(409);
  });

  it("takes a rating once, and shows it beside the service", async () => {
    const early = await say("rating", { score: 5 });
    expect([early.status, (await early.json()).code]).toEqual([409, "process-open"]);
    await end();
    const rated = await say("rating", { score: 5, words: "Quick" });
    expect(Rating.parse(await rated.json())).toMatchObject({ score: 5, outcome: "closed" });
    const second = await say("rating", { score: 1 });
    expect([second.status, (await second.json()).code]).toEqual([409, "rating-given"]);
    const person = await addStaff(world.ctx, ["designer"], "Dee Designer");
    const staff = (await signInByLink(world, person)).token;
    const list = await world.ask("GET", "/services/noise/ratings", { as: staff });
    expect((await list.json()).data).toMatchObject([{ score: 5, words: "Quick" }]);
    const as = await world.keyFor("services:read");
    const listed = await world.ask("GET", "/services/noise/ratings", { as });
    expect((await listed.json()).data).toEqual([
      { score: 5, outcome: "closed", at: expect.any(String) },
    ]);
    const summary = await world.ask("GET", "/services/noise/ratings/summary", { as });
    expect(RatingSummary.parse(await summary.json())).toMatchObject({ count: 1, satisfied: 1 });
  });

  it.each([
    ["rating", { score: 0 }],
    ["rating", { score: 6 }],
    ["rating", { score: 3, words: "x".repeat(1201) }],
    ["not-fixed", { words: "x".repeat(1201) }],
  ])("refuses a %s like %j", async (part, json) => {
    await end();
    expect((await say(part, json)).status).toBe(422);
  });

  it("asks for a token", async () => {
    for (const part of ["rating", "not-fixed"]) {
      const path = `/tracking/${started.reference}/${part}`;
      const answer = await world.ask("POST", path, { json: { score: 3 } });
      expect(answer.status).toBe(401);
    }
  });

  it("counts looks without writing any, and contacts that a back office tells of", async () => {
    await world.ask("GET", `/tracking/${started.reference}`);
    await world.ask("GET", `/tracking/${started.reference}`, { as: token });
    const as = await world.keyFor("services:read");
    const see = async () => {
      const answer = await world.ask("GET", "/services/noise/chasing", { as });
      return Chasing.parse(await answer.json());
    };
    expect(await see()).toMatchObject({ views: 0, contacts: 0 });
    const counted = async () =>
      (await sumChaseCounts(world.ctx.db, "noise", { fromDay: 0, toDay: 1e6 })).length;
    expect(await counted()).toBe(0);
    await world.views.flush();
    expect(await counted()).toBe(1);
    // The month is not over.
    expect(await see()).toMatchObject({ views: 0 });
    const grant = world.grantFor(started.id);
    const path = `/processes/${started.id}/contacts`;
    const contact = await world.ask("POST", path, { as: grant, json: { channel: "phone" } });
    expect(contact.status).toBe(201);
    expect(await contact.json()).toMatchObject({ stage: "received", channel: "phone" });
    const odd = await world.ask("POST", path, { as: grant, json: { channel: "smoke" } });
    expect(odd.status).toBe(422);
  });
});
