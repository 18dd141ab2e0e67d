import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const path = "/console/exampleshire/replays/new";

describe("the staff page of a replay", () => {
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

  it("shows what would be sent of all that waits", async () => {
    const { status, html } = await browser.get(path);
    expect(status).toBe(200);
    expect(html).toContain("None of these waits any more.");
  });

  it.each(["connector=Alloy_1", "service=..", "state=stuck", "ids=out_1%20and%20more"])(
    "never takes what names nothing for everything: %s",
    async (query) => {
      const { status, html } = await browser.get(`${path}?${query}`);
      expect(status).toBe(422);
      expect(html).toContain("Something here cannot be used");
    },
  );
});
