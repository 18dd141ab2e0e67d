import type { Service } from "@guildhall/contract";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { chromiumPath, picture, startBrowser, visitor } from "./testing/browser.ts";
import { exampleOf, fillIn } from "./testing/fill-in.ts";
import { lookAt } from "./testing/look-at.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "south-cambridgeshire";
const service = "noise-nuisance";
const timeout = 240_000;

describe.skipIf(!chromiumPath)("a service in Welsh, in a real browser", () => {
  let town: Town;
  let browser: Browser;
  let definition: Service;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
    definition = await (
      await fetch(`${town.base}/t/${council}/v1/services/${service}?language=cy`)
    ).json();
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  async function begin(context: BrowserContext): Promise<Page> {
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(`${town.base}/c/${council}/`);
    await page.getByRole("link", { name: "Cymraeg" }).click();
    await page.getByRole("link", { name: definition.title }).click();
    await page.getByRole("button", { name: "Dechrau nawr" }).click();
    return page;
  }

  const languageOf = (page: Page) => page.locator("html").getAttribute("lang");

  /** Read a page in English and in Welsh again, with something typed that was not sent yet. */
  async function thereAndBack(page: Page): Promise<void> {
    const field = page.locator("textarea").first();
    await field.fill("Curiad dwfn");
    await page.getByRole("button", { name: "English" }).click();
    expect(await languageOf(page)).toBe("en-GB");
    expect(await field.inputValue()).toBe("Curiad dwfn");
    await picture(page, "welsh-in-english");
    await page.getByRole("button", { name: "Cymraeg" }).click();
    expect(await languageOf(page)).toBe("cy");
    expect(await field.inputValue()).toBe("Curiad dwfn");
  }

  it("is filled in without JavaScript to where it is followed, and read in English half way", {
    timeout,
  }, async () => {
    const context = await visitor(browser);
    const page = await begin(context);
    const answers = exampleOf(council, service, "cockerel");
    let switched = false;
    const look = async (at: Page) => {
      expect(await languageOf(at)).toBe("cy");
      await picture(at, `welsh-question-${new URL(at.url()).pathname.split("/").at(-1)}`);
      if (switched || (await at.locator("textarea").count()) === 0) return;
      switched = true;
      await thereAndBack(at);
    };
    await fillIn(page, { service: definition, answers, look });
    expect(switched).toBe(true);
    await picture(page, "welsh-check");
    await page.getByRole("link", { name: "English" }).click();
    expect(await page.innerText("main")).toContain("They crow from before dawn.");
    await page.getByRole("link", { name: "Cymraeg" }).click();
    await page.getByRole("button", { name: "Anfon", exact: true }).click();
    expect(await page.locator("h1").innerText()).toContain("Mae eich cais gennym");
    await picture(page, "welsh-confirmation");
    await page.getByRole("link", { name: "Dilyn eich cais" }).click();
    expect(new URL(page.url()).pathname).toMatch(/^\/c\/south-cambridgeshire\/cy\/track\/SCA-/);
    const said = await page.innerText("main");
    expect(said).toContain("Rydym wedi derbyn eich cais");
    expect(said).not.toMatch(/\b(?:We|Your|The|request|received)\b/);
    await picture(page, "welsh-tracking");
    await leadsBack(page);
    await context.close();
  });

  /** The letter is in Welsh, and its link leads to the Welsh page. */
  async function leadsBack(page: Page): Promise<void> {
    await vi.waitFor(async () => expect(await letters()).not.toEqual([]), { timeout: 30_000 });
    const [letter] = await letters();
    const link = /http\S+\/track\/\S+\?key=\w+/.exec(letter?.text ?? "")?.[0] ?? "";
    expect(link).toContain(`/c/${council}/cy/track/`);
    await page.goto(link);
    expect(await languageOf(page)).toBe("cy");
  }

  async function letters() {
    const mails = (await town.running.platform.mailbox?.list({ limit: 50 })) ?? [];
    return mails.filter(({ to }) => to === "noor@example.com");
  }

  it("keeps nobody out, at a desk and on a phone", { timeout }, async () => {
    const page = await (await visitor(browser, { script: true })).newPage();
    const found: string[] = [];
    const at = `${town.base}/c/${council}/cy`;
    for (const [name, path] of [
      ["home", "/"],
      ["start", `/services/${service}`],
      ["track", "/track"],
      ["track-fault", "/track?reference=x"],
      ["privacy", "/privacy"],
      ["service-privacy", `/services/${service}/privacy`],
      ["cookies", "/cookies"],
      ["accessibility", "/accessibility"],
      ["not-found", "/nothing"],
      ["not-in-welsh", "/services/barking-dog"],
    ] as const) {
      await page.goto(`${at}${path}`);
      found.push(...(await lookAt(page, `welsh-${name}`)));
    }
    await page.context().close();
    const asked = await begin(await visitor(browser, { script: true }));
    found.push(...(await lookAt(asked, "welsh-question")));
    await asked.getByRole("button", { name: "Parhau", exact: true }).click();
    found.push(...(await lookAt(asked, "welsh-question-wrong")));
    await asked.context().close();
    expect(found).toEqual([]);
  });
});
