import { getConnection } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const page = "/console/exampleshire/connections";
const office = `${page}/back-office`;
const secret = "a-key-that-the-office-gave-9876";

describe("the connections of a council", () => {
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

  const credential = async () =>
    (await getConnection(await world.contextOf("exampleshire"), "back-office")).credential;

  it("are listed with what may be said of their credentials", async () => {
    expect((await browser.get(page)).html).toMatch(/environmental health.*Not set/s);
    await browser.post(office, { apiKey: secret });
    const { html } = await browser.get(page);
    expect(html).toMatch(/Ends in 9876, set by Ann of exampleshire /);
    expect(html).not.toContain(secret);
  });

  it("take a credential, which is never shown again, and say who set it", async () => {
    const done = await browser.post(office, { apiKey: ` ${secret} ` });
    expect(done.location).toBe(`${office}?done=credential-set`);
    expect(await credential()).toMatchObject({
      set: true,
      last4: "9876",
      setBy: "Ann of exampleshire",
    });
    const { html } = await browser.get(`${office}?done=credential-set`);
    expect(html).toContain("Replace the credential");
    expect(html).not.toContain(secret);
  });

  it.each([{}, { apiKey: " " }, { apiKey: "with a £" }])(
    "take nothing that is none: %j",
    async (typed) => {
      const { status, html } = await browser.post(office, typed);
      expect([status, html]).toEqual([422, expect.stringContaining('href="#apiKey"')]);
      expect(html).not.toContain("with a £");
      expect(await credential()).toEqual({ set: false });
    },
  );

  it("take one from nobody who may only look", async () => {
    const looker = world.open();
    await world.enter(looker, { roles: ["designer"] });
    expect((await looker.get(office)).html).not.toContain(
      '<form method="post" action="/console/exampleshire/connections',
    );
    expect((await looker.post(office, { apiKey: secret })).status).toBe(403);
    expect(await credential()).toEqual({ set: false });
  });

  it("are not there where there is none of that name", async () => {
    expect((await browser.get(`${page}/made-up`)).status).toBe(404);
    expect((await browser.post(`${page}/made-up`, { apiKey: secret })).status).toBe(404);
  });
});
