import type { Browser } from "playwright-core";
import { chromiumPath, picture, startBrowser, visitor } from "./testing/browser.ts";
import { exampleOf } from "./testing/fill-in.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const service = "dog-fouling-animals";

describe.skipIf(!chromiumPath)(
  "a request that has ended, in a real browser without JavaScript",
  () => {
    let town: Town;
    let browser: Browser;
    beforeAll(async () => {
      [town, browser] = await Promise.all([startTown(), startBrowser()]);
    });
    afterAll(async () => {
      await browser?.close();
      await town?.[Symbol.asyncDispose]();
    });

    it("is said not to be fixed, goes on, is done and is rated once", {
      timeout: 120_000,
    }, async () => {
      const answers = withoutFiles(exampleOf(council, service, "most"));
      const started = await call("POST", "/processes", { service, answers });
      const { id, reference, trackingKey } = started;
      await complete(id, "closed", "We found nothing there. Ask the parish council about the bin.");

      const page = await (await visitor(browser, { phone: true })).newPage();
      await page.goto(`${town.base}/c/${council}/track/${reference}?key=${trackingKey}`);
      const ended = await page.innerText("main");
      expect(ended).toContain("Closed without action");
      expect(ended).toContain("Ask the parish council about the bin.");
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
      await picture(page, "ended-phone");
      await page.getByRole("button", { name: "Tell us that it is not fixed" }).click();
      await page.getByLabel("What is still wrong?").fill("It is still there, beside the bench.");
      await picture(page, "not-fixed-phone");
      await page.getByRole("button", { name: "Open my request again" }).click();
      await page.getByRole("heading", { name: "Your request is open again" }).waitFor();
      await page.getByRole("button", { name: "Go back to your request" }).click();
      const open = await page.innerText("main");
      expect(open).toContain("You said that it is not fixed");
      expect(open).toContain("beside the bench");
      expect(open).not.toContain("How satisfied are you");

      await complete(id, "completed");
      await page.reload();
      expect(await page.innerText("main")).not.toContain("Is it not fixed?");
      await page.getByLabel("Satisfied", { exact: true }).check();
      await page.getByLabel("What could we do better? (optional)").fill("Look twice.");
      await page.getByRole("button", { name: "Send", exact: true }).click();
      await page.getByText("Thank you for telling us").waitFor();
      expect(await page.getByLabel("Very satisfied").count()).toBe(0);
      await picture(page, "rated-phone");
    });

    function withoutFiles(answers: Readonly<Record<string, unknown>>) {
      const isFiles = (value: unknown) =>
        Array.isArray(value) && value.some((one) => /^doc_|\.\w{3,4}$/.test(String(one)));
      return Object.fromEntries(Object.entries(answers).filter(([, value]) => !isFiles(value)));
    }

    /** Complete what the team has to do now. */
    async function complete(id: string, outcome: string, words?: string): Promise<void> {
      const { data } = await call("GET", `/processes/${id}/tasks`);
      const open = data.find(({ state }: { state: string }) => state === "open");
      await call("POST", `/tasks/${open.id}/complete`, { outcome, ...(words && { words }) });
    }

    async function call(method: string, path: string, body?: object) {
      const response = await fetch(`${town.base}/t/${council}/v1${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${town.keys[council]?.[path === "/processes" ? "partner" : "vendor"]}`,
          "Content-Type": "application/json",
          "Idempotency-Key": crypto.randomUUID(),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const said = await response.json();
      if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(said)}`);
      return said;
    }
  },
);
