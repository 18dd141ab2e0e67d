import type { DraftDefinition, Process, StartedProcess } from "@guildhall/contract";
import {
  asPlatform,
  beginServiceDraft,
  type Context,
  getServiceDraft,
  getServiceVersion,
  publishService,
  readDeliveryContents,
} from "@guildhall/domain";
import { findSchemaSet, listOutbox } from "@guildhall/store";
import { createSchemaChecker } from "@guildhall/xml";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, picture, startBrowser, visitor } from "./testing/browser.ts";
import { exampleOf } from "./testing/fill-in.ts";
import { KeyCount } from "./testing/key-count.ts";
import { signIn, staffPages } from "./testing/staff.ts";
import { startTown, type Town } from "./testing/town.ts";

const council = "cambridge-city";
const like = "smoke-bonfire";
const service = "garden-smoke";
/** How many keys may be pressed beside those that type words. */
const mostKeys = 100;

describe.skipIf(!chromiumPath)(
  "a live service that is to go to another system",
  { timeout: 240_000 },
  () => {
    let town: Town;
    let browser: Browser;
    let page: Page;
    let keys: KeyCount;
    let ctx: Context;
    beforeAll(async () => {
      [town, browser] = await Promise.all([startTown(), startBrowser()]);
      const ground = await town.running.platform.groundFor(council);
      if (!ground) throw new Error("There is a council");
      ctx = asPlatform(ground);
      await publishLive();
      await beginServiceDraft(ctx, { service });
      page = await (await visitor(browser, { script: true })).newPage();
      page.setDefaultTimeout(20_000);
      await page.goto(`${staffPages(town, council)}/services`);
      await signIn(page, town, `designer@${council}.example`);
      await page.goto(`${staffPages(town, council)}/services/${service}`);
      keys = new KeyCount(page);
    });
    afterAll(async () => {
      await browser?.close();
      await town?.[Symbol.asyncDispose]();
    });

    it("goes there by changing only its mapping, is tried and published, without a mouse", async () => {
      const before = (await getServiceDraft(ctx, service)).definition;
      await sendElsewhere();
      const after = (await getServiceDraft(ctx, service)).definition;
      expect(withoutMapping(after)).toEqual(withoutMapping(before));
      expect(after.mappings).toMatchObject([{ id: "case", connector: "uniform", format: "xml" }]);
      await testAndPublish();
      expect(keys.pressed).toBeLessThanOrEqual(mostKeys);
      expect((await getServiceVersion(ctx, service)).definition.mappings).toEqual(after.mappings);
      const sent = await documentOfReport();
      expect(sent).toContain("<s4:ComplaintType>HGEN</s4:ComplaintType>");
      const schema = await findSchemaSet(ctx.db, "uniform-general");
      const checker = createSchemaChecker();
      if (schema) expect(await checker.check(schema, sent)).toEqual([]);
      await checker.close();
    });

    /** A service that goes to Alloy, with one scenario, as an officer would have made it. */
    async function publishLive(): Promise<void> {
      const { definition } = await getServiceVersion(ctx, like);
      const scenarios = definition.scenarios.filter(({ fault }) => fault === undefined);
      const title = "Report smoke from a garden";
      await publishService(ctx, { ...definition, id: service, title, scenarios });
    }

    async function sendElsewhere() {
      await keys.press("Where answers go");
      await keys.press(/^Send to another system/);
      await keys.choose("connector", "uniform");
      await keys.send();
      await keys.type("takes", "Report disrepair");
      await keys.press("Continue");
      await picture(page, "build-elsewhere", { whole: false });
      await keys.press(/^Complaint type$/);
      await keys.type("fixed", "HGEN");
      await keys.press("Save");
    }

    async function testAndPublish() {
      await keys.press("See what there is still to do");
      await keys.press("Go on with: try it");
      await keys.choose("answers", "made-up");
      await keys.send();
      await page.getByText("It went round the whole circle").first().waitFor({ timeout: 70_000 });
      await keys.press("Try it");
      await keys.press("Run all scenarios");
      const verdict = page.getByText(/scenarios? went/).first();
      await verdict.waitFor({ timeout: 70_000 });
      expect(await verdict.innerText()).toBe("The one scenario went as it has to.");
      await keys.press("Go on to publish it");
      await keys.press("Go on to publish it");
      await keys.type("summary", "Another team looks into smoke now.");
      await keys.press("Publish");
    }

    /** Report something, wait until Uniform has it, and read what it was sent. */
    async function documentOfReport(): Promise<string> {
      const { evidence: _, ...answers } = exampleOf(council, like, "least");
      const { id, reference } = await ask<StartedProcess>("/processes", { service, answers });
      const taken = await vi.waitFor(async () => {
        const { destinations } = await ask<Process>(`/processes/${id}`);
        const accepted = destinations.find(({ state }) => state === "accepted");
        if (!accepted) throw new Error(`It went to ${JSON.stringify(destinations)}`);
        return accepted;
      }, 30_000);
      const theirs = taken.reference?.replaceAll("/", "-");
      const desk = await fetch(`${town.simulators}/uniform/${council}/cases/${theirs}`);
      expect(await desk.text()).toContain(reference);
      const [owed] = (await listOutbox(ctx.db, [id])).filter(({ kind }) => kind === "delivery");
      const read = await readDeliveryContents(ctx, owed?.id ?? "", { reason: "find-a-fault" });
      return read.document?.text ?? "";
    }

    async function ask<T>(path: string, json?: unknown): Promise<T> {
      const response = await fetch(`${town.base}/t/${council}/v1${path}`, {
        method: json === undefined ? "GET" : "POST",
        headers: {
          Authorization: `Bearer ${town.keys[council]?.partner}`,
          "Content-Type": "application/json",
          "Idempotency-Key": crypto.randomUUID(),
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      });
      return (await response.json()) as T; // What the platform answers is proved elsewhere.
    }
  },
);

/** A service without its mapping and what speaks of that alone. */
function withoutMapping({ mappings: _, scenarios = [], ...rest }: DraftDefinition) {
  const kept = scenarios.map(({ expects: { documentHas: __, ...expects }, ...scenario }) => {
    return { ...scenario, expects };
  });
  return { ...rest, scenarios: kept };
}
