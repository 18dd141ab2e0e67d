import { readdir, rm, truncate } from "node:fs/promises";
import { join } from "node:path";
import { sampleAnswers } from "@guildhall/domain/testing";
import { type ApiWorld, createApiWorld } from "../testing.ts";

describe("documents over the API", () => {
  let world: ApiWorld;
  let process: string;
  let form: string;
  let evidence: string;
  beforeEach(async () => {
    world = await createApiWorld();
    ({ process, form, evidence } = await submitWithEvidence());
  });
  afterEach(() => world[Symbol.asyncDispose]());

  it("show the form as a page that runs nothing and is not kept", async () => {
    const response = await read(form);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expectSafe(response);
    const page = await response.text();
    expect(page).toContain("Ada &lt;script&gt;Byron");
    expect(page).not.toContain("<script>");
  });

  it.each([
    ["application/json", "application/json"],
    ["application/json, text/plain", "application/json"],
    ["text/html, application/json", "text/html; charset=utf-8"],
    ["*/*", "text/html; charset=utf-8"],
  ])("show the form to whoever accepts %s as %s", async (accept, type) => {
    const response = await read(form, { headers: { Accept: accept } });
    expect(response.headers.get("content-type")).toBe(type);
    expectSafe(response);
  });

  it("give the form as a PDF that can be kept, to whoever asks for one", async () => {
    const response = await read(form, { headers: { Accept: "application/pdf" } });
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(response.headers.get("content-disposition")).toContain(".pdf");
    expectSafe(response);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 8).toString()).toBe("%PDF-1.7");
    expect(response.headers.get("content-length")).toBe(String(bytes.length));
  });

  it("give evidence back byte for byte, to be saved under its name and not to be opened", async () => {
    const response = await read(evidence);
    expect(await response.text()).toBe("drums");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/plain",
      "content-length": "5",
      "content-disposition": `attachment; filename="Larm __.txt"; filename*=UTF-8''L%C3%A4rm%20%27%27.txt`,
    });
    expectSafe(response);
  });

  it("say the same of evidence to HEAD, and leave its file alone", async () => {
    const reads: string[] = [];
    const { read: open } = world.files;
    world.files.read = async (...given) => {
      reads.push(given[0]);
      return open(...given);
    };
    const head = await world.ask("HEAD", `/documents/${evidence}`, { as: world.key });
    expect(head.headers.get("content-length")).toBe("5");
    expect(await head.text()).toBe("");
    expect(reads).toEqual([]);
  });

  it("are in the process's story once they were read", async () => {
    await read(form);
    const events = await world.ask("GET", `/processes/${process}/events`, { as: world.key });
    expect((await events.json()).data).toContainEqual(
      expect.objectContaining({ type: "document.read", subject: form }),
    );
  });

  it("are told apart from a file that is damaged before anything of it is sent", async () => {
    for (const path of await storedPaths()) await truncate(path, 10);
    const response = await read(evidence);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ code: "unexpected" });
    expect(world.faults).toHaveLength(1);
  });

  it("are not found where their bytes are gone", async () => {
    for (const path of await storedPaths()) await rm(path);
    expect((await read(evidence)).status).toBe(404);
  });

  it("are not there for another process's grant, as if they had never been", async () => {
    const other = await world.start();
    const as = world.grantFor(other.id);
    for (const id of [form, evidence]) {
      const foreign = await world.ask("GET", `/documents/${id}`, { as });
      const unknown = await world.ask("GET", "/documents/doc_01kb3zq8w5v0t6m2h9r4c7d1xe", { as });
      expect(foreign.status).toBe(404);
      expect(await foreign.text()).toBe(await unknown.text());
    }
  });

  it.each(["doc_1", "..%2f..%2fdirectory.db", "%00", "frm_%00", "doc_01KB3ZQ8W5V0T6M2H9R4C7D1XE"])(
    "are not found at %s",
    async (id) => {
      expect((await read(id)).status).toBe(404);
    },
  );

  function read(id: string, asking = {}): Promise<Response> {
    return world.ask("GET", `/documents/${id}`, { as: world.key, ...asking });
  }

  function expectSafe({ headers }: Response): void {
    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "content-security-policy": expect.stringContaining("sandbox; default-src 'none'"),
    });
  }

  async function submitWithEvidence() {
    const draft = await world.ask("POST", "/drafts", { json: { service: "noise" } });
    const { id, token } = await draft.json();
    const body = new FormData();
    body.set("file", new File(["drums"], "Lärm ''.txt", { type: "text/plain" }));
    const sent = await world.ask("POST", `/drafts/${id}/documents`, { as: token, body });
    const document = (await sent.json()).id;
    const answers = { ...sampleAnswers, fullName: "Ada <script>Byron", evidence: [document] };
    const json = { service: "noise", answers };
    const started = await (await world.ask("POST", "/processes", { as: token, json })).json();
    return { process: started.id, form: started.id.replace("prc_", "frm_"), evidence: document };
  }

  async function storedPaths(): Promise<string[]> {
    const folder = join(world.folder, "documents");
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  }
});
