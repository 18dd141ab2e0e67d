import {
  beginServiceDraft,
  editServiceDraft,
  getServiceDraft,
  getServiceExit,
  publishServiceDraft,
} from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const noise = "/console/exampleshire/services/noise";
const once = () => crypto.randomUUID();

describe("the staff pages of a service's versions", () => {
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
  const page = async (path: string) => (await browser.get(path)).html;
  const retitle = async (title: string) => {
    const ctx = await context();
    const { revision: since } = await beginServiceDraft(ctx, { service: "noise" });
    await editServiceDraft(ctx, "noise", {
      since,
      edits: [{ act: "set", at: "/title", to: title }],
    });
  };
  const publish = async (title: string) => {
    await retitle(title);
    await publishServiceDraft(await context(), { service: "noise", summary: `Now <${title}>` });
  };

  it("list them with what was said of each and by whom", async () => {
    await publish("Din");
    const html = await page(`${noise}/versions`);
    expect(html).toContain("Now &lt;Din&gt;");
    expect(html).toContain("Was live before");
    expect(html).toContain("“Report a noise nuisance”");
    expect(html).toContain(`href="${noise}/versions/1"`);
  });

  it("show one as it was, and restore it as a draft where there is none", async () => {
    await publish("Din");
    const html = await page(`${noise}/versions/1`);
    expect(html).toContain("“Report a noise nuisance”, published");
    expect(html).toContain("Restore it as a draft");
    const { location } = await browser.post(`${noise}/begin`, { version: "1", once: once() });
    expect(location).toBe(`${noise}?done=draft-begun`);
    const draft = await getServiceDraft(await context(), "noise");
    expect(draft).toMatchObject({ basedOn: 2, definition: { title: "Report a noise nuisance" } });
    expect(await page(`${noise}/versions/1`)).toContain("publish the draft first");
  });

  it("say in words what was done to a draft, and by whom", async () => {
    await retitle("Din <&>");
    const html = await page(`${noise}/history`);
    expect(html).toContain("began the draft");
    expect(html).toContain("Din &lt;&amp;&gt;");
    expect(html).toContain((await context()).actor.name);
  });

  it("withdraw it once it was asked for twice, with words for whoever still comes", async () => {
    expect(await page(noise)).toContain(`href="${noise}/withdraw"`);
    const words = { text: "Ring us on 01223 457000.", welsh: "Ffoniwch ni." };
    const asked = await browser.post(`${noise}/withdraw`, { ...words, once: once() });
    expect(asked.html).toContain("Withdraw it now?");
    expect(asked.html).toContain("Ffoniwch ni.");
    expect((await (await context()).catalogue.live("noise")).version).toBe(1);
    expect(asked.html).toContain("Type “Report a noise nuisance” to confirm");
    const slip = { ...words, confirmed: "yes", name: "Report noise", once: once() };
    expect((await browser.post(`${noise}/withdraw`, slip)).status).toBe(422);
    expect((await (await context()).catalogue.live("noise")).version).toBe(1);
    const sent = { ...slip, name: " report a noise  nuisance", once: once() };
    const { location } = await browser.post(`${noise}/withdraw`, sent);
    expect(location).toBe(`${noise}?done=service-withdrawn`);
    expect(await getServiceExit(await context(), "noise")).toMatchObject(words);
    const home = await page(noise);
    expect(home).toContain("Withdrawn");
    expect(home).toContain("Ring us on 01223 457000.");
    expect((await browser.get(`${noise}/withdraw`)).status).toBe(404);
    const again = await browser.post(`${noise}/begin`, { version: "1", once: once() });
    expect(again.location).toBe(`${noise}?done=draft-begun`);
  });

  it.each([
    [{ text: " " }, "Say what people should read"],
    [{ text: "a".repeat(2001) }, "2,000 characters or fewer"],
    [{ text: "Ring us.", welsh: "ŵ".repeat(2001) }, "2,000 characters or fewer"],
  ])("do not withdraw it with the words %j", async (words, sentence) => {
    const sent = { ...words, confirmed: "yes", once: once() };
    const { status, html } = await browser.post(`${noise}/withdraw`, sent);
    expect(status).toBe(422);
    expect(html).toContain(sentence);
    expect((await (await context()).catalogue.live("noise")).version).toBe(1);
  });

  it("are of what was published alone, and changed by nobody who only looks", async () => {
    await beginServiceDraft(await context(), { title: "Benches" });
    for (const path of ["versions", "versions/1", "withdraw"])
      expect((await browser.get(`${noise.replace("noise", "benches")}/${path}`)).status).toBe(404);
    for (const version of ["9", "none", "0"])
      expect((await browser.get(`${noise}/versions/${version}`)).status).toBe(404);
    const looker = world.open();
    await world.enter(looker, { roles: ["tenant-admin"] });
    expect((await looker.get(`${noise}/versions/1`)).html).not.toContain("Restore it");
    const name = "Report a noise nuisance";
    const sent = { text: "Ring us.", confirmed: "yes", name, once: once() };
    expect((await looker.post(`${noise}/withdraw`, sent)).status).toBe(403);
  });
});
