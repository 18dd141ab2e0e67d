import { beginServiceDraft, getServiceDraft } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire/services/hall";
const hours = { id: "hours", type: "number", label: "Hours", required: true };
const page = (id: string, questions: object[] = []) => ({ id, title: id, questions });
const definition = {
  title: "Hall",
  form: { pages: [page("one", [hours]), page("two"), page("three")], sections: [] },
  stages: [{ id: "received", title: "Received" }],
  welsh: {
    title: { of: "Hall", text: "Neuadd" },
    "form.questions.hours.label": { of: "Hours", text: "Oriau" },
  },
};

describe("the questions page of a long form", () => {
  let world: ConsoleWorld;
  let ann: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    ann = world.open();
    await world.enter(ann, { roles: ["designer"] });
    const ctx = await world.contextOf("exampleshire");
    await beginServiceDraft(ctx, { service: "hall", definition: definition as never });
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  const see = async (path: string) => (await ann.get(`${root}/${path}`)).html;
  const send = async (path: string, fields: Record<string, string>, headers = {}) =>
    ann.post(
      `${root}/${path}`,
      { since: String((await draft()).revision), once: crypto.randomUUID(), ...fields },
      { "Sec-Fetch-Site": "same-origin", ...headers },
    );
  const draft = async () => getServiceDraft(await world.contextOf("exampleshire"), "hall");
  const form = async () => (await draft()).definition.form;
  const where = async () => (await form()).pages.map(({ id, section }) => [id, section]);
  const sections = async () => (await form()).sections.map(({ id }) => id);
  const press = (does: string, id: string) =>
    send("questions/act", { do: `${does} /form/sections/${id}` });

  it("is divided into sections, which are named, ordered and dissolved by buttons", async () => {
    expect(await see("questions")).toContain("Divide a long form into sections");
    await send("questions/section", { title: "About you", hint: "Who you are" });
    expect(await where()).toEqual(["one", "two", "three"].map((id) => [id, "about-you"]));
    const begun = await send("questions/section?from=/form/pages/two", { title: "The event" });
    expect(await see(begun.location?.replace(`${root}/`, "") ?? "")).toContain(
      "The section “The event” is added as section 2 of 2",
    );
    expect(await sections()).toEqual(["about-you", "the-event"]);

    await press("up", "the-event");
    expect(await sections()).toEqual(["the-event", "about-you"]);
    expect(await where()).toEqual([
      ["two", "the-event"],
      ["three", "the-event"],
      ["one", "about-you"],
    ]);
    const html = await see("questions/section?at=/form/sections/the-event");
    await send("questions/section?at=/form/sections/the-event", {
      ...fieldsIn(html),
      title: "Your event",
    });
    expect((await form()).sections[0]?.title).toBe("Your event");

    await press("dissolve", "about-you");
    expect(await where()).toEqual(["two", "three", "one"].map((id) => [id, "the-event"]));
    await press("dissolve", "the-event");
    expect(await sections()).toEqual([]);
    expect(await where()).toEqual(["two", "three", "one"].map((id) => [id, undefined]));
  });

  it("takes a page to the section that is chosen for it", async () => {
    await send("questions/section", { title: "First" });
    await send("questions/section?from=/form/pages/two", { title: "Second" });
    const at = "questions/page?at=/form/pages/three";
    await send(at, { ...fieldsIn(await see(at)), section: "first" });
    expect(await where()).toEqual([
      ["one", "first"],
      ["three", "first"],
      ["two", "second"],
    ]);
    await send("questions/new-page", { title: "New", kind: "questions", section: "first" });
    expect((await where()).map(([id]) => id)).toEqual(["one", "three", "new", "two"]);
  });

  it("asks for a section’s name, and keeps no section that cannot be", async () => {
    const unnamed = await send("questions/section", { title: " ", hint: "Kept" });
    expect(unnamed.status).toBe(422);
    expect(unnamed.html).toContain("Enter what the section is called");
    expect(unnamed.html).toContain("Kept");
    expect((await ann.get(`${root}/questions/section?from=/form/pages/one`)).status).toBe(404);
    const gone = await send("questions/section?at=/form/sections/gone", { title: "Mine & yours" });
    expect(gone.status).toBe(409);
    expect(gone.html).toContain("Mine &amp; yours");
  });

  describe("results", () => {
    const list = "/form/pages/two/questions";
    const add = `questions/add/calculated?to=${list}`;
    const rows = {
      label: "What it costs",
      "value-rows": "2",
      "value-0-sign": "plus",
      "value-0-of": "q:hours",
      "value-0-by": "fixed",
      "value-0-byAmount": "12.50",
      "value-1-sign": "minus",
      "value-1-of": "fixed",
      "value-1-ofAmount": "5",
    };
    const result = async () => (await form()).pages[1]?.questions[0];

    it("are put together from drop-downs, read back and shown with an example", async () => {
      expect(await see(`questions/add?to=${list}`)).toContain("A result");
      const shown = await send(add, { ...rows, show: "preview" });
      expect(shown.html).toContain("It is “Hours” times 12.5, minus 5.");
      expect(shown.html).toContain("If “Hours” is 10:");
      expect(shown.html).toContain("120");
      await send(add, rows);
      expect(await result()).toMatchObject({
        type: "calculated",
        value: { "+": [{ "*": [{ var: "hours" }, 12.5] }, { "-": [5] }] },
      });
      expect(await see("questions")).toContain("It is “Hours” times 12.5, minus 5.");
    });

    it("get a row more without being saved, and lose nothing that was chosen", async () => {
      const { html } = await send(add, { ...rows, do: "row-add" });
      expect(html).toContain('name="value-2-of"');
      expect(html).toContain('value="12.50"');
      expect(await result()).toBeUndefined();
    });

    it("say which row is not finished, and are not saved", async () => {
      const { status, html } = await send(add, { ...rows, "value-1-of": "" });
      expect(status).toBe(422);
      expect(html).toContain("Row 2: choose a question or a fixed amount");
      expect(await result()).toBeUndefined();
    });

    it("are changed as any question is", async () => {
      await send(add, rows);
      const at = `questions/edit?at=${list}/${(await result())?.id}`;
      const before = await draft();
      const fields = fieldsIn(await see(at));
      await send(at, fields);
      expect((await draft()).revision).toBe(before.revision);
      await send(at, { ...fields, "value-1-ofAmount": "7" });
      expect(await result()).toMatchObject({ value: { "+": [expect.anything(), { "-": [7] }] } });
    });
  });

  it("previews a question in Welsh where the service has Welsh", async () => {
    const at = "questions/edit?at=/form/pages/one/questions/hours";
    const html = await see(at);
    expect(html).toContain("Show the preview in Welsh");
    const accept = "text/html;fragment=preview";
    const preview = async (fields: Record<string, string>) =>
      (await send(at, { ...fieldsIn(html), show: "preview", ...fields }, { accept })).html;
    expect(await preview({})).not.toContain("Oriau");
    const welsh = await preview({ previewIn: "cy" });
    expect(welsh).toContain('lang="cy"');
    expect(welsh).toContain("Oriau");
    expect(await preview({ previewIn: "cy", "welsh-label": "Sawl awr?" })).toContain("Sawl awr?");
    expect(await preview({ previewIn: "cy", "welsh-label": "" })).toContain("Hours");
  });
});
