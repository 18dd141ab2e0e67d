import type { Service } from "@guildhall/contract";
import { asPlatform, sharePreview } from "@guildhall/domain";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, startBrowser, visitor } from "./testing/browser.ts";
import { exampleOf, fillIn } from "./testing/fill-in.ts";
import { lookAt } from "./testing/look-at.ts";
import { signIn, staffPages } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const service = "noise-nuisance";
const timeout = 180_000;
const banner = "Nothing you enter here is sent.";

describe.skipIf(!chromiumPath)("a preview of a service, in a real browser", () => {
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  async function share(): Promise<string> {
    const ground = await town.running.platform.groundFor(council);
    if (!ground) throw new Error(`There is no ${council}`);
    const { id: _, ...live } = (await ground.catalogue.live(service)).definition;
    const { url = "" } = await sharePreview(asPlatform(ground), service, {
      name: "For the panel",
      definition: { ...live, title: "Tell us about a din" },
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      showsComments: true,
    });
    return new URL(url).pathname;
  }
  async function processes(): Promise<unknown> {
    const headers = { Authorization: `Bearer ${town.keys[council]?.vendor}` };
    const url = `${town.base}/t/${council}/v1/processes?limit=100`;
    return (await fetch(url, { headers })).json();
  }
  async function begin(path: string, { script = false } = {}): Promise<Page> {
    const context = await visitor(browser, { script });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(`${town.base}${path}`);
    return page;
  }

  it("is filled in to its end without JavaScript, and sends nothing", { timeout }, async () => {
    const before = await processes();
    const path = await share();
    const page = await begin(path);
    expect(await page.locator("h1").innerText()).toBe("Tell us about a din");
    await page.getByRole("button", { name: "Start now" }).click();
    const described = await fetch(`${town.base}/t/${council}/v1/services/${service}`);
    const answers = exampleOf(council, service, "boat");
    const real = (await described.json()) as Service;
    const pages = real.form.pages.map((one) => ({
      ...one,
      questions: one.questions.filter(({ type }) => type !== "files"),
    }));
    await fillIn(page, {
      service: { ...real, form: { ...real.form, pages } },
      answers,
      look: async (each) => expect(await each.innerText("body")).toContain(banner),
    });
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("Nothing was sent.").waitFor();
    expect(await processes()).toEqual(before);
    await page.context().close();
  });

  it("is spoken of beside the question, by whoever has the link", { timeout }, async () => {
    const path = await share();
    const page = await begin(path);
    await page.getByRole("button", { name: "Start now" }).click();
    const question = await page.locator("h1").innerText();
    await page.getByRole("button", { name: "Add your comment" }).click();
    await page.getByRole("link", { name: "Enter your comment" }).waitFor();
    await page.getByLabel("Your comment").fill("I would <b>not</b> know.");
    await page.getByLabel("Your name").fill("Grace");
    await page.getByRole("button", { name: "Add your comment" }).click();
    await page.getByText("Thank you. Your comment has been added.").waitFor();
    const other = await begin(path);
    await other.getByRole("button", { name: "Start now" }).click();
    expect(await other.innerText("main")).toContain("I would <b>not</b> know.");
    expect((await other.request.get(other.url())).headers()["x-robots-tag"]).toBe("noindex");

    await other.goto(`${staffPages(town, council)}/previews`);
    await signIn(other, town, `designer@${council}.example`);
    await other.goto(`${staffPages(town, council)}/previews`);
    await other.getByRole("link", { name: "For the panel" }).first().click();
    expect(await other.innerText("main")).toContain(question);
    await other.getByRole("button", { name: "It is dealt with" }).click();
    await other.getByText("dealt with it").waitFor();
    await other.getByText("End this preview").click();
    await other.getByRole("button", { name: "End it now" }).click();
    await other.getByText("The preview has ended.").waitFor();
    const wrong = await page.request.get(`${town.base}/c/${council}/preview/${"A".repeat(43)}`);
    for (const gone of [path, `${path}/services/${service}`, `/c/${council}/preview/short`]) {
      const answer = await page.request.get(`${town.base}${gone}`);
      expect([answer.status(), await answer.text()]).toEqual([404, await wrong.text()]);
    }
    await page.context().close();
    await other.context().close();
  });

  it("keeps nobody out, at a desk and on a phone", { timeout }, async () => {
    const page = await begin(await share(), { script: true });
    const found = await lookAt(page, "preview-0-start");
    await page.getByRole("button", { name: "Start now" }).click();
    found.push(...(await lookAt(page, "preview-1-question")));
    await page.getByRole("button", { name: "Add your comment" }).click();
    found.push(...(await lookAt(page, "preview-2-comment-wrong")));
    await page.goto(`${staffPages(town, council)}/previews`);
    await signIn(page, town, `designer@${council}.example`);
    await page.goto(`${staffPages(town, council)}/previews`);
    found.push(...(await lookAt(page, "preview-3-staff")));
    await page.getByRole("link", { name: "For the panel" }).first().click();
    found.push(...(await lookAt(page, "preview-4-comments")));
    await page.context().close();
    expect(found).toEqual([]);
  });
});
