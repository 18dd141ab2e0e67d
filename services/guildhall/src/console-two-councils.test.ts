import { getServiceDraft, publishService, shareRecipe } from "@guildhall/domain";
import { noise } from "@guildhall/domain/testing";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const source = "/form/pages/noise/questions/noiseSource";
const pub = "/form/pages/noise/questions/pubName";
const councils = ["exampleshire", "westshire"] as const;
type Council = (typeof councils)[number];
const once = () => crypto.randomUUID();

describe("a recipe that two councils have changed differently", () => {
  let world: ConsoleWorld;
  let browsers: Record<Council, StaffBrowser>;
  beforeEach(async () => {
    world = await createConsoleWorld();
    await world.addCouncil("westshire");
    browsers = { exampleshire: world.open(), westshire: world.open() };
    for (const council of councils)
      await world.enter(browsers[council], { tenant: council, roles: ["designer"] });
    await publish({});
    await share("The first.");
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  it("is taken anew by both on their pages, and neither loses what is its own", async () => {
    for (const council of councils) expect((await adopt(council)).status).toBe(303);
    await change("exampleshire", `${source}/label`, "Whence?");
    await change("exampleshire", "/whatHappensNext", "We ring you.");
    await change("westshire", `${pub}/label`, "Pub or club");
    await publish({ noiseSource: { hint: "Your best guess." }, pubName: { label: "Which pub?" } });
    await share("Names the pub plainly.");

    const first = await upgradePage("exampleshire");
    expect(first).toContain("Names the pub plainly.");
    expect(first).not.toContain('name="take-0"');
    expect((await upgrade("exampleshire", first)).location).toMatch(/done=recipe-upgraded$/);

    const second = await upgradePage("westshire");
    expect(second).toContain("Pub or club");
    expect(second).toContain("Which pub?");
    const undecided = await upgrade("westshire", second);
    expect(undecided.status).toBe(409);
    expect(await labels("westshire")).toMatchObject({ hint: undefined, pub: "Pub or club" });
    const decided = await upgrade("westshire", second, { "take-0": "ours" });
    expect(decided.location).toMatch(/done=recipe-upgraded$/);

    expect(await labels("exampleshire")).toEqual({
      source: "Whence?",
      hint: "Your best guess.",
      pub: "Which pub?",
      next: "We ring you.",
      adopted: { recipe: "din", version: 2 },
    });
    expect(await labels("westshire")).toEqual({
      source: "Where does the noise come from?",
      hint: "Your best guess.",
      pub: "Pub or club",
      next: noise.whatHappensNext,
      adopted: { recipe: "din", version: 2 },
    });
  });

  const author = () => world.contextOf("otherton");
  const home = (council: Council) => `/console/${council}/services/report-a-din`;
  const adopt = (council: Council) =>
    browsers[council].post(`/console/${council}/cookbook/recipes/din/adopt`, {
      once: once(),
      title: "Report a din",
    });
  const share = async (news: string) =>
    shareRecipe(await author(), { service: "din", news, withMappings: false, parts: [] });

  async function publish(changed: Record<string, object>): Promise<void> {
    const pages = noise.form.pages.map((page) => ({
      ...page,
      questions: page.questions.map((one) => ({ ...one, ...changed[one.id] })),
    })) as typeof noise.form.pages; // Labels and hints are changed alone.
    await publishService(await author(), { ...noise, id: "din", form: { ...noise.form, pages } });
  }

  async function change(council: Council, at: string, to: string): Promise<void> {
    const since = String((await draftOf(council)).revision);
    const edits = JSON.stringify([{ act: "set", at, to }]);
    const sent = await browsers[council].post(`${home(council)}/edits`, {
      once: once(),
      edits,
      since,
    });
    expect(sent.status).toBeLessThan(400);
  }

  const upgradePage = async (council: Council) =>
    (await browsers[council].get(`${home(council)}/recipe/upgrade`)).html;
  const upgrade = (council: Council, page: string, taken: Record<string, string> = {}) =>
    browsers[council].post(`${home(council)}/recipe/upgrade`, { ...fieldsIn(page), ...taken });

  async function draftOf(council: Council) {
    return getServiceDraft(await world.contextOf(council), "report-a-din");
  }

  async function labels(council: Council) {
    const { definition } = await draftOf(council);
    const asked = definition.form.pages.flatMap(({ questions }) => questions);
    const named = (id: string) => asked.find((one) => one.id === id);
    return {
      source: named("noiseSource")?.label,
      hint: named("noiseSource")?.hint,
      pub: named("pubName")?.label,
      next: definition.whatHappensNext,
      adopted: definition.adopted,
    };
  }
});
