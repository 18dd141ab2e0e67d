import type { Edit } from "@guildhall/contract";
import {
  adoptRecipe,
  beginServiceDraft,
  discardServiceDraft,
  editServiceDraft,
  getServiceDraft,
  publishService,
  shareRecipe,
} from "@guildhall/domain";
import { noise } from "@guildhall/domain/testing";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire/services/noise";
const privacy = `${root}/privacy`;
const json = { "Sec-Fetch-Site": "same-origin", Accept: "application/json" };

describe("saving a draft from its pages", () => {
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
  const draft = async (service = "noise") => getServiceDraft(await context(), service);
  const definition = async () => (await draft()).definition;
  const fields = async (path: string) => fieldsIn((await browser.get(path)).html);
  const other = async (...edits: Edit[]) => {
    const { revision: since } = await draft();
    await editServiceDraft(await context(), "noise", { edits, since });
  };
  const set = (at: string, to: string): Edit => ({ act: "set", at, to });
  /** What the button that says this sends of the edits of a form. */
  const editsBehind = (html: string, words: string) => {
    const buttons = html.match(/<button[^>]*>[^<]*/g) ?? [];
    const button = buttons.find((one) => one.includes(words)) ?? "";
    return (/ value="([^"]*)"/.exec(button)?.[1] ?? "").replaceAll("&quot;", '"');
  };

  describe("where somebody else has changed one of many parts", () => {
    const typed = { lawfulBasis: "Mine", days: "99", "purpose-noiseSource": "To find it" };
    const meet = async (sent: Record<string, string> = typed) => {
      const shown = await fields(privacy);
      await other(set("/retention/lawfulBasis", "Theirs"));
      const met = await browser.post(privacy, { ...shown, ...sent });
      expect(met.status).toBe(409);
      return met.html;
    };
    const press = async (html: string, words: string) =>
      browser.post(`${root}/edits`, { ...fieldsIn(html), edits: editsBehind(html, words) });

    it("leaves theirs, and saves all that was in no conflict", async () => {
      const html = await meet();
      const { status, location } = await press(html, "Leave theirs, and save the rest of mine");
      expect([status, location]).toEqual([303, `${privacy}?done=draft-saved`]);
      const { retention, form } = await definition();
      expect(retention).toMatchObject({ lawfulBasis: "Theirs", days: 99 });
      expect(JSON.stringify(form)).toContain("To find it");
    });

    it("puts all of mine in its place", async () => {
      await press(await meet(), "Put mine in its place");
      const { retention } = await definition();
      expect(retention).toMatchObject({ lawfulBasis: "Mine", days: 99 });
    });

    it("lets go of all of mine", async () => {
      expect(await meet()).toMatch(/<a class="govuk-link" href="[^"]*privacy">\s*Save nothing of/);
    });

    it("offers to save no rest where there is none", async () => {
      const html = await meet({ lawfulBasis: "Mine" });
      expect(html).not.toContain("the rest of mine");
      expect(html).toContain("Leave theirs");
    });
  });

  describe("where a page is shown again for a fault in a field, and somebody else was there meanwhile", () => {
    it.each([
      [
        privacy,
        "/retention/lawfulBasis",
        { lawfulBasis: "Mine" },
        [{ days: "many" }, { days: "99" }],
      ],
      [`${root}/look`, "/summary", { summary: "Mine" }, [{ lgsl: "five" }, { lgsl: "532" }]],
      [
        `${root}/messages/started`,
        "/messages/started/text",
        { text: "Mine" },
        [{ subject: "" }, { subject: "We have it" }],
      ],
    ])(
      "shows on %s what they did before anything goes over it",
      async (path, at, mine, [wrong, mended]) => {
        const shown = await fields(path);
        await other(set(at, "Theirs"));
        const faulty = await browser.post(path, { ...shown, ...mine, ...wrong });
        expect(faulty.status).toBe(422);
        const met = await browser.post(path, { ...fieldsIn(faulty.html), ...mine, ...mended });
        expect(met.status).toBe(409);
        expect(met.html).toContain("Somebody else has changed this too");
        expect(JSON.stringify(await definition())).toContain("Theirs");
        const over = {
          ...fieldsIn(met.html),
          edits: editsBehind(met.html, "Put mine in its place"),
        };
        expect((await browser.post(`${root}/edits`, over)).status).toBe(303);
        expect(JSON.stringify(await definition())).not.toContain("Theirs");
      },
    );

    it("publishes nothing that nobody has seen", async () => {
      const page = `${root}/publish/go-live`;
      const shown = await fields(page);
      await other(set("/summary", "Theirs"));
      const unsaid = await browser.post(page, { ...shown, summary: "" });
      expect(unsaid.status).toBe(422);
      const said = await browser.post(page, { ...fieldsIn(unsaid.html), summary: "What is new" });
      expect(said.status).toBe(409);
      expect(said.html).toContain("has changed the draft since you looked");
      expect(fieldsIn(said.html).since).toBe(String((await draft()).revision));
    });
  });

  it("shows the form again where it was sent before with other words, to be sent once more", async () => {
    const shown = await fields(privacy);
    await browser.post(privacy, { ...shown, days: "98" });
    const { status, html } = await browser.post(privacy, { ...shown, days: "99" });
    expect(status).toBe(422);
    expect(html).toContain("press Save again");
    const again = fieldsIn(html);
    expect(again).toMatchObject({ days: "99" });
    expect((await browser.post(privacy, again)).status).toBe(303);
    expect((await definition()).retention?.days).toBe(99);
  });

  it("gives back what was entered of a scenario that somebody has removed meanwhile", async () => {
    const expects = { ends: "accepted" } as const;
    await other({ act: "add", to: "/scenarios", item: { id: "pub", name: "A pub", expects } });
    const page = `${root}/try/scenarios/pub`;
    const shown = await fields(page);
    await other({ act: "remove", at: "/scenarios/pub" });
    const sent = { ...shown, name: "A loud <pub>", ends: "held", stage: "received" };
    const { status, html } = await browser.post(page, sent);
    expect(status).toBe(409);
    expect(html).toContain("This was removed meanwhile");
    for (const said of ["A loud &lt;pub&gt;", "It is kept for one of your colleagues", "Received"])
      expect(html).toContain(said);
    expect(html).toContain(`href="${root}/try#scenarios"`);
    expect((await browser.post(`${page}/remove`)).status).toBe(409);
    expect((await browser.get(page)).status).toBe(404);
  });

  it("tells a script that its draft is gone, and leads nobody away", async () => {
    const shown = await fields(privacy);
    await discardServiceDraft(await context(), "noise");
    const { status, html } = await browser.post(privacy, shown, json);
    expect([status, JSON.parse(html)]).toEqual([
      404,
      { said: expect.stringContaining("Not saved: this draft is gone") },
    ]);
  });

  it("tells a script that nobody is signed in any more", async () => {
    const shown = await fields(privacy);
    browser.cookies.clear();
    const { status, html } = await browser.post(privacy, shown, json);
    expect([status, JSON.parse(html)]).toEqual([
      401,
      { said: expect.stringContaining("Not saved: you are signed out") },
    ]);
  });

  it("ends lines where a word processor would", async () => {
    await browser.post(privacy, { ...(await fields(privacy)), lawfulBasis: "One\u000bTwo" });
    expect((await definition()).retention?.lawfulBasis).toBe("One\nTwo");
  });

  it.each([
    [privacy, "lawfulBasis"],
    [`${root}/messages/started`, "text"],
    [`${root}/messages`, "whatHappensNext"],
  ])(
    "says on %s at which field a character cannot be kept, and loses nothing",
    async (path, field) => {
      const sent = { ...(await fields(path)), [field]: "A bell: \u0007" };
      const { status, html } = await browser.post(path, sent);
      expect(status).toBe(422);
      expect(html).toMatch(new RegExp(`<a href="#${field}">A character that cannot be seen`));
      expect(html).toContain("A bell: ");
    },
  );

  it("says why what somebody chose over another's cannot be saved, and what it was", async () => {
    const { revision } = await draft();
    const edits = JSON.stringify([set("/nowhere", "Mine & all")]);
    const sent = { edits, since: String(revision), next: privacy, once: crypto.randomUUID() };
    const { status, html } = await browser.post(`${root}/edits`, sent);
    expect(status).toBe(422);
    expect(html).toContain("This is not saved");
    expect(html).toContain("Mine &amp; all");
    expect(html).toContain(`href="${privacy}"`);
  });

  it("says who keeps the steps and stages of a recipe as they are", async () => {
    const author = await world.contextOf("otherton");
    await publishService(author, { ...noise, id: "din" });
    const parts = [{ at: "/stages", may: "locked" as const }];
    await shareRecipe(author, { service: "din", news: "The first.", withMappings: false, parts });
    await adoptRecipe(await context(), "din", { title: "Report a din" });
    const process = "/console/exampleshire/services/report-a-din/process";
    const [first] = (await draft("report-a-din")).definition.stages;
    const at = `/stages/${first?.id}`;
    for (const [path, sent] of [
      [`${process}/act`, { do: `down ${at}` }],
      [`${process}/remove?at=${at}`, {}],
    ] as const) {
      const since = String((await draft("report-a-din")).revision);
      const { status, html } = await browser.post(path, { ...sent, since });
      expect([path, status]).toEqual([path, 422]);
      expect(html).toContain("locked by otherton Council");
    }
    expect((await draft("report-a-din")).definition.stages[0]).toEqual(first);
  });
});
