import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, reloadUntil, startBrowser, visitor } from "./testing/browser.ts";
import { lookAt } from "./testing/look-at.ts";
import { signIn, staffPages } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";

describe.skipIf(!chromiumPath)("the staff pages of webhooks and calls", () => {
  let town: Town;
  let browser: Browser;
  let url: string;
  let answer = 204;
  const receiver = createServer((_, response) => response.writeHead(answer).end());
  const found: string[] = [];
  beforeAll(async () => {
    await once(receiver.listen(0, "127.0.0.1"), "listening");
    // It listens on TCP, so its address has a port.
    const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    url = `http://${host}/hook`;
    [town, browser] = await Promise.all([
      startTown({ ALLOW_LOOPBACK_CALLBACKS: host }),
      startBrowser(),
    ]);
  });
  afterEach(() => {
    expect(found.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    receiver.closeAllConnections();
    receiver.close();
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  describe.each([
    ["without JavaScript", false],
    ["with JavaScript", true],
  ])("%s", (_, script) => {
    let page: Page;
    beforeEach(async () => {
      answer = 204;
      page = await (await visitor(browser, { script })).newPage();
      page.setDefaultTimeout(15_000);
      page.on("console", (message) => {
        if (/Content Security Policy/.test(message.text())) found.push(message.text());
      });
      await page.goto(`${staffPages(town, council)}/`);
      await signIn(page, town, `admin@${council}.example`);
      await look("home");
    });
    afterEach(() => page.context().close());

    it("add a webhook, try it, send again what failed, and remove it", {
      timeout: 120_000,
    }, async () => {
      await page.getByRole("link", { name: "Webhooks" }).first().click();
      await look("webhooks");
      await page.getByRole("button", { name: "Add a webhook" }).click();
      await page.getByLabel("Address to call").fill("https://10.0.0.7/");
      await page.getByLabel("Somebody sent a request in").check();
      await press("Add the webhook");
      expect(await page.innerText(".govuk-error-summary")).toContain("may not be called");
      await look("webhook-new-faults");
      await page.getByLabel("Address to call").fill(url);
      await press("Add the webhook");
      expect(await page.innerText("main")).toMatch(/whpk_/);

      await press("Send a test");
      await reloadUntil(page, /Arrived/);
      answer = 410;
      await press("Send a test");
      await reloadUntil(page, /said that it is gone/);
      await look("webhook-off");
      answer = 204;
      await press("Switch on");
      await press("Send all that failed in three days again");
      await reloadUntil(page, /^(?!.*Refused).*Arrived/s);
      await page
        .getByRole("button", { name: /^Send again/ })
        .first()
        .click();
      await page.getByText("It is being sent again").waitFor();
      await look("webhook");

      await press("Make a new signing key");
      await look("webhook-rotate");
      await press("Make a new one");
      expect(await page.innerText("main")).toContain("Two sign");
      await press("Remove");
      await look("webhook-remove");
      await press("Remove it");
      await page.getByText("The webhook has been removed").waitFor();
    });

    it("show the secret of a webhook once", { timeout: 60_000 }, async () => {
      await page.goto(`${staffPages(town, council)}/webhooks/new`);
      await page.getByLabel("Address to call").fill(url);
      await page.getByLabel("A note was added").check();
      await page.getByLabel("With a secret").check();
      await press("Add the webhook");
      const secret = await page.innerText("pre");
      expect(secret).toMatch(/^whsec_/);
      await page.reload();
      expect(await page.innerText("main")).toContain("shown once already");
      expect(await page.content()).not.toContain(secret);
      await look("secret-again");
      await press("Go to the webhook");
      await press("Remove");
      await press("Remove it");
    });

    it("show who called what, by day and one by one, and as a spreadsheet", {
      timeout: 60_000,
    }, async () => {
      expect((await call("/processes")).status).toBe(200);
      expect((await call("/people")).status).toBe(403);
      await page.getByRole("link", { name: "Calls", exact: true }).first().click();
      await reloadUntil(page, /scope-missing/);
      await look("calls");
      await page.getByLabel("Outcome").selectOption("refused");
      await page.getByLabel("Who").selectOption({ label: "Partner (demo)" });
      await page.getByLabel("Since").selectOption("30");
      await press("Search");
      const rows = await page.locator("[aria-label='Each call'] tbody tr").allInnerTexts();
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toMatch(/Partner \(demo\).*\/v1\/people.*Refused/s);
      const href = await page.getByRole("link", { name: "spreadsheet" }).getAttribute("href");
      const sheet = await page.request.get(`${town.base}${href}`);
      expect(sheet.headers()["content-disposition"]).toContain("calls.csv");
      const [, ...lines] = (await sheet.text()).trim().split("\r\n");
      expect(lines).toHaveLength(rows.length);
      await page.getByLabel("Route").fill("/v1/nowhere");
      await press("Search");
      await page.getByText("No call fits").waitFor();
      await look("calls-none");
    });

    /** What looks for barriers is itself a script. */
    async function look(name: string): Promise<void> {
      if (script) found.push(...(await lookAt(page, `console-${name}`)));
    }

    function press(name: string): Promise<void> {
      return page.getByRole("button", { name, exact: true }).click();
    }
  });

  function call(path: string): Promise<Response> {
    const headers = { Authorization: `Bearer ${town.keys[council]?.partner}` };
    return fetch(`${town.base}/t/${council}/v1${path}`, { headers });
  }
});
