import { findDraftReturn } from "@guildhall/store";
import type { Context } from "../context.ts";
import { startProcess } from "../process/start.ts";
import {
  createWorld,
  keptKey,
  lastKey,
  lastLetter,
  noise,
  sampleAnswers,
  someDraft,
  type World,
} from "../testing.ts";
import { keepDraft } from "./keep.ts";
import { getDraft } from "./reach.ts";
import { removeDraft } from "./remove.ts";
import { askForReturn, findReturn, openReturn } from "./return.ts";
import { saveDraft } from "./save.ts";

const dayMs = 86_400_000;
const email = "ada@example.com";

describe("a draft that is kept", () => {
  let world: World;
  let anyone: Context;
  let draft: string;
  let citizen: Context;
  let key: string;
  beforeEach(async () => {
    world = await createWorld();
    anyone = world.as({ scopes: [] });
    ({ id: draft, citizen } = await someDraft(world));
    await saveDraft(citizen, draft, { answers: { noiseSource: "pub", email: "ada@" } });
    key = await keptKey(world, draft, citizen);
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const open = (fact: string, by = key) => openReturn(anyone, { key: by, fact });
  const sent = () => world.handover.given.length;
  const unknown = { code: "not-found" };

  it("is opened anywhere by the link that is sent, and the fact", async () => {
    const opened = await open("CB7 4AA");
    expect(opened.answers).toEqual({ noiseSource: "pub", email: "ada@" });
    const elsewhere = await world.bearing(opened.token ?? "");
    expect(await getDraft(elsewhere ?? anyone, draft)).toMatchObject({ id: draft, kept: true });
  });

  it("tells whoever has the link which fact to think of, and nothing that was typed", async () => {
    expect(await findReturn(anyone, key)).toEqual({
      service: "noise",
      serviceVersion: 1,
      fact: "postcode",
      expiresAt: "2025-06-19T09:00:00.000Z",
    });
  });

  it.each(["cb74aa", " cb7  4AA ", "CB7-4AA", "ＣＢ７ ４ＡＡ"])(
    "does not mind how the fact is spelt: %j",
    async (fact) => expect((await open(fact)).id).toBe(draft),
  );

  it("says in the letter until when it is kept and what will be asked, and no answer", async () => {
    const letter = await lastLetter(world);
    expect({ to: letter?.to, ...letter?.facts }).toMatchObject({
      to: email,
      subject: "Your saved form: Report a noise nuisance",
    });
    expect(letter?.facts.text).toContain("until 19 June 2025");
    expect(letter?.facts.text).toContain("the postcode that you chose");
    expect(JSON.stringify(letter?.facts)).not.toMatch(/pub|CB7/);
    expect(letter?.action?.url).toMatch(
      /^https:\/\/guildhall.test\/c\/exampleshire\/return\/[\w-]{43}$/,
    );
  });

  it("writes in Welsh to whoever fills it in in Welsh", async () => {
    const fact = { kind: "word", value: "Blodeuwedd" } as const;
    await keepDraft(citizen, draft, { email, fact, language: "cy" });
    expect((await lastLetter(world))?.facts.text).toContain("y gair a ddewisoch");
    expect((await lastLetter(world))?.facts.text).toContain("19 Mehefin 2025");
  });

  it("lives on from its last change for as long as the service keeps drafts", async () => {
    await world.publish({ retention: { ...noise.retention, draftDays: 5 } });
    const other = await someDraft(world);
    await keptKey(world, other.id, other.citizen);
    world.clock.move(dayMs / 2);
    const saved = await saveDraft(other.citizen, other.id, { answers: { noiseSource: "home" } });
    expect(saved.expiresAt).toBe("2025-05-27T21:00:01.000Z");
  });

  it("is gone after that, for its link and for its token", async () => {
    const elsewhere = await world.bearing((await open("CB7 4AA")).token ?? "");
    world.clock.move(28 * dayMs);
    await expect(open("CB7 4AA")).rejects.toMatchObject(unknown);
    await expect(findReturn(anyone, key)).rejects.toMatchObject(unknown);
    await expect(getDraft(elsewhere ?? citizen, draft)).rejects.toMatchObject(unknown);
  });

  it("says that a fact is wrong, and after five that there is no such link", async () => {
    for (let tries = 1; tries < 5; tries += 1) {
      await expect(open("CB7 4AB")).rejects.toMatchObject({ code: "fact-wrong" });
    }
    await expect(open("CB7 4AB")).rejects.toMatchObject(unknown);
    await expect(open("CB7 4AA")).rejects.toMatchObject(unknown);
    await expect(findReturn(anyone, key)).rejects.toMatchObject(unknown);
  });

  it("counts wrong facts that come at once, each of them", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => open("CB7 4AB")));
    const codes = tries.map((tried) => tried.status === "rejected" && tried.reason.code);
    expect(codes.filter((code) => code === "fact-wrong")).toHaveLength(4);
  });

  it("forgets wrong facts once a right one came", async () => {
    for (let round = 0; round < 3; round += 1) {
      await expect(open("CB7 4AB")).rejects.toMatchObject({ code: "fact-wrong" });
      await expect(open("CB7 4AC")).rejects.toMatchObject({ code: "fact-wrong" });
      expect((await open("CB7 4AA")).id).toBe(draft);
    }
  });

  it("knows no link that was guessed, altered or sent by another council", async () => {
    const other = await world.addCouncil("othershire");
    for (const guess of ["", "x", "A".repeat(43), `${key.slice(0, -2)}AA`]) {
      await expect(open("CB7 4AA", guess)).rejects.toMatchObject(unknown);
    }
    await expect(openReturn(other, { key, fact: "CB7 4AA" })).rejects.toMatchObject(unknown);
    await expect(findReturn(other, key)).rejects.toMatchObject(unknown);
  });

  it("ends its first links when it is kept anew", async () => {
    await keptKey(world, draft, citizen);
    await expect(open("CB7 4AA")).rejects.toMatchObject(unknown);
    expect((await open("CB7 4AA", await lastKey(world))).id).toBe(draft);
  });

  it("sends its link again to its own address, and both lead to it", async () => {
    await askForReturn(anyone, { service: "noise", email });
    const again = await lastKey(world);
    expect(again).not.toBe(key);
    expect([(await open("CB7 4AA")).id, (await open("CB7 4AA", again)).id]).toEqual([draft, draft]);
  });

  it("writes to nobody else who asks, and does not say so", async () => {
    const before = sent();
    await askForReturn(anyone, { service: "noise", email: "eve@example.com" });
    await askForReturn(anyone, { service: "fly-tipping", email });
    expect(sent()).toBe(before);
  });

  it("fills nobody's mailbox", async () => {
    const before = sent();
    for (let asked = 0; asked < 20; asked += 1)
      await askForReturn(anyone, { service: "noise", email });
    expect(sent() - before).toBe(5);
    const again = { email, fact: { kind: "word", value: "heron" }, language: "en" } as const;
    await expect(keepDraft(citizen, draft, again)).rejects.toMatchObject({ code: "rate-limited" });
    world.clock.move(3_600_000);
    await askForReturn(anyone, { service: "noise", email });
    expect(sent() - before).toBe(6);
  });

  it("fills nobody's mailbox by way of drafts that are deleted or sent meanwhile", async () => {
    for (let round = 1; round < 6; round += 1) {
      const { id, citizen: eve } = await someDraft(world);
      await keptKey(world, id, eve);
      if (round % 2 === 0) await removeDraft(eve, id);
      else await startProcess(eve, { service: "noise", answers: sampleAnswers });
    }
    const { id, citizen: eve } = await someDraft(world);
    await expect(keptKey(world, id, eve)).rejects.toMatchObject({ code: "rate-limited" });
    world.clock.move(3_600_000);
    await keptKey(world, id, eve);
  });

  it("counts asking once, however many drafts are kept, so that nobody is told how many are", async () => {
    for (let more = 0; more < 2; more += 1) {
      const { id, citizen: ada } = await someDraft(world);
      await keptKey(world, id, ada);
    }
    world.clock.move(3_600_000);
    const before = sent();
    for (let asked = 0; asked < 20; asked += 1) {
      world.clock.move(1);
      await askForReturn(anyone, { service: "noise", email });
    }
    expect(sent() - before).toBe(18);
  });

  it("is not kept for a fact that says next to nothing", async () => {
    const fact = { kind: "word", value: " - a - " } as const;
    await expect(keepDraft(citizen, draft, { email, fact, language: "en" })).rejects.toMatchObject({
      code: "request-invalid",
      faults: [{ pointer: "/fact/value", code: "too-short" }],
    });
  });

  it("cannot be kept by another's token, nor once it is sent", async () => {
    const fact = { kind: "word", value: "heron" } as const;
    const { citizen: stranger } = await someDraft(world);
    const keep = (by: Context) => keepDraft(by, draft, { email, fact, language: "en" });
    await expect(keep(stranger)).rejects.toMatchObject(unknown);
    await expect(keep(anyone)).rejects.toMatchObject({ code: "scope-missing" });
    await startProcess(citizen, { service: "noise", answers: sampleAnswers });
    await expect(keep(citizen)).rejects.toMatchObject({ code: "invalid-transition" });
  });

  it("is come back to by nobody once it is sent, and who did is forgotten", async () => {
    await startProcess(citizen, { service: "noise", answers: sampleAnswers });
    await expect(open("CB7 4AA")).rejects.toMatchObject(unknown);
    expect(await findDraftReturn(world.ctx.db, draft)).toBeUndefined();
  });

  it("lies where neither the address nor the fact can be read", async () => {
    const row = await findDraftReturn(world.ctx.db, draft);
    expect(row).toMatchObject({ email, factKind: "postcode" });
    expect(row?.factHash).toHaveLength(32);
    const { id: other, citizen: bob } = await someDraft(world);
    await keptKey(world, other, bob);
    expect((await findDraftReturn(world.ctx.db, other))?.factHash).not.toEqual(row?.factHash);
  });
});
