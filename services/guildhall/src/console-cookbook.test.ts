import { carriedBy } from "@guildhall/builder";
import {
  beginServiceDraft,
  exportRecipe,
  getServiceDraft,
  publishService,
  shareRecipe,
} from "@guildhall/domain";
import { noise } from "@guildhall/domain/testing";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const once = () => crypto.randomUUID();
const label = "/form/pages/noise/questions/noiseSource/label";
const shared = {
  service: "din",
  news: "The first.",
  withMappings: false,
  parts: [
    { at: "/retention/lawfulBasis", may: "locked" as const, why: "The law." },
    { at: "/target", may: "must-change" as const, why: "Say how soon you answer." },
  ],
};

describe("the staff pages of the cookbook", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser, { roles: ["designer"] });
    await publish("Where is it from?");
    await share();
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  const at = "/console/exampleshire";
  const get = async (path: string) => (await browser.get(`${at}${path}`)).html;
  const post = (path: string, fields: Record<string, string>) =>
    browser.post(`${at}${path}`, { once: once(), ...fields });
  const author = () => world.contextOf("otherton");
  const share = async (changed = {}) => shareRecipe(await author(), { ...shared, ...changed });
  const adopt = () => post("/cookbook/recipes/din/adopt", { title: "Report a din" });
  const edit = (path: string, to: string, since = "1") =>
    post("/services/report-a-din/edits", {
      edits: JSON.stringify([{ act: "set", at: path, to }]),
      since,
    });

  async function publish(words: string, hint?: string): Promise<void> {
    const [first, second] = noise.form.pages;
    const questions = first?.questions.map((one) =>
      one.id === "noiseSource" ? { ...one, label: words, ...(hint && { hint }) } : one,
    );
    const pages = [{ ...first, questions }, second] as typeof noise.form.pages;
    await publishService(await author(), { ...noise, id: "din", form: { ...noise.form, pages } });
  }

  it("lead from the cookbook to a draft with a list of what is left to decide", async () => {
    expect(await get("/cookbook?search=noise")).toContain("/cookbook/recipes/din");
    expect(await get("/cookbook/recipes/din")).toContain("Say how soon you answer.");
    const adopted = await adopt();
    const page = `${at}/services/report-a-din/recipe`;
    expect([adopted.status, adopted.location]).toEqual([303, `${page}?done=recipe-adopted`]);
    expect(await get("/services/report-a-din/recipe")).toContain("0 of 1 decided");
    const confirmed = await post("/services/report-a-din/recipe/confirm", { at: "/target" });
    expect(confirmed.location).toBe(`${page}?done=recipe-confirmed`);
    expect(await get("/services/report-a-din/recipe")).toContain("1 of 1 decided");
    const notAsked = await post("/services/report-a-din/recipe/confirm", { at: "/title" });
    expect(notAsked.location).toBe(page);
    expect(await get("/services/report-a-din")).toContain(page);
    expect(await get("/cookbook")).toContain("You use it");
  });

  it("keep a name that cannot be for the person to mend", async () => {
    const refused = await post("/cookbook/recipes/din/adopt", { title: " " });
    expect([refused.status, refused.html]).toEqual([
      400,
      expect.stringContaining("Enter what the service is called"),
    ]);
    const long = await post("/cookbook/recipes/din/adopt", { title: "x".repeat(121) });
    expect(long.html).toContain("120 characters or fewer");
  });

  it("show what a new version changes, and take it in once each conflict is decided", async () => {
    await adopt();
    await edit(label, "Whence?");
    await publish("Where does it come from?", "Your best guess.");
    await share({ news: "Asks plainly." });
    const path = "/services/report-a-din/recipe/upgrade";
    const page = await get(path);
    expect(page).toContain("Asks plainly.");
    expect(page).toContain("was added: “Your best guess.”.");
    expect(page).toContain("Where does it come from?");
    const undecided = await post(path, fieldsIn(page));
    expect([undecided.status, undecided.html]).toEqual([
      409,
      expect.stringContaining("Choose which is to stand"),
    ]);
    const taken = await post(path, { ...fieldsIn(page), "take-0": "ours" });
    expect(taken.location).toMatch(/\/recipe\?done=recipe-upgraded$/);
    const { definition } = await draft();
    expect(definition.adopted).toEqual({ recipe: "din", version: 2 });
    expect(definition.form.pages[0]?.questions[0]).toMatchObject({
      label: "Whence?",
      hint: "Your best guess.",
    });
    expect((await browser.get(`${at}${path}`)).status).toBe(303);
  });

  it("lead a service that was made from files to the recipe that these follow", async () => {
    const ctx = await world.contextOf("exampleshire");
    const { definition } = carriedBy(noise, { withMappings: false });
    const { title, summary } = noise;
    const said = { id: "loud", title, summary, publisher: "3C", news: "The first.", parts: [] };
    await ctx.cookbook.share({ tenant: null, recipe: { ...said, definition } });
    await publishService(ctx, { ...noise, recipe: "loud", summary: "Ours" });
    await beginServiceDraft(ctx, { service: "noise" });
    const words = "Follow the recipe that its files were made from";
    expect(await get("/services/noise")).toContain(words);
    const path = "/services/noise/recipe/upgrade";
    const page = await get(path);
    expect(page).toContain("most like version 1 of");
    expect(page).toContain(`href="${at}/services/noise"`);
    const taken = await post(path, fieldsIn(page));
    expect(taken.location).toBe(`${at}/services/noise/recipe?done=recipe-upgraded`);
    const after = (await getServiceDraft(ctx, "noise")).definition;
    expect(after).toMatchObject({ summary: "Ours", adopted: { recipe: "loud", version: 1 } });
    expect(await get("/services/noise")).not.toContain(words);
    expect(await get("/services/noise/recipe")).toContain("in version 1");
  });

  it("say who locked a part that somebody edits", async () => {
    await adopt();
    const home = `${at}/services/report-a-din`;
    const page = await get("/services/report-a-din/privacy");
    const fields = { ...fieldsIn(page), lawfulBasis: "None", once: once() };
    const refused = await browser.post(`${home}/privacy`, fields);
    expect(refused.html).toContain("is locked by otherton Council");
    expect(refused.html).toContain('href="#lawfulBasis"');
    expect((await draft()).definition.retention?.lawfulBasis).toBe("Public task");
  });

  it("share a service with what its author says of each part", async () => {
    const page = await get("/services/noise/share");
    expect(page).toContain("Where answers go stays with you");
    const fields = fieldsIn(page);
    const [, number] =
      Object.entries(fields)
        .find(([, value]) => value === "/form/pages/you")?.[0]
        .split("-") ?? [];
    const refused = await post("/services/noise/share", { ...fields, news: "" });
    expect(refused.html).toContain("Enter what is good or new about it");
    const marked = { ...fields, news: "Quick.", [`may-${number}`]: "locked", once: once() };
    const done = await post("/services/noise/share", marked);
    expect(done.location).toBe(`${at}/cookbook/recipes/noise?done=recipe-shared`);
    expect(await get("/cookbook/recipes/noise")).toContain("The page “About you”");
  });

  it("give a recipe as a file, and take one in that is signed", async () => {
    const file = await browser.get(`${at}/cookbook/recipes/din/file`);
    expect(file.headers.get("Content-Disposition")).toContain('filename="din.recipe.json"');
    const known = await exportRecipe(await author(), "din");
    expect(JSON.parse(file.html)).toEqual(known);
    const back = await bringIn(JSON.stringify(known));
    expect(back.location).toBe(`${at}/cookbook/recipes/din?done=recipe-brought-in`);
    const broken = await bringIn(JSON.stringify({ ...known, signature: "AAAA" }));
    expect([broken.status, broken.html]).toEqual([
      400,
      expect.stringContaining("The signature does not fit this file"),
    ]);
    expect((await bringIn("words")).html).toContain("This file is not a recipe");
    expect((await bringIn("")).html).toContain("Choose the file of a recipe");
    expect((await bringIn("x".repeat(4 * 1024 * 1024))).html).toContain("too large");
  });

  it("have councils take an update by a day, for whoever runs the platform alone", async () => {
    await adopt();
    const boss = world.open();
    await world.enter(boss, { tenant: "otherton", roles: ["platform-admin"] });
    const cookbook = "/console/otherton/cookbook";
    const require = `${cookbook}/recipes/din/require`;
    const day = { "by-day": "1", "by-month": "4", "by-year": "2099" };
    expect((await boss.post(require, { ...day, why: "" })).html).toContain("Enter why");
    expect((await boss.post(require, { why: "The law." })).html).toContain("Enter a day");
    const past = await boss.post(require, { ...day, "by-year": "2001", why: "The law." });
    expect(past.html).toContain("This day is over.");
    const done = await boss.post(require, { ...day, why: "The law." });
    expect(done.location).toBe(`${cookbook}/required?done=update-required`);
    const page = (await boss.get(`${cookbook}/required`)).html;
    expect(page).toContain("exampleshire Council");
    expect(page).toContain("Live with 0 of 1");
    expect(await get("/services/report-a-din/recipe")).toContain("1 April 2099");
    await boss.post(`${require}-no-more`);
    expect((await boss.get(`${cookbook}/required`)).html).not.toContain("exampleshire Council");
    expect((await browser.get(`${at}/cookbook/required`)).status).toBe(403);
    expect((await browser.post(`${at}/cookbook/recipes/din/require`, day)).status).toBe(400);
  });

  it("are for those who make services", async () => {
    const other = world.open();
    await world.enter(other, { roles: ["viewer"] });
    for (const path of ["/cookbook", "/cookbook/recipes/din", "/services/noise/share"])
      expect([path, (await other.get(`${at}${path}`)).status]).toEqual([path, 403]);
    expect((await browser.get(`${at}/services/noise/recipe`)).status).toBe(404);
    expect((await browser.get(`${at}/cookbook/recipes/none`)).status).toBe(404);
  });

  async function bringIn(text: string) {
    const body = new FormData();
    body.set("file", new File(text === "" ? [] : [text], "din.recipe.json"));
    const headers = { "Sec-Fetch-Site": "same-origin" };
    return browser.send(`${at}/cookbook/bring-in?once=${once()}`, {
      method: "POST",
      body,
      headers,
    });
  }

  async function draft() {
    return getServiceDraft(await world.contextOf("exampleshire"), "report-a-din");
  }
});
