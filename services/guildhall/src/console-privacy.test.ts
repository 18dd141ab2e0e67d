import { beginServiceDraft, getServiceDraft } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const privacy = "/console/exampleshire/services/noise/privacy";

describe("the staff page of privacy and retention", () => {
  let world: ConsoleWorld;
  let ann: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    ann = await someone();
    await beginServiceDraft(await world.contextOf("exampleshire"), { service: "noise" });
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });
  const someone = async () => {
    const browser = world.open();
    await world.enter(browser, { roles: ["designer"] });
    return browser;
  };
  const draft = async () => getServiceDraft(await world.contextOf("exampleshire"), "noise");
  const definition = async () => (await draft()).definition;
  const fields = async (browser = ann) => fieldsIn((await browser.get(privacy)).html);
  const save = (browser: StaffBrowser, sent: Record<string, string>) => browser.post(privacy, sent);

  it("fills in why each question is asked, what allows it and how long it is kept, all at once", async () => {
    const shown = await fields();
    const purposes = Object.keys(shown).filter((name) => name.startsWith("purpose-"));
    expect(purposes.length).toBeGreaterThan(2);
    const sent = Object.fromEntries(purposes.map((name) => [name, `For ${name}`]));
    const all = {
      ...shown,
      ...sent,
      lawfulBasis: "We must <by law>.",
      days: "730",
      draftDays: "7",
    };
    const { status, location } = await save(ann, { ...all, "contact-phone": "" });
    expect([status, location]).toEqual([303, `${privacy}?done=draft-saved`]);
    const { retention, form } = await definition();
    expect(retention).toEqual({ days: 730, lawfulBasis: "We must <by law>.", draftDays: 7 });
    const said = form.pages.flatMap(({ questions }) => questions.map(({ purpose }) => purpose));
    expect(said.filter(Boolean).toSorted()).toEqual(Object.values(sent).toSorted());
    const { html } = await ann.get(privacy);
    expect(html).toContain("We must &lt;by law&gt;.");
    expect(html).toContain("730 days, which is about 2 years");
  });

  it("says which questions give the person’s own details", async () => {
    const { html } = await ann.get(privacy);
    expect(html).toContain("We write to them at");
    const shown = await fields();
    await save(ann, { ...shown, "contact-email": "" });
    expect((await definition()).contact).not.toHaveProperty("email");
    await save(ann, { ...(await fields()), "contact-email": "email" });
    expect((await definition()).contact?.email).toBe("email");
  });

  it.each([
    [{ days: "a year" }, "Enter for how many days answers are kept"],
    [{ days: "0" }, "Enter for how many days answers are kept"],
    [{ draftDays: "91" }, "Enter for how many days unfinished forms are kept, from 1 to 90"],
    [{ lawfulBasis: "a".repeat(401) }, "lawful basis"],
  ])("keeps nothing where %j cannot be, and says so at its field", async (wrong, sentence) => {
    const before = await draft();
    const sent = { ...(await fields()), "purpose-email": "To write to them", ...wrong };
    const { status, html } = await save(ann, sent);
    expect(status).toBe(422);
    expect(html).toContain(sentence);
    const [field = ""] = Object.keys(wrong);
    expect(html).toContain(`href="#${field}"`);
    expect(html).toContain("To write to them");
    expect(await draft()).toEqual(before);
  });

  it("shows the second of two what the first has changed, and keeps both", async () => {
    const grace = await someone();
    const [hers, mine] = [await fields(grace), await fields()];
    await save(grace, { ...hers, days: "800", "purpose-noiseSource": "To find it" });
    const saved = await save(ann, { ...mine, "purpose-email": "To write to them" });
    expect(saved.location).toBe(`${privacy}?done=draft-saved-beside`);
    const { html } = await ann.get(saved.location);
    expect(html).toContain("Somebody else has changed other parts meanwhile");
    for (const words of ["800", "To find it", "To write to them"]) expect(html).toContain(words);
    expect((await definition()).retention?.days).toBe(800);
  });

  it("asks the second of two which is to stand where both have changed the same", async () => {
    const grace = await someone();
    const [hers, mine] = [await fields(grace), await fields()];
    await save(grace, { ...hers, lawfulBasis: "Hers." });
    const { status, html } = await save(ann, { ...mine, lawfulBasis: "Mine.", days: "900" });
    expect(status).toBe(409);
    expect(html).toContain("Hers.");
    expect(html).toContain("Mine.");
    expect((await definition()).retention?.lawfulBasis).toBe("Hers.");
  });

  it("keeps what is being typed, and goes on from what its reader has seen", async () => {
    const grace = await someone();
    const [hers, mine] = [await fields(grace), await fields()];
    const typing = async (sent: Record<string, string>) => {
      const headers = { "Sec-Fetch-Site": "same-origin", accept: "application/json" };
      const once = crypto.randomUUID();
      const { status, html } = await ann.post(privacy, { ...mine, ...sent, once }, headers);
      return { status, ...JSON.parse(html) };
    };
    expect(await typing({ days: "700" })).toMatchObject({
      status: 200,
      revision: (await draft()).revision,
      said: "What you typed is saved.",
    });
    await save(grace, { ...hers, lawfulBasis: "Hers." });
    const beside = await typing({ days: "701" });
    expect(beside.said).toMatch(/^What you typed is saved\. Meanwhile: .*Hers\./);
    expect(beside).not.toHaveProperty("revision");
    expect(await typing({ lawfulBasis: "Mine." })).toMatchObject({ status: 409 });
    expect(await typing({ days: "no" })).toMatchObject({ status: 422 });
    expect((await definition()).retention).toMatchObject({ days: 701, lawfulBasis: "Hers." });
  });

  it("sends nothing for what nobody has changed", async () => {
    const before = await draft();
    await save(ann, await fields());
    expect(await draft()).toEqual(before);
  });

  it("leads home where there is no draft, and is not for those who only look", async () => {
    const looker = world.open();
    await world.enter(looker, { roles: ["tenant-admin"] });
    const refused = await looker.post(privacy, { ...(await fields()), days: "9" });
    expect(refused.status).toBe(403);
    const none = privacy.replace("noise", "none");
    expect((await ann.get(none)).location).toBe(none.replace("/privacy", ""));
  });
});
