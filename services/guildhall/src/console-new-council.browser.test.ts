import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { runCommandLine } from "./command-line.ts";
import { chromiumPath, picture, startBrowser, visitor } from "./testing/browser.ts";
import { signIn, staffPages } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const admin = "ada@fenmarsh.example";

describe.skipIf(!chromiumPath)("a new council", { timeout: 180_000 }, () => {
  let town: Town;
  let browser: Browser;
  let page: Page;
  let leadsTo: string[] = [];
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
    page = await (await visitor(browser)).newPage();
    page.setDefaultTimeout(20_000);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  it("comes from nothing to a first live service in five minutes, without JavaScript", async () => {
    const begun = performance.now();
    await page.goto(`${staffPages(town, "3c-shared")}/councils`);
    await signIn(page, town, "admin@3c-shared.example");
    await page.goto(`${staffPages(town, "3c-shared")}/councils`);
    for (const step of [nameIt, brandIt, saySignIn, connectIt, chooseServices, inviteAdmins])
      await step();
    await createIt();
    await publishFirst();
    expect(performance.now() - begun).toBeLessThan(5 * 60_000);
    const answer = await fetch(`${town.base}/t/fenmarsh/v1/services/stray-dog`);
    expect(await answer.json()).toMatchObject({ version: 1 });
    await page.goto(`${town.base}/c/fenmarsh/services/stray-dog`);
    await show("council-live");
  });

  it("leaves while the server runs, and its addresses answer like one that never was", async () => {
    const file = join(town.data, "fenmarsh.zip");
    const second = ["--tenant", "3c-shared", "--email", "ben@3c-shared.example", "--name", "Ben"];
    await command("person", "add", ...second, "--role", "platform-admin");
    await command("tenant", "export", "fenmarsh", "--everything", file);
    const wish = ["tenant", "erase", "fenmarsh", "--export", file];
    const confirm = ["--confirm", "Fenmarsh District Council", "--by"];
    await command(...wish, ...confirm, "admin@3c-shared.example");
    expect(await statuses()).toEqual([200, 200, 200]);
    await command(...wish, ...confirm, "ben@3c-shared.example");
    expect(await statuses()).toEqual([404, 404, 404]);
    const { data } = await (await fetch(`${town.base}/platform/v1/tenants`)).json();
    expect(data.map(({ id }: { id: string }) => id)).not.toContain("fenmarsh");
  });

  const statuses = async () => {
    const paths = ["c/fenmarsh/", "t/fenmarsh/v1/services", "console/fenmarsh/sign-in"];
    const asked = paths.map((path) => fetch(`${town.base}/${path}`));
    return (await Promise.all(asked)).map(({ status }) => status);
  };
  const command = async (...args: string[]) => {
    const env = { GUILDHALL_DATA: town.data, PATH: process.env.PATH };
    expect(await runCommandLine(args, env, import.meta.url)).toBe(0);
  };

  async function nameIt() {
    await show("councils");
    await press("Take a council on");
    await fill({ name: "Fenmarsh District Council" });
    await show("council-name");
    await go();
  }

  async function brandIt() {
    await fill({ colour: "#5b2a86" });
    await press("Show it");
    await show("council-brand");
    await go();
  }

  async function saySignIn() {
    await show("council-sign-in");
    await go();
  }

  async function connectIt() {
    const kept = readFileSync(join(town.data, "simulator-credentials.json"), "utf8");
    await page.getByLabel("Alloy").check();
    await fill({ reference: "attributes_reference", officeName: "environmental health" });
    await fill({
      alloyKey: "not-the-key-that-it-takes",
      address: "simulator:alloy/cambridge-city",
    });
    await press("Test the connection");
    await page.getByText("does not let us in with this credential").waitFor();
    await fill({ alloyKey: JSON.parse(kept).alloyKey });
    await press("Test the connection");
    await page.getByText("The connection works.").waitFor();
    await show("council-connector");
    await go();
  }

  async function chooseServices() {
    expect(await page.locator("[name=recipes]:checked").count()).toBeGreaterThanOrEqual(24);
    await show("council-services");
    await go();
  }

  async function inviteAdmins() {
    await fill({ adminName1: "Ada Byron", adminEmail1: admin });
    await press(/^Back$/);
    await go();
    expect(await page.locator("[name=adminEmail1]").inputValue()).toBe(admin);
    await show("council-administrators");
    await go();
  }

  async function createIt() {
    await show("council-check");
    await press("Create the council");
    await page.getByText("The council is made").waitFor();
    await page.getByText("1 invited; nobody has signed in yet.").waitFor();
    await show("council-readiness");
    const links = page.locator('main a[href^="/console/fenmarsh/"]');
    leadsTo = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  }

  async function publishFirst() {
    const draft = `${staffPages(town, "fenmarsh")}/services/stray-dog`;
    await page.goto(draft);
    await signIn(page, town, admin);
    await followLinks();
    await sayWhereAnswersGo(draft);
    await page.goto(`${draft}/recipe`);
    const right = page.getByRole("button", { name: "It is right as it is" });
    for (let left = await right.count(); left > 0; left -= 1) await right.first().click();
    await show("council-decided");
    await page.goto(`${draft}/try`);
    await press("Run all scenarios");
    const isGreen = async () => {
      await page.reload();
      return page.getByText("The one scenario went as it has to").first().isVisible();
    };
    await expect.poll(isGreen, { timeout: 60_000, interval: 500 }).toBe(true);
    await show("council-scenario");
    await page.goto(`${draft}/publish/go-live`);
    await fill({ summary: "People can tell us of stray dogs." });
    await press("Publish");
    await page.getByText("It is published.").waitFor();
  }

  /** The readiness report leads to pages that there are. */
  async function followLinks() {
    expect(leadsTo).toContain("/console/fenmarsh/services/stray-dog/try");
    const answers = await Promise.all(leadsTo.map((path) => page.request.get(town.base + path)));
    expect(answers.filter((answer) => answer.status() !== 200)).toEqual([]);
  }

  async function sayWhereAnswersGo(draft: string) {
    await page.goto(`${draft}/destinations`);
    await press("Add a system to send answers to");
    await page.getByLabel("environmental health").check();
    await go();
    const wanted = page.locator("[name=takes] option", { hasText: "Environmental" }).first();
    await page.locator("[name=takes]").selectOption(await wanted.getAttribute("value"));
    await go();
    await press(/^Use all/);
    await press("Category");
    await fill({ fixed: "Dog: loose" });
    await press("Save");
    await show("council-answers-go");
  }

  const show = (name: string) => picture(page, name);
  const go = () => press("Continue");
  async function press(name: string | RegExp): Promise<void> {
    const one = page.getByRole("button", { name }).or(page.getByRole("link", { name })).first();
    await one.click();
    await page.waitForLoadState();
  }
  async function fill(fields: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(fields))
      await page.locator(`[name=${name}]`).fill(value);
  }
});
