import type { Browser, Page } from "playwright-core";
import { chromiumPath, picture, startBrowser, visitor } from "./testing/browser.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "south-cambridgeshire";
const service = "street-litter";
const timeout = 120_000;
const place = { latitude: 52.2197, longitude: -0.0682 };
const follower = "bob@example.com";

describe.skipIf(!chromiumPath)("looking before one reports, in a real browser", () => {
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    [town, browser] = await Promise.all([startTown(), startBrowser()]);
  }, timeout);
  afterAll(async () => {
    await browser?.close();
    await town?.[Symbol.asyncDispose]();
  });

  async function call(method: string, path: string, body?: object) {
    const response = await fetch(`${town.base}/t/${council}/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${town.keys[council]?.[path === "/processes" ? "partner" : "vendor"]}`,
        "Content-Type": "application/json",
        "Idempotency-Key": `look-first-${crypto.randomUUID()}`,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect([200, 201, 202]).toContain(response.status);
    return response.json();
  }

  const mailsTo = async (address: string) => {
    const mails = (await town.running.platform.mailbox?.list({ limit: 50 })) ?? [];
    return mails.filter(({ to }) => to === address);
  };

  async function mailed(address: string, subject: RegExp) {
    const found = async () =>
      (await mailsTo(address)).find((mail) => subject.test(mail.subject)) ?? fail(subject);
    return vi.waitFor(found, { timeout: 30_000, interval: 100 });
  }

  /** Come to where the form asks whether it is among what is known. */
  async function reachStep(page: Page): Promise<void> {
    page.setDefaultTimeout(15_000);
    await page.goto(`${town.base}/c/${council}/services/${service}`);
    await page.getByRole("button", { name: "Start now" }).click();
    await page.getByLabel("Dumped rubbish").check();
    await goOn(page);
    await page.locator('button[name="place-step"][value^="hand:"]').first().click();
    await page.getByLabel(/^Latitude/).fill(String(place.latitude + 0.0003));
    await page.getByLabel(/^Longitude/).fill(String(place.longitude));
    await goOn(page);
  }

  const goOn = (page: Page) =>
    page.getByRole("button", { name: "Continue", exact: true }).last().click();

  it("shows a second person what the first has sent, tells them of it, and stops when they say so", {
    timeout,
  }, async () => {
    const answers = {
      litterKind: "dumped",
      litterPlace: place,
      litterAmount: "car",
      litterHarmful: false,
      yourName: "Ada Byron",
      yourEmail: "ada@example.com",
    };
    const { id, reference } = await call("POST", "/processes", { service, answers });

    const page = await (await visitor(browser, { phone: true })).newPage();
    await reachStep(page);
    await page.getByRole("heading", { name: "Is it one of these?" }).waitFor();
    const said = await page.innerText("main");
    expect(said).toContain(reference);
    expect(said).not.toMatch(/Ada|Byron/);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
    await picture(page, "look-first-phone");

    await page.getByRole("button", { name: /Keep me informed instead/ }).click();
    await page.getByLabel("Your email address").fill(follower);
    await picture(page, "follow-phone");
    await page.getByRole("button", { name: "Send me a link to confirm" }).click();
    await page.getByRole("heading", { name: "Check your email" }).waitFor();
    await picture(page, "follow-asked-phone");

    const letter = await mailed(follower, /Confirm that you want updates/);
    await page.goto(/http\S+\/following\/\w+/.exec(letter.text)?.[0] ?? "");
    await page.getByRole("button", { name: "Yes, send me updates" }).click();
    await page.getByRole("heading", { name: "You get updates about this report" }).waitFor();

    const [task] = (await call("GET", `/processes/${id}/tasks`)).data;
    await call("PATCH", `/tasks/${task.id}`, { stage: "planned" });
    const update = await mailed(follower, /: Planned$/);
    expect(update.text).not.toMatch(/Ada|Byron|key=/);
    const stop = /http\S+\/following\/\w+\/stop/.exec(update.text)?.[0] ?? "";
    expect(update.headers?.["List-Unsubscribe"]).toBe(`<${stop}>`);

    await page.goto(stop);
    await page.getByRole("button", { name: "Stop these updates" }).click();
    await page.getByRole("heading", { name: "You get no updates about this report" }).waitFor();
    const ended = { outcome: "completed", fields: {} };
    await call("POST", `/tasks/${task.id}/complete`, ended);
    await mailed("ada@example.com", /has ended/);
    expect(await mailsTo(follower)).toHaveLength(2);
    await page.context().close();
  });

  it("goes on where it is none of them, and does not ask again", { timeout }, async () => {
    const page = await (await visitor(browser)).newPage();
    const answers = {
      litterKind: "litter",
      litterPlace: place,
      litterHarmful: false,
    };
    await call("POST", "/processes", { service, answers });
    await reachStep(page);
    await picture(page, "look-first");
    await page.getByRole("button", { name: "None of these, continue" }).click();
    await page.waitForURL(/\/more$/);
    await page.goBack();
    await page.goBack();
    await page.waitForURL(/\/where/);
    await goOn(page);
    await page.waitForURL(/\/more$/);
    await page.context().close();
  });
});

function fail(subject: RegExp): never {
  throw new Error(`No message is called ${subject}`);
}
