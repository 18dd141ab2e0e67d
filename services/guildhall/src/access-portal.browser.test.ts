import { createPortal } from "@guildhall/portal";
import { createFakeApi, publicUrl, seeEveryPage } from "@guildhall/portal/testing";
import type { Browser } from "playwright-core";
import { lookAtAll } from "./testing/access/look-at-all.ts";
import { chromiumPath, startBrowser } from "./testing/browser.ts";

describe.skipIf(!chromiumPath)("every kind of page that a citizen comes upon", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  it("keeps nobody out", { timeout: 600_000 }, async () => {
    const { fetch } = createFakeApi();
    const portal = createPortal({ fetch, apiOrigin: "https://api.example", publicUrl });
    const ask = async (path: string) => portal.request(`${publicUrl}${path}`);
    expect(await lookAtAll(browser, await seeEveryPage(), ask)).toEqual([]);
  });
});
