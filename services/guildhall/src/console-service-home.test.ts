import type { Edit } from "@guildhall/contract";
import { beginServiceDraft, editServiceDraft, getServiceDraft } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire/services";
const noise = `${root}/noise`;
const once = () => crypto.randomUUID();

describe("the home of a service", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser, { roles: ["designer"] });
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });
  const context = () => world.contextOf("exampleshire");
  const page = async (path = noise) => (await browser.get(path)).html;
  const press = (act: string, fields: Record<string, string> = {}) =>
    browser.post(`${noise}/${act}`, { once: once(), ...fields });
  const draft = async () => getServiceDraft(await context(), "noise");
  /** Change it as somebody else would. */
  const other = async (...edits: Edit[]) => {
    const { revision: since } = await draft();
    await editServiceDraft(await context(), "noise", { edits, since });
  };
  const set = (at: string, to: string): Edit => ({ act: "set", at, to });

  it("lists the parts of the work with the one thing to do next, and where it is done", async () => {
    await beginServiceDraft(await context(), { title: "Report a bench" });
    const html = await page(`${root}/report-a-bench`);
    const rooms = ["questions", "destinations", "process", "messages"];
    for (const room of [...rooms, "look", "privacy", "try", "publish"])
      expect(html).toContain(`href="${root}/report-a-bench/${room}"`);
    expect(html).toContain("Add the first page of questions.");
    expect(html).toContain("Not begun");
    expect(html).toContain("Not published yet");
    expect(html).toContain(`href="${root}/report-a-bench/privacy#lawfulBasis"`);
  });

  it("begins a draft of what is live, which somebody else may have done first", async () => {
    expect(await page()).toContain("Change this service");
    const begun = await press("begin");
    expect([begun.status, begun.location]).toEqual([303, `${noise}?done=draft-begun`]);
    const html = await page(begun.location);
    expect(html).toContain("Your draft is begun");
    expect(html).toContain("Version 1");
    expect((await press("begin")).location).toBe(`${noise}?done=draft-there`);
    expect((await draft()).basedOn).toBe(1);
  });

  it("undoes what I did last, and nothing of what others did", async () => {
    await press("begin");
    expect((await press("undo")).html).toContain("There is nothing of yours left to undo");
    const { revision } = await draft();
    const edits = JSON.stringify([set("/title", "Din")]);
    await press("edits", { edits, since: String(revision), next: noise });
    await other(set("/summary", "Theirs"));
    const undone = await press("undo");
    expect(undone.location).toBe(`${noise}?done=draft-undone`);
    expect((await draft()).definition).toMatchObject({
      title: "Report a noise nuisance",
      summary: "Theirs",
    });
  });

  it("does not undo what somebody has changed since, and says what they did", async () => {
    await press("begin");
    const { revision } = await draft();
    const edits = JSON.stringify([set("/title", "Din")]);
    await press("edits", { edits, since: String(revision), next: noise });
    await other(set("/title", "Racket"));
    const { status, html } = await press("undo");
    expect(status).toBe(409);
    expect(html).toContain("somebody has changed the same since");
    expect(html).toContain("Racket");
    expect((await draft()).definition.title).toBe("Racket");
  });

  it("throws a draft away once it was asked for twice, and not what nobody has seen", async () => {
    await press("begin");
    const { revision } = await draft();
    await other(set("/title", "Racket"));
    const html = await page(`${noise}/discard`);
    expect(html).toContain("All that was changed since the live version is gone.");
    const late = await press("discard", { since: String(revision) });
    expect([late.status, late.html]).toEqual([
      409,
      expect.stringContaining("has changed the draft since you looked"),
    ]);
    const since = String((await draft()).revision);
    expect((await press("discard", { since })).location).toBe(`${root}?done=draft-discarded`);
    expect(await page()).toContain("Change this service");
    expect((await press("discard", { since })).location).toBe(noise);
  });

  it("shows the draft as it is to whoever has a link", async () => {
    await press("begin");
    const shared = await press("preview", {
      name: "First <try>",
      days: "90",
      showsComments: "yes",
    });
    expect(shared.location).toMatch(/previews\/prv_\w+\?done=draft-shared$/);
    const html = await page(shared.location);
    expect(html).toContain("First &lt;try&gt;");
    const [, key] = /\/preview\/([\w-]{43})/.exec(html) ?? [];
    const shown = await world.ask(`/t/exampleshire/v1/shown-previews/${key}`);
    expect(await shown.json()).toMatchObject({ service: { id: "noise" }, showsComments: true });
  });

  it.each([
    [{ name: "", days: "7" }, "Say what you call it"],
    [{ name: "Try", days: "91" }, "Choose for how long"],
  ])("shows it to nobody with %j", async (fields, sentence) => {
    await press("begin");
    const { status, html } = await press("preview", fields);
    expect(status).toBe(422);
    expect(html).toContain(sentence);
  });

  it("shows nobody a form that could not be filled in", async () => {
    await press("begin");
    const gone = { id: "gone", name: "Gone", when: { "==": [{ var: "gone" }, 1] } };
    await other({ act: "add", to: "/form/conditions", item: gone });
    const { status, html } = await press("preview", { name: "Try", days: "7" });
    expect(status).toBe(422);
    expect(html).toContain("The questions cannot be shown as they are.");
  });

  it("lets those who only look change nothing", async () => {
    await press("begin");
    const looker = world.open();
    await world.enter(looker, { roles: ["tenant-admin"] });
    const { html } = await looker.get(noise);
    expect(html).toContain("What there is to do");
    expect(html).not.toContain("Undo the last thing I did");
    const { revision } = await draft();
    const sent = { since: String(revision), name: "Try", days: "7" };
    for (const act of ["undo", "begin", "preview", "discard"])
      expect((await looker.post(`${noise}/${act}`, { ...sent, once: once() })).status).toBe(403);
  });

  it("is of no service that never was", async () => {
    expect((await browser.get(`${root}/never`)).status).toBe(404);
    const begun = await browser.post(`${root}/never/begin`, { once: once() });
    expect(begun.status).toBe(404);
  });
});
