import { callbackUrl, createFakePlatform, type FakePlatform } from "../fixtures/fake-platform.ts";
import { form, startSimulators, type TestSimulators } from "../fixtures/test-simulators.ts";
import { logOn, soap, submission, textsOf } from "../fixtures/test-uniform.ts";

const base = "/uniform/exampleshire";
const address = `${base}/cases/26-00001-SR`;
const visit = { type: "EHCUR", officer: "EHCALL", day: "2026-03-10", time: "14:30" };

describe("Uniform's officer", () => {
  let world: TestSimulators;
  let platform: FakePlatform;
  beforeEach(async () => {
    platform = createFakePlatform();
    world = startSimulators({ fetch: platform.fetch });
    await submit(submission({ nature: "What is wrong?\nDamp &lt;script&gt;" }));
  });
  afterEach(() => world.close());

  const submit = async (content: string) =>
    soap(world, "SubmitGeneralServiceRequest", content, { cookie: await logOn(world) });
  const page = async (path = address) => (await world.request(path)).text();
  const post = (action: string, fields: Record<string, string>, origin?: string) =>
    world.request(`${address}/${action}`, form(fields, origin));
  const isShown = async (words: string) => (await page()).includes(words);

  it.each([
    "26/00001/SR Housing disrepair",
    "<dt>What is wrong?</dt><dd>Damp &lt;script&gt;</dd>",
    "Online reference EXA-2222-3333",
    "<dt>Email</dt><dd>ann@example.org</dd>",
    "<dt>Rooms with problems</dt><dd>3</dd>",
    "Grid reference TL 4600 6200",
    "<span>Housing</span>",
  ])("reads what came in: %s", async (words) => {
    expect(await isShown(words)).toBe(true);
  });

  it("opens documents, and sees the citizen's page, with the right that came with a request", async () => {
    const field = (name: string, value: string) =>
      `<s:SR_Xtra><s:FieldName>${name}</s:FieldName><s:FieldValue>${value}</s:FieldValue></s:SR_Xtra>`;
    const link = field("CALLBACK", callbackUrl) + field("GRANT", "grant-1");
    await submit(
      submission({ reference: "EXA-9" }).replace("<s:XtraValues>", `<s:XtraValues>${link}`),
    );
    const linked = `${base}/cases/26-00002-SR`;
    const html = await page(linked);

    expect(html.includes("The form as it was sent")).toBe(true);
    expect(html.includes("An officer is looking into it.")).toBe(true);
    expect(html.includes("grant-1")).toBe(false);
    expect(platform.lines()).toEqual(["GET processes/prc_1/documents", "GET tracking/EXA-9"]);
    expect(await page(`${linked}/documents/doc_1`)).toBe("<p>Loud music</p>");
    expect(platform.calls.at(-1)?.headers.get("authorization")).toBe("Bearer grant-1");
    expect((await world.request(`${address}/documents/doc_1`)).status).toBe(404);
  });

  it("changes the status, closes with an action, and reopens", async () => {
    await post("status", { status: "4_INV" });
    expect(await isShown('class="tag">Under investigation')).toBe(true);

    const closed = await post("close", { action: "TREAT" });
    expect(closed.headers.get("location")).toBe(`${address}?saved=close`);
    expect(await isShown('class="tag closed">Closed')).toBe(true);
    expect(await isShown("<dd>Works completed</dd>")).toBe(true);

    await post("status", { status: "4_INV" });
    expect(await isShown("<dd>Works completed</dd>")).toBe(false);
  });

  it("books a visit, which moves the status, and finds it after a restart", async () => {
    await post("visits", { ...visit, comments: "Bring a meter\r\n<today>" });
    world.restart();

    expect(await isShown("First visit, Housing officer")).toBe(true);
    expect(await isShown("Bring a meter\n&lt;today&gt;")).toBe(true);
    expect(await isShown('class="tag">Visit arranged')).toBe(true);
  });

  it("records a visit that has been without moving the status", async () => {
    await post("visits", { ...visit, day: "2026-03-01" });

    expect(await isShown("First visit, Housing officer")).toBe(true);
    expect(await isShown('class="tag">Received')).toBe(true);
  });

  it("leaves a closed request closed when a visit is added", async () => {
    await post("close", { action: "NFA" });
    await post("visits", visit);

    expect(await isShown('class="tag closed">Closed')).toBe(true);
  });

  it("adds an action to a visit", async () => {
    await post("visits", visit);
    const [reference = ""] = /26\/\d{5}\/INSP\/01/.exec(await page()) ?? [];
    const added = await post("actions", {
      visit: reference,
      code: "EHPCU",
      actionOfficer: "EHCALL",
      due: "2026-03-20",
    });

    expect(added.status).toBe(303);
    expect(await isShown("Write to the landlord, due 2026-03-20, by Housing officer")).toBe(true);
  });

  it("says that Uniform tells nobody by itself", async () => {
    await post("status", { status: "4_INV" });
    const html = await page(`${address}?saved=status`);

    expect(html.includes("Nobody is told: this request did not come from the platform.")).toBe(
      true,
    );
    expect((await page(`${address}?saved=constructor`)).includes('id="saved"')).toBe(false);
  });

  it.each([
    ["status", { status: "8_CLO" }, "Choose a status"],
    ["status", { status: "X" }, "Choose a status"],
    ["close", { action: "" }, "Choose a closing action"],
    ["visits", { ...visit, type: "X" }, "Choose a type of visit"],
    ["visits", { ...visit, officer: "X" }, "Choose an officer"],
    ["visits", { ...visit, day: "10/03/2026" }, "Enter a day"],
    ["visits", { ...visit, time: "" }, "Enter a time"],
    ["visits", { ...visit, comments: "x".repeat(4001) }, "The comments must be"],
    ["actions", { visit: "26/1" }, "Choose a visit"],
  ])("is told what is wrong with %s %j", async (action, fields, words) => {
    const before = await page();
    const response = await post(action, fields);

    expect(response.status).toBe(400);
    expect((await response.text()).includes(words)).toBe(true);
    expect(await page()).toBe(before);
  });

  it("is not acted for by a page from elsewhere", async () => {
    const response = await post("close", { action: "NFA" }, "https://elsewhere.test");

    expect(response.status).toBe(403);
    expect(await isShown("tag closed")).toBe(false);
  });

  it("finds requests by state, by kind and by words, with what was taken by telephone", async () => {
    const list = async (query: string) =>
      [...(await page(`${base}/${query}`)).matchAll(/cases\/(26-\d{5}-\w+)/g)].map(([, id]) => id);

    expect(await list("")).toEqual(["26-00001-SR", "26-00003-PE", "26-00007-FS"]);
    expect(await list("?state=closed")).toEqual([]);
    expect(await list("?kind=F")).toEqual(["26-00007-FS"]);
    expect(await list("?q=kim%20baker")).toEqual(["26-00007-FS"]);
    expect(await list("?q=EXA-2222")).toEqual(["26-00001-SR"]);
    expect((await page(`${base}/`)).includes(">Food (1)<")).toBe(true);
    expect((await world.request(`${base}/cases/26-00002-SR`)).status).toBe(404);
  });

  it("enters what was taken by telephone once", async () => {
    world.at = new Date("2027-03-03T09:15:00Z");
    world.restart();

    expect((await page(`${base}/`)).match(/-FS"/g)).toHaveLength(1);
  });

  it("keeps a request of another type from the operation that reads general ones", async () => {
    const content = "<m:ReferenceValue>26/00007/FS</m:ReferenceValue>";
    const cookie = await logOn(world);
    const { text } = await soap(world, "GetGeneralServiceRequestByReferenceValue", content, {
      cookie,
    });

    expect(textsOf(text, "MessageBrief")).toEqual(["No such request"]);
  });
});
