import type { Edit } from "@guildhall/contract";
import {
  beginServiceDraft,
  editServiceDraft,
  getServiceDraft,
  publishService,
} from "@guildhall/domain";
import { putTried, transact } from "@guildhall/store";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const noise = "/console/exampleshire/services/noise";
const publish = `${noise}/publish`;
const goLive = `${publish}/go-live`;
const scenario = { id: "a-din", name: "A din", expects: { ends: "accepted" as const } };

describe("publishing a draft from the staff pages", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser, { roles: ["designer"] });
    await beginServiceDraft(await context(), { service: "noise" });
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });
  const context = () => world.contextOf("exampleshire");
  const draft = async () => getServiceDraft(await context(), "noise");
  const live = async () => (await context()).catalogue.live("noise");
  const page = async (path = publish) => (await browser.get(path)).html;
  const edit = async (...edits: Edit[]) =>
    editServiceDraft(await context(), "noise", { edits, since: (await draft()).revision });
  const set = (at: string, to: Extract<Edit, { act: "set" }>["to"]): Edit => {
    return { act: "set", at, to };
  };
  const send = async (sent: Record<string, string> = {}) => {
    const { since = "", once = "" } = fieldsIn(await page(goLive));
    return browser.post(goLive, { since, once, summary: "Shorter", when: "now", ...sent });
  };
  /** Publish a version beside the draft, as a script would. */
  const publishBeside = async (change: object) => {
    const ctx = await context();
    const { definition } = await ctx.catalogue.live("noise");
    return publishService(ctx, { ...definition, ...change });
  };

  it("says in words what changes, by whom, and where it is", async () => {
    expect(await page()).toContain("Nothing is different from version 1, which is live.");
    await edit(set("/title", "Noise & <din>"));
    const html = await page();
    expect(html).toContain("One thing is different from version 1");
    expect(html).toContain("Noise &amp; &lt;din&gt;");
    expect(html).toContain((await context()).actor.name);
    expect(html).toContain(`href="${noise}/look#title"`);
  });

  it("puts it in the place of what people use, with what was said of it", async () => {
    await edit(set("/title", "Din"));
    const { location } = await send();
    expect(location).toBe(`${noise}?done=draft-published`);
    expect((await live()).definition.title).toBe("Din");
    const home = await page(location);
    expect(home).toContain("People use this version from now on");
    expect(home).toContain("Version 2");
    expect(home).toContain("Shorter");
  });

  it("refuses, and leads to each place that is to be mended", async () => {
    await edit(
      { act: "clear", at: "/retention/lawfulBasis" },
      { act: "clear", at: "/whatHappensNext" },
      set("/title", "Din"),
    );
    const shown = await page(goLive);
    expect(shown).toContain("What keeps it from being published");
    const { status, html } = await send({ summary: "Not lost" });
    expect(status).toBe(422);
    expect(html).toContain("<title>Error: ");
    expect(html).toContain(`<a href="${noise}/privacy#lawfulBasis">`);
    expect(html).toContain(`<a href="${noise}/messages">`);
    expect(html).toContain("Say what happens next");
    expect(html).toContain("Not lost");
    expect((await live()).version).toBe(1);
  });

  it("refuses what says the same as what is live", async () => {
    const { status, html } = await send();
    expect(status).toBe(422);
    expect(html).toContain("It says the same as the version that is live.");
  });

  it("refuses what somebody has changed since it was looked over", async () => {
    const { since = "" } = fieldsIn(await page(goLive));
    await edit(set("/title", "Din"));
    const { status, html } = await send({ since });
    expect(status).toBe(409);
    expect(html).toContain("has changed the draft since you looked");
    expect((await live()).version).toBe(1);
  });

  it.each([
    [{ summary: " " }, "Say what has changed"],
    [{ summary: "a".repeat(401) }, "Say it in 400 characters or fewer"],
    [{ when: "" }, "Choose when"],
    [{ when: "later" }, "Enter a day, like 31 3 2027"],
    [{ when: "later", "on-day": "31", "on-month": "2", "on-year": "2099" }, "There is no such day"],
    [{ when: "later", "on-day": "1", "on-month": "2", "on-year": "2099" }, "Enter a time"],
    [
      { when: "later", "on-day": "1", "on-month": "2", "on-year": "2020", at: "9:30" },
      "in the past",
    ],
    [
      { when: "later", "on-day": "1", "on-month": "2", "on-year": "2199", at: "9:30" },
      "within a year",
    ],
    [
      { when: "later", "on-day": "29", "on-month": "3", "on-year": "2026", at: "1:30" },
      "Clocks do not",
    ],
  ])("says what is wrong with %j, and keeps the rest", async (wrong, sentence) => {
    await edit(set("/title", "Din"));
    const { status, html } = await send(wrong);
    expect(status).toBe(422);
    expect(html).toContain(sentence);
    expect((await live()).version).toBe(1);
  });

  it("leads from what is wrong with a day to its field", async () => {
    await edit(set("/title", "Din"));
    const { html } = await send({ when: "later" });
    expect(html).toContain('href="#on-day"');
    expect(html).toContain('id="on-day"');
  });

  it("goes live at a time in the United Kingdom, which can be taken back", async () => {
    await edit(set("/title", "Din"));
    const day = new Date((await context()).now() + 30 * 86_400_000);
    const [year = "", month = "", date = ""] = day.toISOString().slice(0, 10).split("-");
    const on = { "on-day": date, "on-month": month, "on-year": year, at: "12:00" };
    const { location } = await send({ when: "later", ...on });
    expect(location).toBe(`${noise}?done=draft-scheduled`);
    expect(await page(location)).toContain("It goes live by itself");
    await edit(set("/title", "Racket"));
    const html = await page();
    expect(html).toContain("at 12:00");
    expect(html).toContain("is not part of it, and stays in the draft");
    for (let press = 0; press < 2; press += 1) {
      const taken = await browser.post(`${publish}/unschedule`);
      expect(taken.location).toBe(`${publish}?done=draft-unscheduled`);
    }
    expect(await draft()).not.toHaveProperty("scheduled");
  });

  it("takes in what was published meanwhile", async () => {
    await edit(set("/title", "Din"));
    await publishBeside({ summary: "Theirs" });
    expect(await page()).toContain("Version 2 was published after this draft began.");
    const refused = await send();
    expect(refused.html).toContain("was published after this draft began. Take it into the draft");
    const { location } = await browser.post(`${publish}/take-in`, { once: crypto.randomUUID() });
    expect(location).toBe(`${publish}?done=live-taken-in`);
    expect((await draft()).definition).toMatchObject({ title: "Din", summary: "Theirs" });
    expect((await send()).location).toBe(`${noise}?done=draft-published`);
  });

  it("asks of each part that both have changed which is to stand", async () => {
    await edit(set("/title", "Mine"), set("/summary", "Mine too"));
    await publishBeside({ title: "Theirs", summary: "Theirs too" });
    const asked = await browser.post(`${publish}/take-in`, { once: crypto.randomUUID() });
    expect(asked.status).toBe(409);
    expect(asked.html).toContain("Theirs too");
    const choices = fieldsIn(asked.html);
    const places = [choices["at-0"], choices["at-1"]];
    expect(places.toSorted()).toEqual(["/summary", "/title"]);
    const title = places.indexOf("/title");
    const half = await browser.post(`${publish}/take-in`, {
      ...choices,
      [`take-${title}`]: "ours",
    });
    expect(half.html).toContain("Choose which is to stand");
    const rest = fieldsIn(half.html);
    expect(rest).toMatchObject({ "at-0": "/summary", "decided-at-0": "/title" });
    const taken = await browser.post(`${publish}/take-in`, { ...rest, "take-0": "theirs" });
    expect(taken.location).toBe(`${publish}?done=live-taken-in`);
    expect((await draft()).definition).toMatchObject({ title: "Mine", summary: "Theirs too" });
  });

  it("goes in the place of what it does not know only where that is said", async () => {
    await edit(set("/title", "Din"));
    await publishBeside({ summary: "Theirs" });
    expect(await page(goLive)).toContain("Put the draft in its place all the same");
    expect((await send({ over: "2" })).location).toBe(`${noise}?done=draft-published`);
    expect((await live()).definition.summary).not.toBe("Theirs");
  });

  it("is only published while its scenarios are green", async () => {
    expect(await page(`${publish}/test`)).toContain("The service has no scenario yet.");
    await edit(set("/title", "Din"), { act: "add", to: "/scenarios", item: scenario });
    const red = await page(`${publish}/test`);
    expect(red).toContain("has not ended as it should since the last change");
    expect(red).toContain("Run the scenarios");
    const { html } = await send();
    expect(html).toContain(`<a href="${noise}/try`);
    const { revision } = await draft();
    const { db } = await context();
    await transact(db, (tx) => putTried(tx, "noise", { revision, green: { "a-din": true } }));
    const green = await page(`${publish}/test`);
    expect(green).toContain("Green");
    expect(green).not.toContain("Run the scenarios");
    expect((await send()).location).toBe(`${noise}?done=draft-published`);
  });

  it("is nothing that those who only look can do", async () => {
    await edit(set("/title", "Din"));
    const looker = world.open();
    await world.enter(looker, { roles: ["tenant-admin"] });
    expect((await looker.get(publish)).html).toContain("One thing is different");
    const { since = "" } = fieldsIn(await page(goLive));
    for (const path of [goLive, `${publish}/take-in`, `${publish}/unschedule`]) {
      const fields = { since, once: crypto.randomUUID(), summary: "Shorter", when: "now" };
      expect((await looker.post(path, fields)).status).toBe(403);
    }
  });
});
