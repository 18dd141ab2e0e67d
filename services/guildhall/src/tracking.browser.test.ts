import { fileURLToPath } from "node:url";
import { addNote, asPlatform, type Context, startProcess } from "@guildhall/domain";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, picture, startBrowser, visitor } from "./testing/browser.ts";
import { exampleOf } from "./testing/fill-in.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const service = "noise-nuisance";
const photo = fileURLToPath(new URL("../../../docs/pictures/officer-phone.png", import.meta.url));

describe.skipIf(!chromiumPath)("an open tracking page", () => {
  let town: Town;
  let browser: Browser;
  let ctx: Context;
  let page: Page;
  let process: string;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
    const ground = await town.running.platform.groundFor(council);
    if (!ground) throw new Error("There is no such council");
    ctx = asPlatform(ground);
    const answers = exampleOf(council, service, "least");
    const { id, reference, trackingKey } = await startProcess(ctx, { service, answers });
    process = id;
    page = await (await visitor(browser, { script: true })).newPage();
    await page.goto(`${town.base}/c/${council}/track/${reference}?key=${trackingKey}`);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  it("shows what happens as it happens, says so, and leaves the focus where it is", async () => {
    await picture(page, "tracking-open");
    await page.getByRole("link", { name: "Track a request" }).focus();
    await addNote(ctx, process, { contents: "We call on Friday.", visibleToCitizen: true });
    await page.getByText("We call on Friday.").waitFor();
    const said = page.locator("[data-live-said]");
    expect(await said.textContent()).toContain("This page has changed.");
    expect(await page.evaluate("document.activeElement.textContent.trim()")).toBe(
      "Track a request",
    );
  });

  it("takes a note with a photo from its citizen, and shows both", async () => {
    await page.getByRole("button", { name: "Add a note or photos" }).click();
    await page.getByLabel("Your note").fill("It is louder at night.");
    await page.getByLabel("Photos or files").setInputFiles(photo);
    await picture(page, "tracking-add");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("What you added is with us.").waitFor();
    const main = await page.innerText("main");
    expect(main).toContain("It is louder at night.");
    expect(main).toContain("officer-phone.png");
    await picture(page, "tracking-added");
  });
});
