import { attachFile } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire";
const api = "/t/exampleshire/v1";

describe("the files of a request on the staff pages", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  let process: string;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser, { roles: ["tenant-admin", "caseworker"] });
    process = await send();
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  const ledger = () => `${root}/processes/${process}/ledger`;
  const delivery = async () => {
    const { html } = await browser.get(`${root}/deliveries`);
    return `${root}/deliveries/${/\/deliveries\/(out_\w+)/.exec(html)?.[1]}`;
  };
  const files = (html: string) => /console-files">.*?<\/ul>/s.exec(html)?.[0] ?? "";
  const textOf = (html: string) => files(html).replaceAll(/<[^>]*>/g, " ");

  it("say what each is, and let nobody open what may do harm", async () => {
    for (const path of [ledger(), await delivery()]) {
      const { status, html } = await browser.get(path);
      expect(status).toBe(200);
      const text = textOf(html).replaceAll(/\s+/g, " ");
      expect(text).toContain("photo.txt (7 bytes) The &lt;fence&gt; Not checked");
      expect(text).toContain("video.mp4 (3.0MB) Being checked");
      expect(text).toContain("letter.txt (3 bytes) Deleted");
      expect(files(html).match(/href=/g)).toHaveLength(1);
    }
  });

  it("are passed on as safely as the API gives them", async () => {
    const { html } = await browser.get(ledger());
    const [, path = ""] = /href="([^"]*\/documents\/[^"]*)"/.exec(html) ?? [];
    const read = await browser.get(path);
    expect([read.status, read.html]).toEqual([200, "a photo"]);
    expect(read.headers.get("content-disposition")).toContain("photo.txt");
    expect(read.headers.get("content-security-policy")).toContain("sandbox");
    expect((await browser.get(`${path}/thumbnail`)).status).toBe(404);
    expect((await browser.get(`${path.slice(0, -1)}x`)).status).toBe(404);
  });

  it("are named to nobody who may not read what people sent", async () => {
    const other = world.open();
    await world.enter(other, { roles: ["tenant-admin"] });
    const { html } = await browser.get(ledger());
    const [, path = ""] = /href="([^"]*\/documents\/[^"]*)"/.exec(html) ?? [];
    const seen = await other.get(ledger());
    expect([seen.status, seen.html.includes("photo.txt")]).toEqual([200, false]);
    expect((await other.get(path)).status).toBe(403);
    expect((await world.open().get(path)).status).toBe(303);
  });

  /** Send a request with a file of each kind. */
  async function send(): Promise<string> {
    const begun = await post("/drafts", { body: JSON.stringify({ service: "noise" }) });
    const { id, token } = (await begun.json()) as { id: string; token: string };
    const body = new FormData();
    body.append("label", "The <fence>");
    body.append("file", new File(["a photo"], "photo.txt", { type: "text/plain" }));
    expect((await post(`/drafts/${id}/documents`, { body, token })).status).toBe(201);
    const ctx = { ...(await world.contextOf("exampleshire")), only: { draft: id } };
    const held = { key: "k", sha256: "aa", storage: "1", contentType: "text/plain" };
    const pending = { name: "video.mp4", bytes: 3_000_000, state: "pending-scan" as const };
    await attachFile(ctx, id, { ...held, ...pending });
    const infected = { name: "letter.txt", bytes: 3, state: "infected" as const };
    await attachFile(ctx, id, { ...held, ...infected });
    const answers = { service: "noise", answers: sampleAnswers };
    const sent = await post("/processes", { body: JSON.stringify(answers), token });
    expect(sent.status).toBe(202);
    return ((await sent.json()) as { id: string }).id;
  }

  function post(
    path: string,
    { body, token }: { body: FormData | string; token?: string },
  ): Promise<Response> {
    const headers = {
      "Idempotency-Key": crypto.randomUUID(),
      ...(typeof body === "string" ? { "Content-Type": "application/json" } : {}),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    };
    return world.ask(`${api}${path}`, { method: "POST", body, headers });
  }
});
