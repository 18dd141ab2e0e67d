import type { Service } from "@guildhall/contract";
import { eicar, type FakeClamd, startFakeClamd } from "@guildhall/documents/testing";
import type { Browser, Page } from "playwright-core";
import { barriers, chromiumPath, picture, startBrowser, visitor } from "./testing/browser.ts";
import { exampleOf, fillIn } from "./testing/fill-in.ts";
import { startTown, type Town } from "./testing/town.ts";

const service = "artificial-light";
const photo = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
  "base64",
);
const files = [
  { name: "night.png", mimeType: "image/png", buffer: photo },
  { name: "program.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ") },
  { name: "letter.txt", mimeType: "text/plain", buffer: eicar },
];

describe.skipIf(!chromiumPath)("files that are uploaded with JavaScript", () => {
  let clamd: FakeClamd;
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    clamd = await startFakeClamd();
    [town, browser] = await Promise.all([startTown({ CLAMD_URL: clamd.url }), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
    await clamd?.[Symbol.asyncDispose]();
  });

  it("are several at once, each with its own answer, checked while the page stays, and sent along", {
    timeout: 120_000,
  }, async () => {
    const page = await evidencePage();
    await page.setInputFiles("input[type=file]", files);
    await expectText(page, /program\.exe\s+The file must be a JPG/);
    await expectText(page, /letter\.txt.*\s+We found a virus in this file/);
    await page.getByRole("heading", { name: "2 files added" }).waitFor();
    await page.waitForFunction(() => {
      const small = document.querySelector<HTMLImageElement>(".portal-thumbnail");
      return small !== null && small.naturalWidth > 0;
    });
    expect(await barriers(page)).toEqual([]);
    await picture(page, "uploads");

    await page.getByRole("button", { name: "Dismiss" }).click();
    await page.setInputFiles("input[type=file]", [{ ...files[0], name: "second.png" }] as never);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL((url) => !url.pathname.endsWith("/evidence"));
    await page.goBack();
    await expectText(page, /3 files added/);
    expect(await page.innerText("main")).toContain("second.png");
  });

  /** The page that asks for photos, in a journey that has come so far. */
  async function evidencePage(): Promise<Page> {
    const page = await (await visitor(browser, { script: true })).newPage();
    const at = `${town.base}/t/cambridge-city/v1/services/${service}`;
    const definition: Service = await (await fetch(at)).json();
    await page.goto(`${town.base}/c/cambridge-city/services/${service}`);
    await page.getByRole("button", { name: "Start now" }).click();
    const answers = exampleOf("cambridge-city", service, "most");
    const arrived = new Error("arrived");
    const look = async () => {
      if (page.url().endsWith("/evidence")) throw arrived;
    };
    await fillIn(page, { service: definition, answers, look }).catch((error: unknown) => {
      if (error !== arrived) throw error;
    });
    return page;
  }

  async function expectText(page: Page, words: RegExp): Promise<void> {
    await vi.waitFor(async () => expect(await page.innerText("main")).toMatch(words), {
      timeout: 30_000,
    });
  }
});
