import type { Person } from "@guildhall/contract";
import { type EventRow, findEvent, openBody } from "@guildhall/store";
import { changePerson } from "../person/change.ts";
import { addStaff, createWorld, lastLetter, linkDesk, type World } from "../testing.ts";
import { giveLink } from "./link.ts";

const minuteMs = 60_000;

describe("a link to sign in", () => {
  let world: World;
  let person: Person;
  const desk = linkDesk();
  beforeEach(async () => {
    world = await createWorld();
    await addStaff(world.ctx, ["tenant-admin"], "Ann Admin");
    person = await addStaff(world.ctx, ["caseworker"]);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const begin = (email = person.email) => desk.begin(world.ctx, { email });
  const codeOf = (url: string | undefined) => url?.split("/").at(-1) ?? "";
  const sentCode = async () => codeOf((await lastLetter(world))?.action?.url);
  const start = (code: string, browserSecret?: string) =>
    desk.start(world.ctx, { code, browserSecret });
  const failed = (code: string) =>
    expect.objectContaining({
      code: "sign-in-failed",
      faults: [expect.objectContaining({ code })],
    });

  it("is how staff sign in where the tenant has no provider", () => {
    expect(desk.method(world.ctx)).toEqual({ method: "email" });
  });

  it("is sent to the person, and signs them in where they asked for it", async () => {
    const { browserSecret } = await begin();
    expect(await lastLetter(world)).toMatchObject({
      to: person.email,
      facts: { subject: "Your link to sign in for Exampleshire District Council" },
      action: {
        url: expect.stringMatching(
          /^https:\/\/guildhall\.test\/console\/exampleshire\/sign-in\/link\/[\w-]{43}$/,
        ),
      },
    });
    const session = await start(await sentCode(), browserSecret);
    expect(await world.bearing(session.token)).toMatchObject({
      actor: { kind: "staff", id: person.id, name: person.name },
      session: session.id,
    });
  });

  it("is answered for alike, whoever has the address, and only sent to one of ours who is active", async () => {
    const known = await begin();
    const sent = world.handover.given.length;
    const stranger = await begin("stranger@example.com");
    await changePerson(world.ctx, person.id, { active: false });
    const inactive = await begin();
    for (const answer of [stranger, inactive])
      expect(answer).toEqual({
        browserSecret: expect.stringMatching(/^[\w-]{43}$/),
        expiresAt: known.expiresAt,
      });
    expect(world.handover.given).toHaveLength(sent);
  });

  it("serves once", async () => {
    const { browserSecret } = await begin();
    const code = await sentCode();
    await start(code, browserSecret);
    await expect(start(code, browserSecret)).rejects.toEqual(failed("link-unknown"));
  });

  it("serves once, though it is opened twice at the same moment", async () => {
    const { browserSecret } = await begin();
    const code = await sentCode();
    const both = await Promise.allSettled([start(code, browserSecret), start(code, browserSecret)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("serves in no other browser, and is not used up there", async () => {
    const { browserSecret } = await begin();
    const code = await sentCode();
    const other = await begin();
    await expect(start(code, other.browserSecret)).rejects.toEqual(failed("another-browser"));
    await expect(start(code)).rejects.toEqual(failed("another-browser"));
    await start(code, browserSecret);
  });

  it("serves for fifteen minutes", async () => {
    const { browserSecret, expiresAt } = await begin();
    expect(Date.parse(expiresAt)).toBe(world.clock.now() + 15 * minuteMs);
    const code = await sentCode();
    world.clock.move(15 * minuteMs);
    await expect(start(code, browserSecret)).rejects.toEqual(failed("link-unknown"));
  });

  it("serves nobody who is not active any more", async () => {
    const { browserSecret } = await begin();
    const code = await sentCode();
    await changePerson(world.ctx, person.id, { active: false });
    await expect(start(code, browserSecret)).rejects.toEqual(failed("link-unknown"));
  });

  it("is not sent more than fifty times within a quarter of an hour", async () => {
    for (let at = 0; at < 50; at += 1) await begin();
    const sent = world.handover.given.length;
    await begin();
    expect(world.handover.given).toHaveLength(sent);
    world.clock.move(15 * minuteMs);
    await begin();
    expect(world.handover.given).toHaveLength(sent + 1);
  });

  it("needs an address", async () => {
    await expect(desk.begin(world.ctx, {})).rejects.toMatchObject({
      code: "request-invalid",
      faults: [{ pointer: "/email", code: "missing" }],
    });
  });

  it("is not what a code that we never gave is", async () => {
    await expect(start("x".repeat(43), "y".repeat(43))).rejects.toEqual(failed("link-unknown"));
  });

  it("is written down nowhere in clear", async () => {
    await begin();
    const code = await sentCode();
    const id = world.handover.given.at(-1)?.id ?? "";
    expect(JSON.stringify(await openBody(world.ctx.db, id))).toContain(code);
    const events: (EventRow | undefined)[] = [];
    for (let seq = 1; seq < 9; seq += 1) events.push(await findEvent(world.ctx.db, seq));
    expect(JSON.stringify([events, world.handover.given])).not.toContain(code);
  });

  describe("that the command line gives", () => {
    it("signs in from any browser, once", async () => {
      const code = codeOf(await giveLink(world.ctx, person.id));
      await start(code, "any-browser");
      await expect(start(code)).rejects.toEqual(failed("link-unknown"));
    });

    it("is given to nobody else", async () => {
      await expect(giveLink(world.as({}), person.id)).rejects.toMatchObject({
        code: "scope-missing",
      });
    });

    it("is given for nobody who is not there or not active", async () => {
      await expect(giveLink(world.ctx, "per_none")).rejects.toMatchObject({ code: "not-found" });
      await changePerson(world.ctx, person.id, { active: false });
      await expect(giveLink(world.ctx, person.id)).rejects.toEqual(failed("not-active"));
    });
  });
});
