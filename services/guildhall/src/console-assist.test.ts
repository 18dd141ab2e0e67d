import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire/assist";

describe("the staff pages for filling in for a caller", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  beforeEach(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser, { roles: ["caseworker"] });
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  it("find a service by its words, and ask how the caller came", async () => {
    expect((await browser.get(`${root}?q=NOISE+report`)).html).toContain(`${root}/noise`);
    expect((await browser.get(`${root}?q=nothing-like-it`)).html).toContain("No service has these");
    const page = await browser.get(`${root}/noise`);
    for (const words of ["By phone", "In person", "By letter"]) expect(page.html).toContain(words);
    const wrong = await browser.post(`${root}/noise`, { channel: "online" });
    expect([wrong.status, wrong.html.includes("Choose how they contacted you")]).toEqual([
      422,
      true,
    ]);
  });

  it("lead to the citizen's pages with a code, the same for the same press", async () => {
    const form = { once: "the-same-press-twice", channel: "phone" };
    const led = await browser.post(`${root}/noise`, form);
    expect([led.status, led.location]).toEqual([
      303,
      expect.stringMatching(/^\/c\/exampleshire\/assist\?code=[\w-]{43}$/),
    ]);
    expect((await browser.post(`${root}/noise`, form)).location).toBe(led.location);
  });

  it("are not for those who may not send in a citizen's name", async () => {
    const other = world.open();
    await world.enter(other, { roles: ["designer", "viewer"] });
    expect((await other.get("/console/exampleshire/")).html).not.toContain(root);
    expect((await other.post(`${root}/noise`, { channel: "phone" })).status).toBe(403);
    expect((await browser.get(`${root}/not-there`)).status).toBe(404);
  });
});
