import type { Browser } from "playwright-core";
import { lookAtAll } from "./testing/access/look-at-all.ts";
import { chromiumPath, startBrowser } from "./testing/browser.ts";
import { insteadOfApi, seeEveryStaffPage } from "./testing/console-gallery/console-gallery.ts";
import { createConsoleWorld } from "./testing/console-world.ts";

describe.skipIf(!chromiumPath)("every kind of page that a member of staff comes upon", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  it("keeps nobody out", { timeout: 1_200_000 }, async () => {
    await using world = await createConsoleWorld(insteadOfApi);
    const exhibits = await seeEveryStaffPage(world);
    expect(await lookAtAll(browser, exhibits, world.request)).toEqual([]);
  });
});
