import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { type ApiWorld, createApiWorld } from "./testing.ts";

const executablePath = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) =>
    ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)),
  )
  .find((path) => existsSync(path));

describe.skipIf(!executablePath)("the documentation page, in a real browser", () => {
  let world: ApiWorld;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath ?? "",
      args: ["--no-sandbox", "--disable-gpu"],
    });
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    world = await createApiWorld();
    page = await browser.newPage();
    complaints = [];
    page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
    page.on("pageerror", ({ message }) => complaints.push(message));
    await page.route("**/*", async (route) => {
      const request = route.request();
      const { pathname, search } = new URL(request.url());
      const response = await world.fetch(pathname + search, {
        method: request.method(),
        headers: request.headers(),
        ...(request.postData() === null ? {} : { body: request.postData() }),
      });
      await route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      });
    });
    await page.goto(`${world.ground.issuer}/docs/`);
  });
  afterEach(async () => {
    await page.close();
    await world[Symbol.asyncDispose]();
  });

  it("takes a key, and calls the API with it", { timeout: 60_000 }, async () => {
    const { id } = await world.start();
    await page.getByRole("button", { name: "Authorize" }).click();
    await page.getByLabel("auth-bearer-value").fill(world.key);
    await page.getByRole("button", { name: "Apply credentials" }).click();
    await page.locator(".modal-ux .close-modal").click();
    await open("listProcesses");
    expect(await tryOut("listProcesses")).toContain(id);
    expect(complaints).toEqual([]);
  });

  it("makes every call under an Idempotency-Key of its own", { timeout: 60_000 }, async () => {
    const panel = await open("beginDraft");
    await panel.locator("textarea").fill(JSON.stringify({ service: "noise" }));
    const [first, second] = [await tryOut("beginDraft"), await tryOut("beginDraft")];
    expect(JSON.parse(first).token).toEqual(expect.any(String));
    expect(JSON.parse(second).id).not.toBe(JSON.parse(first).id);
  });

  async function open(operation: string): Promise<Locator> {
    const panel = page.locator(`[id$="-${operation}"]`).first();
    await scrollTo(panel);
    await panel.locator(".opblock-summary-control").click();
    return panel;
  }

  /** Of a long document, Swagger UI draws only what is in view. */
  async function scrollTo(panel: Locator): Promise<void> {
    await page.locator(".operations-virtual").waitFor();
    for (let steps = 0; steps < 60 && (await panel.count()) === 0; steps += 1) {
      await page.mouse.wheel(0, 300);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  /** Call an operation from its open panel and give the body of the answer. */
  async function tryOut(operation: string): Promise<string> {
    const answered = page.waitForResponse((response) => response.url().includes("/v1/"));
    await page.locator(`[id$="-${operation}"]`).getByRole("button", { name: "Execute" }).click();
    return (await answered).text();
  }
});
