import type { Edit } from "@guildhall/contract";
import { beginServiceDraft, editServiceDraft, getServiceDraft } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire/services/noise";

describe("the staff page of what two people have changed", () => {
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
  const definition = async () => (await getServiceDraft(await context(), "noise")).definition;
  const other = async (...edits: Edit[]) => {
    const { revision: since } = await getServiceDraft(await context(), "noise");
    await editServiceDraft(await context(), "noise", { edits, since });
  };
  const fields = async (path: string) => fieldsIn((await browser.get(`${root}${path}`)).html);
  const rest = (html: string) => {
    const [button = ""] = /<button[^>]*>\s*Leave theirs, and save/.exec(html) ?? [];
    return (/ value="([^"]*)"/.exec(button)?.[1] ?? "").replaceAll("&quot;", '"');
  };

  it("parts the subject of a message from its text", async () => {
    const shown = await fields("/messages/started");
    await other({ act: "set", at: "/messages/started/text", to: "Theirs" });
    const sent = { ...shown, subject: "My subject", text: "My text" };
    const { status, html } = await browser.post(`${root}/messages/started`, sent);
    expect(status).toBe(409);
    expect(html).toContain("Started subject");
    const left = { ...fieldsIn(html), edits: rest(html) };
    expect((await browser.post(`${root}/edits`, left)).status).toBe(303);
    const { messages } = await definition();
    expect(messages?.started).toEqual({ subject: "My subject", text: "Theirs" });
  });

  it("says what was entered in words", async () => {
    const translated = await fields("/look/welsh");
    await other({ act: "set", at: "/welsh/title", to: { of: "Noise", text: "Sŵn" } });
    await other({ act: "set", at: "/retention/lawfulBasis", to: "Theirs" });
    const welsh = { ...translated, "welsh-title": "Twrw <b>" };
    const inWelsh = (await browser.post(`${root}/look/welsh`, welsh)).html;
    expect(inWelsh).toContain("Welsh of title");
    expect(inWelsh).toMatch(/>Twrw &lt;b&gt;</);
    const to = { lawfulBasis: "Mine", days: 9 };
    const edits = JSON.stringify([{ act: "set", at: "/retention", to }]);
    const { html } = await browser.post(`${root}/edits`, { edits, since: "1" });
    expect(html).toContain("Lawful basis: Mine\nDays: 9");
  });
});
