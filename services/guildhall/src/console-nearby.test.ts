import { beginServiceDraft, getDraftReadiness, getServiceDraft } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire/services/noise";
const page = `${root}/nearby`;

describe("what others see nearby", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser, { roles: ["designer"] });
    await beginServiceDraft(await context(), { service: "noise" });
  });
  afterEach(async () => {
    expect(world.faults).toEqual([]);
    await world[Symbol.asyncDispose]();
  });
  const context = () => world.contextOf("exampleshire");
  const kept = async () => (await getServiceDraft(await context(), "noise")).definition.lookFirst;
  const save = async (typed: Record<string, string>) =>
    browser.post(page, { ...fieldsIn((await browser.get(page)).html), ...typed });

  it("is reached from what happens, and says what is seen and what is not", async () => {
    expect((await browser.get(`${root}/process`)).html).toContain(page);
    const { html } = await browser.get(page);
    expect(html).toContain("Nobody sees what was said, pictures, notes, names or addresses.");
    expect(html).toContain("The form must ask for a place on a map");
  });

  it("is switched on with a declaration, and off again", async () => {
    await save({ shows: "yes", inPublic: "yes", metres: "250" });
    expect(await kept()).toEqual({ inPublic: true, metres: 250, days: 60 });
    await save({ shows: "no" });
    expect(await kept()).toBeUndefined();
  });

  it.each([
    [{ shows: "yes" }, "Confirm that all of it lies in public"],
    [{ shows: "yes", inPublic: "yes", metres: "5" }, "Enter a distance from 10 to 2000 metres"],
    [{ shows: "yes", inPublic: "yes", days: "" }, "Enter a number of days from 1 to 365"],
  ])("is not saved as %j", async (typed, sentence) => {
    const { status, html } = await save(typed);
    expect(status).toBe(422);
    expect(html).toContain(sentence);
    expect(await kept()).toBeUndefined();
  });

  it("keeps a service without a place from being published", async () => {
    await save({ shows: "yes", inPublic: "yes" });
    const { sections } = await getDraftReadiness(await context(), "noise");
    const found = sections.flatMap(({ findings }) => findings);
    expect(found.filter(({ at }) => at === "/lookFirst")).toMatchObject([
      { code: "look-first-unworkable", advice: false },
      { code: "look-first-private", advice: true },
    ]);
  });
});
