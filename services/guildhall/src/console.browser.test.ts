import type { Browser, Page } from "playwright-core";
import { chromiumPath, startBrowser, visitor } from "./testing/browser.ts";
import { lookAt } from "./testing/look-at.ts";
import { askForLink, signIn, staffPages, typeAskedName } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const admin = `admin@${council}.example`;

describe.skipIf(!chromiumPath)("the staff pages, in a real browser", () => {
  let town: Town;
  let browser: Browser;
  const found: string[] = [];
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
  });
  afterEach(() => {
    expect(found.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  describe.each([
    ["without JavaScript", false],
    ["with JavaScript", true],
  ])("%s", (_, script) => {
    let page: Page;
    beforeEach(async () => {
      page = await (await visitor(browser, { script })).newPage();
      page.setDefaultTimeout(15_000);
      page.on("console", (message) => {
        if (/Content Security Policy/.test(message.text())) found.push(message.text());
      });
    });
    afterEach(() => page.context().close());

    it("let a colleague in by the link that was sent, and lead back to the page they asked for", {
      timeout: 60_000,
    }, async () => {
      await page.goto(`${town.base}/console/`);
      await look("front");
      await page.goto(`${staffPages(town, council)}/access?cursor=`);
      expect(new URL(page.url()).pathname).toBe(`/console/${council}/sign-in`);
      await page.getByRole("button", { name: "Send me a link" }).click();
      expect(await page.title()).toMatch(/^Error: /);
      await look("sign-in-faults");
      const link = await askForLink(page, town, admin);
      await look("link-sent");
      await page.goto(link);
      await look("link");
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByText("You work for").waitFor();
      expect(page.url()).toBe(`${staffPages(town, council)}/access?cursor=`);
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.getByText("You have signed out").waitFor();
      await look("sign-in-out");
      await page.goBack();
      await page.reload();
      expect(page.url()).toContain("/sign-in?");
    });

    it("issue a key that gets in, change it, rotate it and end it", {
      timeout: 60_000,
    }, async () => {
      await enter(page, admin);
      await page.getByRole("link", { name: "Keys", exact: true }).first().click();
      await look("keys");
      await page.getByRole("button", { name: "Issue a key" }).click();
      await look("key-new");
      await page.getByLabel("With its own key pair").check();
      await page.getByRole("button", { name: "Issue the key" }).click();
      expect(await page.title()).toMatch(/^Error: /);
      await look("key-new-faults");
      const name = script ? "Acme Casework" : "Acme Case Desk";
      await page.getByLabel("Name").fill(name);
      await page.getByLabel("A vendor").check();
      await page.getByLabel("See requests and how far they have got").check();
      await page.getByLabel("With a secret").check();
      await page.getByRole("button", { name: "Issue the key" }).click();
      await page.getByRole("heading", { name: `A key for ${name}` }).waitFor();
      await look("key-shown");
      const key = await page.locator("pre").innerText();
      expect(page.url()).not.toContain(key.slice(-20));
      expect(await statusWith(key)).toBe(200);

      await page.getByRole("button", { name: "Go to the key" }).click();
      await look("key");
      await page.getByRole("button", { name: "Change it" }).click();
      await page.getByLabel("Only from these networks").fill("203.0.113.0/24");
      await look("key-change");
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByText("The key has been changed").waitFor();
      await vi.waitFor(async () => expect(await statusWith(key)).toBe(403), 5000);
      await page.getByRole("button", { name: "Change it" }).click();
      await page.getByLabel("Only from these networks").fill("");
      await page.getByRole("button", { name: "Save" }).click();

      await page.getByRole("button", { name: "Give it a new secret" }).click();
      await look("key-rotate");
      await page.getByLabel("End it now").check();
      await page.getByRole("button", { name: "Make a new secret" }).click();
      const fresh = await page.locator("pre").innerText();
      await vi.waitFor(async () => expect(await statusWith(key)).toBe(401), 5000);
      expect(await statusWith(fresh)).toBe(200);

      await page.getByRole("button", { name: "Go to the key" }).click();
      await page.getByRole("button", { name: "End it" }).click();
      await look("key-revoke");
      await page.getByRole("button", { name: "End the key" }).click();
      await page.getByText("Nothing that uses it gets in any more").waitFor();
      await look("key-revoked");
      await vi.waitFor(async () => expect(await statusWith(fresh)).toBe(401), 5000);
    });

    it("approve a part of a request for access, and refuse another", {
      timeout: 60_000,
    }, async () => {
      const organisations = script
        ? ["Warm Homes Advice", "Cold Calls Ltd"]
        : ["Warm Homes Trust", "Cold Calls plc"];
      for (const organisation of organisations) await askForAccess(organisation);
      await enter(page, admin);
      await page.getByRole("link", { name: "Requests for access" }).first().click();
      await look("access-list");
      await page.getByRole("link", { name: organisations[0] ?? "" }).click();
      await look("access");
      await page.getByLabel("Read notes on a request").uncheck();
      await page.getByLabel("6 months").check();
      await page.getByRole("button", { name: "Approve" }).click();
      const said = await page.locator("main").innerText();
      expect(said).toContain("Approved");
      expect(/^May.*$/ms.exec(said)?.[0]).not.toContain("Read notes");

      await page.getByRole("link", { name: "Back", exact: true }).click();
      await page.getByRole("link", { name: organisations[1] ?? "" }).click();
      await page.getByRole("button", { name: "Refuse" }).click();
      expect(await page.title()).toMatch(/^Error: /);
      await look("access-faults");
      await page.getByLabel("Why").fill("You did not say who you are.");
      await page.getByRole("button", { name: "Refuse" }).click();
      await page.getByText("Refused because").waitFor();
      await look("access-refused");

      await page.getByRole("link", { name: "End the test key" }).click();
      await look("access-end-test-key");
      await page.getByRole("button", { name: "End the test key" }).click();
      await page.getByText("The test key has ended").waitFor();
    });

    it("add a colleague, who sees at the next page that a role was taken away", {
      timeout: 60_000,
    }, async () => {
      await enter(page, admin);
      await page.getByRole("link", { name: "People" }).first().click();
      await look("people");
      await page.getByRole("button", { name: "Add a colleague" }).click();
      await page.getByRole("button", { name: "Add them" }).click();
      await look("person-new-faults");
      const email = `${script ? "grace" : "hopper"}@${council}.example`;
      await page.getByLabel("Full name").fill("Grace Hopper");
      await page.getByLabel("Work email address").fill(email);
      await page.getByLabel("Administrator").check();
      await page.getByRole("button", { name: "Add them" }).click();
      await page.getByText("They are let in").waitFor();

      const grace = await (await visitor(browser, { script })).newPage();
      await enter(grace, email);
      await grace.getByRole("link", { name: "Keys", exact: true }).first().click();
      await grace.getByRole("heading", { name: "Keys", exact: true }).waitFor();

      await page.getByRole("row", { name: email }).getByRole("link").click();
      await look("person");
      await page.getByLabel("Administrator").uncheck();
      await page.getByLabel("Viewer").check();
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByText("What they may do has been changed").waitFor();
      await vi.waitFor(async () => {
        await grace.reload();
        expect(await grace.title()).toContain("This is not part of your role");
      }, 5000);
      await look("not-your-role", grace);
      await grace.goto(`${staffPages(town, council)}/`);
      expect(await grace.getByRole("link", { name: "Keys", exact: true }).count()).toBe(0);
      await look("home-of-viewer", grace);

      await page.getByRole("button", { name: "Sign out everywhere" }).click();
      await page.getByRole("heading", { name: "out everywhere?" }).waitFor();
      await page.getByRole("button", { name: "Sign out everywhere" }).click();
      await page.getByText("They are signed out everywhere").waitFor();
      await vi.waitFor(async () => {
        await grace.reload();
        expect(grace.url()).toContain("/sign-in?");
      }, 5000);
      await page.getByRole("button", { name: "Remove" }).click();
      await look("person-remove");
      await typeAskedName(page);
      await page.getByRole("button", { name: "Remove them" }).click();
      await page.getByText("They have been removed").waitFor();
      await grace.context().close();
    });

    it("will not take the last administrator away", { timeout: 60_000 }, async () => {
      await enter(page, admin);
      await page.getByRole("link", { name: "People" }).first().click();
      await page.getByRole("row", { name: admin }).getByRole("link").click();
      await page.getByLabel("Administrator").uncheck();
      await page.getByLabel("Viewer").check();
      await page.getByRole("button", { name: "Save" }).click();
      expect(await page.locator(".govuk-error-summary").innerText()).toContain("Nobody else can");
      await look("person-faults");
      await page.getByRole("button", { name: "Remove" }).click();
      await typeAskedName(page);
      await page.getByRole("button", { name: "Remove them" }).click();
      expect(await page.locator(".govuk-error-summary").innerText()).toContain("Nobody else can");
    });

    /** What looks for barriers is itself a script. */
    async function look(name: string, at = page): Promise<void> {
      if (script) found.push(...(await lookAt(at, `console-${name}`)));
    }
  });

  async function enter(page: Page, email: string): Promise<void> {
    await page.goto(`${staffPages(town, council)}/`);
    await signIn(page, town, email);
  }

  async function statusWith(key: string): Promise<number> {
    const headers = { Authorization: `Bearer ${key}` };
    return (await fetch(`${town.base}/t/${council}/v1/processes`, { headers })).status;
  }

  async function askForAccess(organisation: string): Promise<void> {
    const response = await fetch(`${town.base}/t/${council}/v1/access-requests`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
      body: JSON.stringify({
        organisation,
        kind: "partner",
        purpose: "To tell the people whom we advise how far their reports have got.",
        scopes: ["processes:read", "notes:read"],
        contact: { name: "Grace Hopper", email: "grace@warm-homes.example" },
        wants: "live",
      }),
    });
    expect(response.status).toBe(201);
  }
});
