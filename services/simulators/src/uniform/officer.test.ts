import { form, startSimulators, type TestSimulators } from "../fixtures/test-simulators.ts";
import { logOn, soap, submission } from "../fixtures/test-uniform.ts";

const base = "/uniform/exampleshire";
const address = `${base}/cases/26-00001-SR`;

describe("Uniform's officer", () => {
  let world: TestSimulators;
  beforeEach(async () => {
    world = startSimulators();
    const cookie = await logOn(world);
    const content = submission({ nature: "Damp &lt;script&gt;" });
    await soap(world, "SubmitGeneralServiceRequest", content, { cookie });
  });
  afterEach(() => world.close());

  const page = async (path = address) => (await world.request(path)).text();
  const post = (action: string, fields: Record<string, string>, origin?: string) =>
    world.request(`${address}/${action}`, form(fields, origin));

  it("reads what came in, escaped", async () => {
    const html = await page();

    expect(html).toContain("26/00001/SR Housing disrepair");
    expect(html).toContain("Damp &lt;script&gt;");
    expect(html).toContain("GH EXA-2222-3333");
    expect(html).toContain("EMAIL: ann@example.org");
  });

  it("changes the status, closes with an action, and reopens", async () => {
    await post("status", { status: "4_INV" });
    expect(await page()).toContain('class="tag">Under investigation');

    const closed = await post("close", { action: "TREAT" });
    expect(closed.status).toBe(303);
    expect(await page()).toContain('class="tag closed">Closed');
    expect(await page()).toContain("Works completed");

    await post("status", { status: "4_INV" });
    expect(await page()).not.toContain("Works completed</dd>");
  });

  it("adds a comment as a visit, and finds it after a restart", async () => {
    await post("visits", { comments: "Visited\r\n<today>" });
    world.restart();

    expect(await page()).toContain("Visited\n&lt;today&gt;");
  });

  it.each([
    ["status", { status: "8_CLO" }, "Choose a status"],
    ["status", { status: "X" }, "Choose a status"],
    ["close", { action: "" }, "Choose a closing action"],
    ["visits", { comments: "" }, "Enter a comment"],
    ["visits", { comments: "x".repeat(4001) }, "The comment must be"],
  ])("is told what is wrong with %s %j", async (action, fields, words) => {
    const before = await page();
    const response = await post(action, fields);

    expect(response.status).toBe(400);
    expect(await response.text()).toContain(words);
    expect(await page()).toBe(before);
  });

  it("is not acted for by a page from elsewhere", async () => {
    const response = await post("close", { action: "NFA" }, "https://elsewhere.test");

    expect(response.status).toBe(403);
    expect(await page()).not.toContain("tag closed");
  });

  it("lists requests by state, and has no page for an unknown one", async () => {
    expect(await page(`${base}/`)).toContain("26/00001/SR");
    expect(await page(`${base}/?state=closed`)).not.toContain("26/00001/SR");
    expect((await world.request(`${base}/cases/26-00002-SR`)).status).toBe(404);
  });
});
