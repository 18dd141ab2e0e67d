import { type Draft, Problem } from "@guildhall/contract";
import { settleScan } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { findDocument, insertDocument, transact } from "@guildhall/store";
import { tinyPng } from "../testing/tiny-png.ts";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("evidence over the API", () => {
  let world: ApiWorld;
  let draft: Draft;
  beforeEach(async () => {
    world = await createApiWorld();
    draft = await begin();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const picture = new File([tinyPng], "garden.png", { type: "image/png" });
  const begin = async (): Promise<Draft> =>
    (await world.ask("POST", "/drafts", { json: { service: "noise" } })).json();
  const upload = (file: File, fields: Record<string, string> = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    body.set("file", file);
    return world.ask("POST", `/drafts/${draft.id}/documents`, { as: draft.token, body });
  };
  const idOf = async (response: Promise<Response>) => (await (await response).json()).id as string;
  const submit = (...evidence: string[]) => {
    const json = { service: "noise", answers: { ...sampleAnswers, evidence } };
    return world.ask("POST", "/processes", { as: draft.token, json });
  };

  describe("has a label", () => {
    const label = (document: string, json: unknown, as = draft.token) =>
      world.ask("PATCH", `/drafts/${draft.id}/documents/${document}`, { as, json });

    it("that comes with it, is changed until it is submitted, and goes with its process", async () => {
      const sent = await (
        await upload(picture, { label: "The garden", question: "evidence" })
      ).json();
      expect(sent).toMatchObject({ label: "The garden", state: "unscanned" });
      const changed = await label(sent.id, { label: "The speakers" });
      expect(await changed.json()).toMatchObject({ label: "The speakers" });
      const { id } = await (await submit(sent.id)).json();
      const listed = await world.ask("GET", `/processes/${id}/documents`, { as: world.key });
      expect((await listed.json()).data[1]).toMatchObject({ label: "The speakers" });
      expect((await label(sent.id, { label: "Something else" })).status).toBe(409);
    });

    it("that goes again, and is none where nothing is said", async () => {
      const id = await idOf(upload(picture, { label: "The garden" }));
      expect(await (await label(id, { label: " " })).json()).not.toHaveProperty("label");
      expect(await (await upload(picture)).json()).not.toHaveProperty("label");
    });

    it("that another draft's token cannot change, nor one that is too long be kept", async () => {
      const id = await idOf(upload(picture));
      const other = await begin();
      const theirs = await label(id, { label: "Mine" }, other.token);
      const path = `/drafts/${other.id}/documents/${id}`;
      const stray = await world.ask("PATCH", path, { as: other.token, json: { label: "Mine" } });
      expect([theirs.status, stray.status]).toEqual([404, 404]);
      expect((await label(id, { label: "x".repeat(201) })).status).toBe(422);
      expect((await upload(picture, { label: "x".repeat(201) })).status).toBe(422);
    });
  });

  describe("has a small picture", () => {
    const thumbnail = (id: string, as = draft.token, method = "GET") =>
      world.ask(method, `/documents/${id}/thumbnail`, { as });

    it("that is made once, for whoever fills the draft in", async () => {
      const made: string[] = [];
      const { shrink } = world.files;
      world.files.shrink = async (...given) => {
        made.push(given[0]);
        return shrink(...given);
      };
      const sent = await (await upload(picture)).json();
      expect(sent.thumbnail).toMatch(/\/documents\/doc_\w+\/thumbnail$/);
      const [first, second] = await Promise.all([thumbnail(sent.id), thumbnail(sent.id)]);
      expect(first.headers.get("content-type")).toBe("image/webp");
      expect(first.headers.get("content-security-policy")).toContain("sandbox");
      expect([await first.text(), await second.text()]).toEqual(Array(2).fill("a small picture"));
      expect(world.files.removed).toHaveLength(made.length - 1);
      const before = made.length;
      expect((await thumbnail(sent.id)).status).toBe(200);
      expect(made).toHaveLength(before);
    });

    it("that goes with the file, and with the draft", async () => {
      const [one, two] = [await idOf(upload(picture)), await idOf(upload(picture))];
      await thumbnail(one);
      await thumbnail(two);
      await world.ask("DELETE", `/drafts/${draft.id}/documents/${one}`, { as: draft.token });
      expect(world.files.removed).toHaveLength(2);
      await world.ask("DELETE", `/drafts/${draft.id}`, { as: draft.token });
      expect(world.files.removed).toHaveLength(4);
    });

    it("that staff see once it is submitted, which the process's story tells", async () => {
      const id = await idOf(upload(picture));
      const { id: process, token } = await (await submit(id)).json();
      expect((await thumbnail(id, token)).status).toBe(200);
      expect(await world.told(process)).not.toContain("document.read");
      expect((await thumbnail(id, world.key)).status).toBe(200);
      expect(await world.told(process)).toContain("document.read");
      expect((await thumbnail(id, await world.keyFor("notes:read"))).status).toBe(403);
    });

    it("only where it is a picture that can be read, and never another's", async () => {
      const broken = new File([tinyPng, "broken"], "broken.png", { type: "image/png" });
      const ids = [
        await idOf(upload(new File(["words"], "diary.txt", { type: "text/plain" }))),
        await idOf(upload(picture)),
      ];
      const [text = "", seen = ""] = ids;
      expect((await thumbnail(text)).status).toBe(404);
      world.files.shrink = async () => undefined;
      const unreadable = await idOf(upload(broken));
      expect((await thumbnail(unreadable)).status).toBe(404);
      expect(await findDocument(world.ctx.db, unreadable)).toMatchObject({ thumbnail: "" });
      const other = await begin();
      const theirs = await thumbnail(seen, other.token);
      expect(theirs.status).toBe(403);
    });
  });

  describe("where malware is looked for", () => {
    let looked: string[];
    beforeEach(() => {
      looked = [];
      const look = (tenant: string, document: string) => looked.push(`${tenant} ${document}`);
      Object.assign(world.files, { look });
    });
    const read = (path: string) => world.ask("GET", path, { as: world.key });

    it("is taken in at once and looked at soon, once", async () => {
      const headers = { "Idempotency-Key": "the-same-upload-twice" };
      const body = () => {
        const form = new FormData();
        form.set("file", picture);
        return form;
      };
      const path = `/drafts/${draft.id}/documents`;
      const first = await world.ask("POST", path, { as: draft.token, body: body(), headers });
      await world.ask("POST", path, { as: draft.token, body: body(), headers });
      const document = await first.json();
      expect(document).toMatchObject({ state: "pending-scan" });
      expect(document).not.toHaveProperty("thumbnail");
      expect(looked).toEqual([`exampleshire ${document.id}`]);
    });

    it.each([
      ["waits", undefined, 409, "scan-pending"],
      ["was infected", "infected", 410, "document-infected"],
    ] as const)(
      "is opened by nobody while it %s, nor seen small",
      async (_, found, status, code) => {
        const id = await idOf(upload(picture));
        await submit(id);
        if (found) await settleScan(world.ctx, id, found);
        for (const path of [`/documents/${id}`, `/documents/${id}/thumbnail`]) {
          const response = await read(path);
          expect(response.status).toBe(status);
          expect(await response.json()).toMatchObject({ code });
        }
      },
    );

    it("opens again once it was found clean", async () => {
      const id = await idOf(upload(picture));
      await submit(id);
      await settleScan(world.ctx, id, "clean");
      expect((await read(`/documents/${id}`)).status).toBe(200);
    });
  });

  it("is refused where all of it would be more than 100 MB, and says so", async () => {
    const row = {
      draft: draft.id,
      process: null,
      question: null,
      name: "a.mp4",
      key: "k",
      contentType: "video/mp4",
      bytes: 26_000_000,
      sha256: "aa",
      storage: "s/1",
      at: 1,
    };
    await transact(world.ctx.db, async (tx) => {
      for (let index = 1; index <= 4; index += 1)
        await insertDocument(tx, { ...row, id: `doc_${index}` });
    });
    const fits = new File(["x".repeat(800_000)], "a.txt", { type: "text/plain" });
    expect((await upload(fits)).status).toBe(201);
    const refused = await upload(fits);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ code: "too-large-together" }] });
  });

  it("is refused for want of room on the disk, and nothing else is", async () => {
    world.files.receive = async () => Promise.reject(new Problem("storage-full"));
    expect((await upload(picture)).status).toBe(507);
    const saved = await world.ask("PATCH", `/drafts/${draft.id}`, {
      as: draft.token,
      json: { answers: { fullName: "Ada" } },
    });
    expect(saved.status).toBe(200);
  });
});
