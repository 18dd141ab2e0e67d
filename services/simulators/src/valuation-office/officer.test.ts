import { createSchemaChecker } from "@guildhall/xml";
import { form, type TestSimulators } from "../fixtures/test-simulators.ts";
import {
  base,
  became,
  logIn,
  reportFile,
  startValuationOffice,
  upload,
} from "../fixtures/test-valuation.ts";

const address = `${base}/cases/out_1`;

describe("the Valuation Office's officer", () => {
  const checker = createSchemaChecker();
  let world: TestSimulators;
  let headers: Record<string, string>;

  beforeEach(async () => {
    world = startValuationOffice(checker);
    headers = await logIn(world);
  });
  afterEach(() => world.close());
  afterAll(() => checker.close());

  const send = async (xml = reportFile()) => {
    await upload(world, { headers, xml });
    await world.current().settled();
  };
  const page = async (path = address) => (await world.request(path)).text();
  const post = (action: string, fields: Record<string, string> = {}, origin?: string) =>
    world.request(`${address}/${action}`, form(fields, origin));

  it("sees what came in by its reason, transaction and first address", async () => {
    await send();

    expect(await page(`${base}/`)).toContain("CR05 One home has been split into several");
    expect(await page(`${base}/`)).toContain("CAM-2V4K-7XQP · out_1");
    expect(await page()).toContain("The Old Rectory, 14 Sample Lane, Exampleton, CB99 9ZZ");
  });

  it("reads the file with an element on each line, even where it came in one", async () => {
    await send(reportFile().replace(/>\s+</g, "><"));

    const html = await page();
    expect(html).toContain(
      "<code>    &lt;BillingAuthority&gt;Cambridge City Council&lt;/BillingAuthority&gt;</code>",
    );
    expect(html).toContain("SchemaVersion=&quot;4-0&quot;");
    expect(html).toContain("xmlns:pdt=");
  });

  it("reads whatever is in the file as text", async () => {
    await send(reportFile("awkward"));

    expect(await page()).toContain("&amp;lt;b&amp;gt;Fish &amp;amp; Chips");
    expect(await page()).not.toContain("<b>Fish");
  });

  it("finds each fault beside its line", async () => {
    await send(reportFile().replace("CB99 9ZZ", "cb99 9zz").replace('"4-0"', '"3-0"'));

    const html = await page();
    expect(html).toContain("Failed");
    expect(html).toMatch(/cb99 9zz&lt;\/Postcode&gt;<\/code><p class="wrong">2000 Postcode/);
    expect(html).toMatch(/&lt;BAreports[^<]*<\/code><p class="wrong">2000 SchemaVersion/);
    const [, target] = /href="#(at-[^"]+)"/.exec(html) ?? [];
    expect(html).toContain(`<span id="${target}">`);
  });

  it.each([
    ["accept", "Submitted", false],
    ["done", "Done", true],
    ["cancel", "Cancelled", true],
  ])("can %s a submission, which the platform then hears of", async (action, status, closed) => {
    await send();
    world.at = new Date("2026-03-03T09:20:00Z");

    expect((await post(action)).status).toBe(303);
    expect(await became(world, headers)).toMatchObject({
      status,
      updatedAt: "2026-03-03T09:20:00.000Z",
    });
    expect(await page()).toContain(`class="tag ${closed ? "closed" : "good"}">${status}`);
    expect((await page()).includes(">Decide<")).toBe(!closed);
  });

  it("can reject one with a code, and accept it after all", async () => {
    await send();
    await post("reject", { code: "1005" });

    expect(await became(world, headers)).toMatchObject({
      status: "Failed",
      errors: [{ code: "1005" }],
    });
    await post("accept");
    expect(await became(world, headers)).toMatchObject({ status: "Submitted", errors: [] });
  });

  it.each([{}, { code: "" }, { code: "9999" }, { code: "toString" }])(
    "has to say what is wrong: %j",
    async (fields: Record<string, string>) => {
      await send();

      const response = await post("reject", fields);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain("Choose what is wrong");
      expect(await became(world, headers)).toMatchObject({ status: "Verified" });
    },
  );

  it("lists what is open, what is over, and one state alone", async () => {
    await send();
    await post("done");

    expect(await page(`${base}/`)).toContain("None here");
    expect(await page(`${base}/?state=closed`)).toContain("out_1");
    expect(await page(`${base}/?state=Done`)).toContain("out_1");
    expect(await page(`${base}/?state=Verified`)).not.toContain("out_1");
  });

  it("finds everything again after a restart", async () => {
    await send();
    await post("accept");
    world.restart();

    expect(await page()).toContain("Submitted");
  });

  it("is not led here from elsewhere", async () => {
    await send();

    expect((await post("done", {}, "https://elsewhere.test")).status).toBe(403);
    expect(await became(world, headers)).toMatchObject({ status: "Verified" });
  });

  it("finds no page of what never came", async () => {
    expect((await world.request(`${base}/cases/out_9`)).status).toBe(404);
    expect((await world.request(`${base}/cases/out_9/done`, form({}))).status).toBe(404);
  });
});
