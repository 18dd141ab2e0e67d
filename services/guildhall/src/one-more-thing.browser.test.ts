import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, picture, reloadUntil, startBrowser, visitor } from "./testing/browser.ts";
import { exampleOf } from "./testing/fill-in.ts";
import { signIn, staffPages } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const email = "rowan.ellis@example.com";
const photo = join(import.meta.dirname, "../../../docs/pictures/build-home.png");

describe.skipIf(!chromiumPath)("one more thing, in a real browser without JavaScript", () => {
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  it("is asked by staff, answered with a photo, and with the case in Alloy", {
    timeout: 180_000,
  }, async () => {
    const { id, reference } = await start();
    await askAsStaff(id);
    const page = await answerAsCitizen(await linkInMail());
    await picture(page, "information-sent");
    await page.getByRole("link", { name: "See how far your request has got" }).click();
    expect(await page.innerText("main")).toContain("You answered what we asked");

    const officer = await (await visitor(browser)).newPage();
    await officer.goto(`${town.simulators}/alloy/${council}/`);
    const row = officer.getByRole("row", { name: new RegExp(reference) });
    await row.getByRole("link").first().click();
    await reloadUntil(officer, /On the second floor & at the back/);
    await reloadUntil(officer, /build-home\.png/);
    await picture(officer, "officer-alloy-one-more-thing");

    const staff = await openStaff(id);
    expect(await staff.innerText("main")).toContain("On the second floor & at the back");
    await picture(staff, "staff-information-answered");
  });

  async function start(): Promise<{ id: string; reference: string }> {
    const answers = exampleOf(council, "noise-nuisance", "most");
    const evidence = Object.fromEntries(
      Object.entries(answers).filter(([, value]) => !isFiles(value)),
    );
    const response = await fetch(`${town.base}/t/${council}/v1/processes`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${town.keys[council]?.partner}`,
        "Content-Type": "application/json",
        "Idempotency-Key": crypto.randomUUID(),
      },
      body: JSON.stringify({ service: "noise-nuisance", answers: evidence }),
    });
    return (await response.json()) as { id: string; reference: string };
  }

  function isFiles(value: unknown): boolean {
    return Array.isArray(value) && value.some((one) => /^doc_|\.\w{3,4}$/.test(String(one)));
  }

  async function openStaff(id: string): Promise<Page> {
    const page = await (await visitor(browser)).newPage();
    const at = `${staffPages(town, council)}/processes/${id}/ask`;
    await page.goto(at);
    await signIn(page, town, `officer@${council}.example`);
    await page.goto(at);
    return page;
  }

  async function askAsStaff(id: string): Promise<void> {
    const page = await openStaff(id);
    await page
      .getByLabel("A question in your own words (optional)")
      .fill("Which floor does the noise come from?");
    await page.getByLabel("Ask for photos or other files").check();
    await page
      .getByLabel("Why do you ask?")
      .fill("The officer could not tell where it comes from.");
    await picture(page, "staff-information");
    await page.getByRole("button", { name: "See what they will read" }).click();
    await picture(page, "staff-information-look");
    await page.getByRole("button", { name: "Ask them" }).click();
    await page.getByText("Waiting for an answer").waitFor();
  }

  async function linkInMail(): Promise<string> {
    return vi.waitFor(async () => {
      const mails = (await town.running.platform.mailbox?.list({ limit: 50 })) ?? [];
      const asked = mails.find(({ to, subject }) => to === email && /one more thing/.test(subject));
      const [link] = /https?:\S+\/answer\?key=\w+/.exec(asked?.text ?? "") ?? [];
      if (link === undefined) throw new Error("no link was sent");
      expect(asked?.text).toContain("Which floor does the noise come from?");
      return link;
    }, 20_000);
  }

  async function answerAsCitizen(link: string): Promise<Page> {
    const page = await (await visitor(browser, { phone: true })).newPage();
    await page.goto(link);
    expect(await page.innerText("h1")).toBe("We need one more thing from you");
    await picture(page, "information-question");
    await page
      .getByLabel("Which floor does the noise come from?")
      .fill("On the second floor & at the back");
    await page.locator("input[type=file]").setInputFiles(photo);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("heading", { name: "Check your answers" }).waitFor();
    expect(await page.innerText("main")).toContain("build-home.png");
    await picture(page, "information-check");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("heading", { name: "We have your answer" }).waitFor();
    return page;
  }
});
