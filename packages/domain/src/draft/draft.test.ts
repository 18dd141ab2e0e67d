import { Draft } from "@guildhall/contract";
import { findDocument, findDraft } from "@guildhall/store";
import type { Context } from "../context.ts";
import { startProcess } from "../process/start.ts";
import { createWorld, sampleAnswers, type World } from "../testing.ts";
import { attachFile, checkRoom, detachFile, type ReceivedFile } from "./attach.ts";
import { beginDraft } from "./begin.ts";
import { getDraft } from "./reach.ts";
import { saveDraft } from "./save.ts";

const dayMs = 86_400_000;
const file: ReceivedFile = {
  name: "night.mp3",
  key: "k",
  contentType: "audio/mpeg",
  bytes: 3,
  sha256: "aa",
  storage: "2025/05/1",
};

describe("a draft", () => {
  let world: World;
  let draft: string;
  let citizen: Context;
  beforeEach(async () => {
    world = await createWorld();
    [draft, citizen] = await begin();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  async function begin(): Promise<[string, Context]> {
    const { id, token = "" } = await beginDraft(world.as({ scopes: [] }), { service: "noise" });
    const ctx = await world.bearing(token);
    if (!ctx) throw new Error("the draft's own token is no good");
    return [id, ctx];
  }
  const save = (answers: Record<string, unknown>, ctx = citizen) =>
    saveDraft(ctx, draft, { answers });
  const submit = () => startProcess(citizen, { service: "noise", answers: sampleAnswers });

  it("is begun by anyone, at the version that is live, for a day", async () => {
    expect(Draft.parse(await getDraft(citizen, draft))).toEqual({
      id: draft,
      service: "noise",
      serviceVersion: 1,
      answers: {},
      documents: [],
      expiresAt: "2025-05-23T09:00:00.000Z",
      standing: "open",
      seen: [],
      asks: [],
      kept: false,
    });
  });

  it("is not begun for a service that is not published", async () => {
    await expect(beginDraft(world.ctx, { service: "fly-tipping" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("gives a token that may fill it in and submit it, and nothing else", () => {
    expect(citizen).toMatchObject({ actor: { kind: "citizen" }, only: { draft } });
    expect([...citizen.scopes]).toEqual(["drafts:write", "processes:write"]);
  });

  describe("its answers", () => {
    it("are merged as they come, one page after the other", async () => {
      await save({ noiseSource: "pub", pubName: "The Bell" });
      expect(await save({ pubName: "The Anchor", email: "ada@example.com" })).toMatchObject({
        answers: { noiseSource: "pub", pubName: "The Anchor", email: "ada@example.com" },
      });
    });

    it("are taken away by null", async () => {
      await save({ noiseSource: "pub", pubName: "The Bell" });
      const saved = await save({ pubName: null });
      expect(saved.answers).toEqual({ noiseSource: "pub" });
      expect(await getDraft(citizen, draft)).toEqual(saved);
    });

    it("are kept as they were typed, right or not", async () => {
      const typed = { email: "ada at example", nights: [{ date: "yesterday" }] };
      expect((await save(typed)).answers).toEqual(typed);
    });

    it("are all kept when two pages are saved at once", async () => {
      await Promise.all([save({ noiseSource: "pub" }), save({ pubName: "The Bell" })]);
      expect((await getDraft(citizen, draft)).answers).toEqual({
        noiseSource: "pub",
        pubName: "The Bell",
      });
    });

    it("are together no more than can be sent", async () => {
      const long = "x".repeat(200_000);
      await save({ pubName: long });
      await expect(save({ noiseOther: long })).rejects.toMatchObject({ code: "body-too-large" });
      expect((await getDraft(citizen, draft)).answers).toEqual({ pubName: long });
      await save({ pubName: null, noiseOther: long });
    });

    it("live in the process alone once it is submitted", async () => {
      await save(sampleAnswers);
      const { id } = await submit();
      expect(await findDraft(world.ctx.db, draft)).toMatchObject({ answers: {}, process: id });
    });
  });

  describe("its files", () => {
    const attach = async (ctx = citizen) => (await attachFile(ctx, draft, file)).document;

    it("are listed with it", async () => {
      const attached = await attach();
      expect(attached).toMatchObject({
        kind: "evidence",
        name: "night.mp3",
        contentType: "audio/mpeg",
        bytes: 3,
        href: `https://guildhall.test/t/exampleshire/v1/documents/${attached.id}`,
      });
      expect((await getDraft(citizen, draft)).documents).toEqual([attached]);
    });

    it("say nothing of where or under which key they are kept", async () => {
      expect(Object.values(await attach())).not.toContain(file.key);
      expect(JSON.stringify(await getDraft(citizen, draft))).not.toContain(file.storage);
    });

    it("are taken away, and it is told where their bytes are", async () => {
      const { id } = await attach();
      expect(await detachFile(citizen, draft, id)).toEqual([file.storage]);
      expect((await getDraft(citizen, draft)).documents).toEqual([]);
    });

    it("stay where the draft is submitted with them at the same moment", async () => {
      const { id } = await attach();
      const { ids } = citizen;
      let removal: Promise<unknown> | undefined;
      const reference = (prefix: string) => {
        removal = detachFile(citizen, draft, id).catch((problem) => problem);
        return ids.reference(prefix);
      };
      citizen = { ...citizen, ids: { ...ids, id: (kind) => ids.id(kind), reference } };
      await submit();
      expect(await removal).toMatchObject({ code: "not-found" });
      expect(await findDocument(world.ctx.db, id)).toMatchObject({ draft: null });
    });

    it("are not taken away by another draft's token", async () => {
      const { id } = await attach();
      const [other, stranger] = await begin();
      await expect(detachFile(stranger, other, id)).rejects.toMatchObject({ code: "not-found" });
      expect((await getDraft(citizen, draft)).documents).toHaveLength(1);
    });

    it("are at most ten", async () => {
      for (let count = 0; count < 9; count += 1) await attach();
      await checkRoom(citizen, draft);
      await attach();
      await expect(checkRoom(citizen, draft)).rejects.toMatchObject({
        code: "file-not-allowed",
        faults: [{ pointer: "/file", code: "too-many" }],
      });
    });
  });

  const uses: [string, (ctx: Context, id: string) => Promise<unknown>][] = [
    ["read", (ctx, id) => getDraft(ctx, id)],
    ["saved", (ctx, id) => saveDraft(ctx, id, { answers: {} })],
    ["given a file", (ctx, id) => attachFile(ctx, id, file)],
    ["asked for room", (ctx, id) => checkRoom(ctx, id)],
    ["deprived of a file", (ctx, id) => detachFile(ctx, id, "doc_1")],
  ];

  describe.each(uses)("cannot be %s", (_, use) => {
    it("once it is submitted", async () => {
      await submit();
      await expect(use(citizen, draft)).rejects.toMatchObject({ code: "invalid-transition" });
    });

    it("after its day", async () => {
      world.clock.move(dayMs);
      await expect(use(citizen, draft)).rejects.toMatchObject({ code: "not-found" });
    });

    it("by another's token, nor by a key that may do everything else", async () => {
      const [, stranger] = await begin();
      await expect(use(stranger, draft)).rejects.toMatchObject({ code: "not-found" });
      await expect(use(world.as({}), draft)).rejects.toMatchObject({ code: "not-found" });
    });
  });

  it("cannot be submitted after its day, since its token is no good", async () => {
    const { token = "" } = await beginDraft(world.ctx, { service: "noise" });
    world.clock.move(dayMs);
    expect(await world.bearing(token)).toBeUndefined();
  });
});
