import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Draft } from "@guildhall/contract";
import { sampleAnswers } from "@guildhall/domain/testing";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("drafts over the API", () => {
  let world: ApiWorld;
  let draft: Draft;
  beforeEach(async () => {
    world = await createApiWorld();
    draft = await begin();
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const recording = new File(["drums, drums, drums"], "the night’s drums.txt", {
    type: "text/plain",
  });

  it("begin for anyone, with a token that opens this one and no other", async () => {
    const other = await begin();
    expect((await ask("GET", `/drafts/${draft.id}`)).status).toBe(200);
    const theirs = await ask("GET", `/drafts/${other.id}`);
    const unknown = await ask("GET", `/drafts/${other.id.replace(/.$/, "z")}`);
    expect(theirs.status).toBe(404);
    expect(await theirs.text()).toBe(await unknown.text());
  });

  it("are forgotten with their files when nobody wants them any more", async () => {
    await ask("POST", `/drafts/${draft.id}/documents`, { body: form(recording) });
    expect((await ask("DELETE", `/drafts/${draft.id}`)).status).toBe(204);
    expect((await ask("GET", `/drafts/${draft.id}`)).status).toBe(404);
    expect((await ask("DELETE", `/drafts/${draft.id}`)).status).toBe(404);
    expect(world.files.removed).toHaveLength(1);
  });

  it("take a file once that comes again under one key, and no other under that key", async () => {
    const headers = { "Idempotency-Key": "the-same-upload-twice" };
    const send = (file: File) =>
      ask("POST", `/drafts/${draft.id}/documents`, { body: form(file), headers });
    const [first, second] = await Promise.all([send(recording), send(recording)]);
    const again = await send(recording);
    expect([first.status, second.status, again.status]).toEqual([201, 201, 201]);
    const document = await first.json();
    expect(await second.json()).toEqual(document);
    expect(await again.json()).toEqual(document);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    const other = await send(new File(["other drums"], "other.txt"));
    expect(await other.json()).toMatchObject({ code: "idempotency-mismatch" });
    expect((await (await ask("GET", `/drafts/${draft.id}`)).json()).documents).toHaveLength(1);
    expect(world.files.removed).toHaveLength(3);
  });

  it("take no more files than there is room for, though they come at once", async () => {
    const sent = Array.from({ length: 14 }, () =>
      ask("POST", `/drafts/${draft.id}/documents`, { body: form(recording) }),
    );
    const statuses = (await Promise.all(sent)).map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(10).fill(201), ...Array(4).fill(422)]);
    expect(world.files.removed).toHaveLength(4);
  });

  it("do not begin for a service that is not there", async () => {
    const response = await world.ask("POST", "/drafts", { json: { service: "parking" } });
    expect(response.status).toBe(404);
  });

  it.each([{}, { service: 7 }, { service: "No Slug" }, { service: "noise", process: "prc_1" }])(
    "do not begin with %j",
    async (json) => {
      const response = await world.ask("POST", "/drafts", { json });
      expect(response.status).toBe(422);
    },
  );

  it("keep what was typed, as it was typed, and let go of what is null", async () => {
    await save({ noiseSource: "moon", fullName: "Robert'); DROP TABLE drafts;--" });
    const saved = await save({ noiseSource: null, email: "ada@" });
    expect(saved.status).toBe(200);
    const kept = { fullName: "Robert'); DROP TABLE drafts;--", email: "ada@" };
    expect(await saved.json()).toMatchObject({ answers: kept });
    expect((await (await ask("GET", `/drafts/${draft.id}`)).json()).answers).toEqual(kept);
  });

  it.each([
    [{ answers: { "no id": 1 } }, "/answers/no id"],
    [{ answers: [] }, "/answers"],
    [{ answers: {}, expiresAt: "2099-01-01T00:00:00Z" }, "/expiresAt"],
  ])("do not keep %j", async (json, pointer) => {
    const response = await ask("PATCH", `/drafts/${draft.id}`, { json });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ pointer }] });
  });

  it("become a process with their evidence, and are then no draft any more", async () => {
    const document = await (await upload(recording)).json();
    expect(document).toMatchObject({ kind: "evidence", contentType: "text/plain", bytes: 19 });
    const started = await submit({ ...sampleAnswers, evidence: [document.id] });
    expect(started.status).toBe(202);
    const { id, token } = await started.json();

    const documents = await world.ask("GET", `/processes/${id}/documents`, { as: token });
    expect((await documents.json()).data).toMatchObject([{ kind: "form" }, { id: document.id }]);
    expect((await submit(sampleAnswers)).status).toBe(409);
    expect((await save({ email: "eve@example.com" })).status).toBe(409);
    expect((await upload(recording)).status).toBe(409);
  });

  it("open nothing but themselves", async () => {
    const { id } = await world.start();
    expect((await ask("GET", `/processes/${id}`)).status).toBe(403);
    expect((await ask("GET", "/processes")).status).toBe(403);
  });

  it("let go of evidence, bytes and all", async () => {
    const { id } = await (await upload(recording)).json();
    expect(await storedFiles()).toHaveLength(1);
    const gone = await ask("DELETE", `/drafts/${draft.id}/documents/${id}`);
    expect(gone.status).toBe(204);
    expect(await storedFiles()).toEqual([]);
    expect((await ask("DELETE", `/drafts/${draft.id}/documents/${id}`)).status).toBe(404);
  });

  it("let go of no other draft's evidence", async () => {
    const { id } = await (await upload(recording)).json();
    const other = await begin();
    const response = await world.ask("DELETE", `/drafts/${other.id}/documents/${id}`, {
      as: other.token,
    });
    expect(response.status).toBe(404);
    expect(await storedFiles()).toHaveLength(1);
  });

  it.each([
    ["program.exe", "MZ\u0090", "file-not-allowed"],
    ["page.pdf", "<html><script>alert(1)</script>", "file-not-allowed"],
    ["drawing.svg", "<svg/>", "file-not-allowed"],
  ])("do not take the file %s", async (name, content, code) => {
    const response = await upload(new File([content], name));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code });
    expect(await storedFiles()).toEqual([]);
  });

  it("take no more than ten files", async () => {
    for (let count = 0; count < 10; count += 1) await upload(recording);
    const response = await upload(recording);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ code: "too-many" }] });
    expect(await storedFiles()).toHaveLength(10);
  });

  it("take no file that is too large", async () => {
    const response = await upload(new File([Buffer.alloc(25 * 1024 * 1024 + 1, "a")], "a.txt"));
    expect(response.status).toBe(413);
    expect(await storedFiles()).toEqual([]);
  });

  it.each([
    ["application/json", "{}", 415],
    ["multipart/form-data", "--b", 415],
    ["multipart/form-data; boundary=b", "--b\r\n", 422],
  ])("take no upload as %s", async (type, body, status) => {
    const headers = { "Content-Type": type };
    const response = await ask("POST", `/drafts/${draft.id}/documents`, { body, headers });
    expect(response.status).toBe(status);
  });

  it.each<[string, Buffer, string | undefined]>([
    ["U+0000", Buffer.from("a\0b.txt"), undefined],
    ["a turned direction", Buffer.from("a\u202etxt.exe.txt"), undefined],
    [
      "a surrogate as bytes",
      Buffer.from([0x61, 0xed, 0xa0, 0x80, ...Buffer.from(".txt")]),
      "a\ufffd\ufffd\ufffd.txt",
    ],
    ["a path", Buffer.from("../../directory.txt"), "directory.txt"],
    ["a header", Buffer.from("a%0d%0aSet-Cookie: b.txt"), "a%0d%0aSet-Cookie b.txt"],
    ["7,000 letters", Buffer.from(`${"n".repeat(7000)}.txt`), `${"n".repeat(95)}.txt`],
  ])("keep no file under a name with %s", async (_, name, shown) => {
    const head = 'Content-Disposition: form-data; name="file"; filename="';
    const body = Buffer.concat([
      Buffer.from(`--b\r\n${head}`),
      name,
      Buffer.from('"\r\nContent-Type: text/plain\r\n\r\ndrums\r\n--b--\r\n'),
    ]);
    const headers = { "Content-Type": "multipart/form-data; boundary=b" };
    const response = await ask("POST", `/drafts/${draft.id}/documents`, { body, headers });
    expect(response.status).toBe(shown === undefined ? 422 : 201);
    const kept = (await (await ask("GET", `/drafts/${draft.id}`)).json()).documents;
    expect(kept.map((file: { name: string }) => file.name)).toEqual(shown ? [shown] : []);
  });

  it("leave no bytes of a file that arrived when the draft had just been submitted", async () => {
    const { receive } = world.files;
    world.files.receive = async (...given) => {
      const received = await receive(...given);
      await submit(sampleAnswers);
      return received;
    };
    expect((await upload(recording)).status).toBe(409);
    expect(await storedFiles()).toEqual([]);
  });

  it("are gone after a day", async () => {
    world.clock.move(86_400_000 - 1000);
    expect((await ask("GET", `/drafts/${draft.id}`)).status).toBe(200);
    world.clock.move(60_000);
    expect((await ask("GET", `/drafts/${draft.id}`)).status).toBe(401);
  });

  async function begin(): Promise<Draft> {
    const response = await world.ask("POST", "/drafts", { json: { service: "noise" } });
    expect(response.status).toBe(201);
    return response.json();
  }

  function ask(method: string, path: string, asking = {}): Promise<Response> {
    return world.ask(method, path, { as: draft.token, ...asking });
  }

  function save(answers: object): Promise<Response> {
    return ask("PATCH", `/drafts/${draft.id}`, { json: { answers } });
  }

  function submit(answers: object): Promise<Response> {
    return ask("POST", "/processes", { json: { service: "noise", answers } });
  }

  function form(file: File): FormData {
    const body = new FormData();
    body.set("file", file);
    return body;
  }

  function upload(file: File): Promise<Response> {
    const body = new FormData();
    body.set("file", file);
    body.set("question", "evidence");
    return ask("POST", `/drafts/${draft.id}/documents`, { body });
  }

  async function storedFiles(): Promise<string[]> {
    const folder = join(world.folder, "documents");
    const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    return found.filter((entry) => entry.isFile()).map(({ name }) => name);
  }
});
