import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire";
const at = `${root}/brands/exampleshire`;
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>';

describe("the pages of brands", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser);
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });
  const sendLogo = async (contents: string) => {
    const body = new FormData();
    body.set("file", new File([contents], "logo.svg"));
    const headers = { "Sec-Fetch-Site": "same-origin" };
    return browser.send(`${at}/logo`, { method: "POST", body, headers });
  };

  it("change what there is, and lose nothing of what they do not show otherwise", async () => {
    expect((await browser.get(`${root}/brands`)).html).toContain(`href="${at}"`);
    const { html } = await browser.get(at);
    const fields = { ...(fieldsIn(html) as Record<string, string>), emergencyCy: "Ffoniwch 999" };
    const saved = await browser.post(at, fields);
    expect([saved.status, saved.location]).toEqual([303, `${at}?done=brand-saved`]);
    const again = await browser.get(at);
    expect(fieldsIn(again.html)).toEqual(fields);
  });

  it("show what colours look like before anything is changed, and refuse pale ones", async () => {
    const fields = { name: "Pale", shortName: "P", brand: "#FFFF00" };
    const shown = await browser.post(`${root}/brands/new`, { ...fields, go: "show" });
    expect([shown.status, shown.html.includes("contrast of 1.1 to 1")]).toEqual([200, true]);
    const refused = await browser.post(`${root}/brands/new`, fields);
    expect([refused.status, refused.html.includes("Choose a darker colour")]).toEqual([400, true]);
    const added = await browser.post(`${root}/brands/new`, { ...fields, brand: "#0a5c55" });
    expect(added.location).toBe(`${root}/brands/pale?done=brand-saved`);
    const twice = await browser.post(`${root}/brands/new`, { ...fields, brand: "#0a5c55" });
    expect([twice.status, twice.html.includes("of this name already")]).toEqual([400, true]);
  });

  it.each([
    ["no name", { name: "" }, "Enter what it is called"],
    ["no colour", { brand: "green" }, "six digits or letters"],
    ["no email address", { email: "nobody" }, "Enter an email address"],
    ["too long a short name", { shortName: "x".repeat(41) }, "40 characters or fewer"],
  ])("refuse %s, and keep what was typed", async (_, wrong, sentence) => {
    const fields = { name: "Fen", shortName: "Fen", brand: "#0a5c55", telephone: "01632 960000" };
    const { status, html } = await browser.post(at, { ...fields, ...wrong });
    expect([status, html.includes(sentence)]).toEqual([400, true]);
    expect(fieldsIn(html)).toMatchObject({ telephone: "01632 960000", ...wrong });
  });

  it("put a logo in its place, show it, and take it away", async () => {
    expect((await sendLogo("<svg><script/></svg>")).html).toContain("holds more than shapes");
    expect((await sendLogo("")).html).toContain("Choose a file with the logo");
    expect((await sendLogo(svg + " ".repeat(2_000_000))).html).toContain("larger than 100 kB");
    expect((await sendLogo(svg)).location).toBe(`${at}?done=logo-changed`);
    expect((await browser.get(at)).html).toContain(`src="${at}/logo"`);
    const shown = await browser.get(`${at}/logo`);
    expect([shown.headers.get("content-type"), shown.html]).toEqual(["image/svg+xml", svg]);
    await browser.post(`${at}/logo/remove`);
    expect((await browser.get(at)).html).not.toContain(`src="${at}/logo"`);
    expect((await browser.get(`${root}/brands/nobody`)).status).toBe(404);
  });
});
