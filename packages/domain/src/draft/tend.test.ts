import {
  findDocument,
  findDraft,
  findDraftReturn,
  findOutbox,
  openBody,
  putDraftReturn,
  transact,
} from "@guildhall/store";
import type { Context } from "../context.ts";
import { loadMessage } from "../message/load.ts";
import { settleMessage } from "../message/settle.ts";
import { startProcess } from "../process/start.ts";
import {
  createWorld,
  keptKey,
  lastLetter,
  sampleAnswers,
  someDraft,
  type World,
} from "../testing.ts";
import { attachFile } from "./attach.ts";
import { openReturn } from "./return.ts";
import { saveDraft } from "./save.ts";
import { tendDrafts, whenDraftsDue } from "./tend.ts";

const dayMs = 86_400_000;
const hourMs = 3_600_000;

describe("tendDrafts", () => {
  let world: World;
  let draft: string;
  let citizen: Context;
  let removed: string[];
  beforeEach(async () => {
    world = await createWorld();
    ({ id: draft, citizen } = await someDraft(world));
    removed = [];
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const tend = () => tendDrafts(world.ctx, async (place) => void removed.push(place));
  const letters = () => world.handover.given.length;
  const file = {
    name: "night.mp3",
    key: "k",
    contentType: "audio/mpeg",
    bytes: 3,
    sha256: "aa",
    storage: "2025/05/1",
  };

  it("erases a draft that is over, with its answers, its files and who comes back to it", async () => {
    await saveDraft(citizen, draft, { answers: { pubName: "The Needle" } });
    const { document } = await attachFile(citizen, draft, file);
    await keptKey(world, draft, citizen);
    world.clock.move(28 * dayMs + 60_000);
    await tend();
    expect(removed).toEqual([file.storage]);
    expect(await findDraft(world.ctx.db, draft)).toBeUndefined();
    expect(await findDocument(world.ctx.db, document.id)).toBeUndefined();
    expect(await findDraftReturn(world.ctx.db, draft)).toBeUndefined();
  });

  it("leaves one that goes on, and what came of one that was sent", async () => {
    const { document } = await attachFile(citizen, draft, file);
    const answers = { ...sampleAnswers, evidence: [document.id] };
    await startProcess(citizen, { service: "noise", answers });
    const { id: other, citizen: bob } = await someDraft(world);
    await keptKey(world, other, bob);
    world.clock.move(2 * dayMs);
    await tend();
    expect(removed).toEqual([]);
    expect(await findDocument(world.ctx.db, document.id)).toBeDefined();
    expect(await findDraft(world.ctx.db, other)).toBeDefined();
    expect(await findDraft(world.ctx.db, draft)).toBeUndefined();
  });

  it("keeps a draft whose files could not be removed, for the next time, and erases the others", async () => {
    await attachFile(citizen, draft, file);
    const { id: other } = await someDraft(world);
    world.clock.move(2 * dayMs);
    const failing = tendDrafts(world.ctx, () => Promise.reject(new Error("The disk is away")));
    await expect(failing).rejects.toThrow("could not be erased");
    expect(await findDraft(world.ctx.db, draft)).toBeDefined();
    expect(await findDraft(world.ctx.db, other)).toBeUndefined();
    await tend();
    expect(await findDraft(world.ctx.db, draft)).toBeUndefined();
  });

  it("erases what a letter says that could not be sent, once its draft is gone", async () => {
    await keptKey(world, draft, citizen);
    const [ticket] = world.handover.given;
    const letter = ticket && (await loadMessage(world.ctx, ticket));
    if (!letter) throw new Error("There is no letter");
    const outcome = { outcome: "refused", code: "mailbox-unknown" } as const;
    await settleMessage(world.ctx, letter, { outcome, attempt: 1, message: {} });
    await tend();
    expect(await openBody(world.ctx.db, letter.row.id)).toMatchObject({ to: "ada@example.com" });
    world.clock.move(28 * dayMs + 60_000);
    await tend();
    expect(await openBody(world.ctx.db, letter.row.id)).toBeUndefined();
    expect(await findOutbox(world.ctx.db, letter.row.id)).toMatchObject({ state: "refused" });
  });

  it("erases what is over though somebody cannot be reminded", async () => {
    await keptKey(world, draft, citizen);
    const owner = await findDraftReturn(world.ctx.db, draft);
    if (!owner) throw new Error("Nobody comes back to it");
    const unknown = { ...owner, language: "xx" as "en" };
    await transact(world.ctx.db, (tx) => putDraftReturn(tx, unknown));
    world.clock.move(24 * dayMs);
    const { id: other } = await someDraft(world);
    world.clock.move(2 * dayMs);
    await expect(tend()).rejects.toThrow("could not be");
    expect(await findDraft(world.ctx.db, other)).toBeUndefined();
  });

  it("reminds its owner three days before, once, with a link that opens it", async () => {
    await keptKey(world, draft, citizen);
    const before = letters();
    world.clock.move(25 * dayMs - 1);
    await tend();
    expect(letters()).toBe(before);
    world.clock.move(1);
    await tend();
    await tend();
    expect(letters()).toBe(before + 1);
    const letter = await lastLetter(world);
    expect(letter?.facts.subject).toBe("You have not sent your form yet: Report a noise nuisance");
    expect(letter?.facts.text).toContain("We delete what you entered on 19 June 2025");
    const key = letter?.action?.url.split("/").at(-1) ?? "";
    const opened = await openReturn(world.as({ scopes: [] }), { key, fact: "cb7 4aa" });
    expect(opened.id).toBe(draft);
    const again = await world.bearing(opened.token ?? "");
    await saveDraft(again ?? citizen, draft, { answers: {} });
    world.clock.move(26 * dayMs);
    await tend();
    expect(letters()).toBe(before + 1);
  });

  it("reminds nobody of what they sent, or of what nobody asked to keep", async () => {
    await keptKey(world, draft, citizen);
    await someDraft(world);
    await startProcess(citizen, { service: "noise", answers: sampleAnswers });
    const before = letters();
    world.clock.move(26 * dayMs);
    await tend();
    expect(letters()).toBe(before);
  });

  it("is due by the hour, for the first that is over or to be reminded of", async () => {
    expect(await whenDraftsDue(world.ctx)).toBe(Date.UTC(2025, 4, 23, 10));
    await keptKey(world, draft, citizen);
    expect(await whenDraftsDue(world.ctx)).toBe(Date.UTC(2025, 5, 16, 9));
    world.clock.move(26 * dayMs);
    await tend();
    expect(await whenDraftsDue(world.ctx)).toBe(Date.UTC(2025, 5, 19, 10));
    world.clock.move(3 * dayMs + hourMs);
    await tend();
    expect(await whenDraftsDue(world.ctx)).toBeUndefined();
  });

  it("is not for whoever may not fill drafts in", async () => {
    const nobody = world.as({ scopes: [] });
    await expect(tendDrafts(nobody, async () => undefined)).rejects.toMatchObject({
      code: "scope-missing",
    });
  });
});
