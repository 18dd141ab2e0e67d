import type { Edit } from "@guildhall/contract";
import { beginServiceDraft, editServiceDraft, getServiceDraft } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const look = "/console/exampleshire/services/noise/look";
const welshPage = `${look}/welsh`;

describe("the staff pages of look and languages", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser, { roles: ["designer"] });
    await beginServiceDraft(await world.contextOf("exampleshire"), { service: "noise" });
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });
  const draft = async () => getServiceDraft(await world.contextOf("exampleshire"), "noise");
  const definition = async () => (await draft()).definition;
  const page = async (path = look) => (await browser.get(path)).html;
  const save = async (sent: Record<string, string>, path = look) =>
    browser.post(path, { ...fieldsIn(await page(path)), ...sent });
  const other = async (...edits: Edit[]) => {
    const { revision: since } = await draft();
    const ctx = await world.contextOf("exampleshire");
    await editServiceDraft(ctx, "noise", { edits, since });
  };
  const translate = (path: string, of: string, text: string) =>
    other({ act: "set", at: `/welsh/${path}`, to: { of, text } });

  it("say what a service is called and what it is for, and show it as text", async () => {
    const said = {
      title: "Noise & <din>",
      summary: "It is loud.",
      lgsl: "532",
      urgent: "Ring 999.",
    };
    const { location } = await save({ ...said, replacesDrafts: "yes", introduction: "One\r\ntwo" });
    expect(location).toBe(`${look}?done=draft-saved`);
    expect(await definition()).toMatchObject({
      ...said,
      lgsl: 532,
      replacesDrafts: true,
      introduction: "One\ntwo",
    });
    expect(await page()).toContain("Noise &amp; &lt;din&gt;");
    await save({ urgent: "", lgsl: "", replacesDrafts: "" });
    const { urgent, lgsl, replacesDrafts } = await definition();
    expect([urgent, lgsl, replacesDrafts]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    [{ title: " " }, "Enter the name of the service"],
    [{ title: "a".repeat(121) }, "title"],
    [{ lgsl: "five" }, "Enter the number of the service in digits"],
  ])("keep nothing where %j cannot be, and say so at its field", async (wrong, sentence) => {
    const before = await draft();
    const { status, html } = await save({ summary: "Not lost", ...wrong });
    expect(status).toBe(422);
    expect(html).toContain(sentence);
    expect(html).toContain(`href="#${Object.keys(wrong)[0]}"`);
    expect(html).toContain("Not lost");
    expect(await draft()).toEqual(before);
  });

  it("lay the Welsh beside the English, and mark what is old", async () => {
    const { title } = await definition();
    expect(await page()).toContain("Offer it in Welsh too");
    await save({ "welsh-title": "Sŵn" }, welshPage);
    expect((await definition()).welsh?.title).toEqual({ of: title, text: "Sŵn" });
    expect(await page()).toContain("The service is offered in English and Welsh.");
    await save({ title: "Din" });
    const old = await page();
    expect(old).toContain("Its English has changed since.");
    expect(old).toContain("Of 1 the English has changed since.");
    await save({ "right-title": "yes" });
    expect((await definition()).welsh?.title).toEqual({ of: "Din", text: "Sŵn" });
    expect(await page()).not.toContain("Its English has changed since.");
  });

  it("keep with the Welsh the English that its translator saw", async () => {
    const fields = fieldsIn(await page(welshPage));
    const { title } = await definition();
    await other({ act: "set", at: "/title", to: "Racket" });
    await browser.post(welshPage, { ...fields, "welsh-title": "Sŵn" });
    expect((await definition()).welsh?.title).toEqual({ of: title, text: "Sŵn" });
    expect(await page(welshPage)).toContain("Its English has changed since.");
  });

  it("show what is left to translate, some at a time, and all where that is asked for", async () => {
    const { title } = await definition();
    await translate("title", title, "Sŵn");
    const left = fieldsIn(await page(welshPage));
    expect(left).not.toHaveProperty("welsh-title");
    const [, next = ""] = /href="([^"]+)" rel="next"/.exec(await page(welshPage)) ?? [];
    const rest = fieldsIn(await page(next.replaceAll("&amp;", "&")));
    const names = (fields: object) =>
      Object.keys(fields).filter((name) => name.startsWith("welsh-"));
    expect(names(rest).length).toBeGreaterThan(0);
    expect(names(left).filter((name) => names(rest).includes(name))).toEqual([]);
    expect(fieldsIn(await page(`${welshPage}?show=all`))).toMatchObject({ "welsh-title": "Sŵn" });
  });

  it("take the Welsh of a text away with the text, and where it is emptied", async () => {
    await save({ urgent: "Ring 999." });
    await translate("title", (await definition()).title, "Sŵn");
    await translate("urgent", "Ring 999.", "Ffoniwch 999.");
    await save({ urgent: "", "welsh-title": "" });
    expect((await definition()).welsh).toEqual({});
  });

  it("say where Welsh is too long, and lose none of it", async () => {
    const long = "ŵ".repeat(4001);
    const { status, html } = await save({ "welsh-title": long }, welshPage);
    expect(status).toBe(422);
    expect(html).toContain('href="#welsh-title"');
    expect(html).toContain(long);
  });
});
