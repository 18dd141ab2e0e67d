import { getPerson, listPeople } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const root = "/console/exampleshire/";

describe("what cannot be taken back", () => {
  let world: ConsoleWorld;
  let admin: StaffBrowser;
  let colleague: StaffBrowser;
  let person: string;
  beforeEach(async () => {
    world = await createConsoleWorld();
    admin = world.open();
    colleague = world.open();
    await world.enter(admin);
    const id = await world.enter(colleague, { roles: ["viewer"] });
    person = `${root}people/${id}`;
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  const people = async () =>
    (await listPeople(await world.contextOf("exampleshire"), { limit: 100 })).data;

  it("says what signing somebody out does before it is done", async () => {
    const { html } = await admin.get(person);
    expect(html).toContain(`href="${person}/sign-out"`);
    expect(html).not.toContain(`action="${person}/sign-out"`);
    const asked = await admin.get(`${person}/sign-out`);
    expect(asked.html).toContain("Within a second they are signed out of every browser");
    expect(asked.html).toContain(`action="${person}/sign-out"`);
    expect((await colleague.get(root)).status).toBe(200);
    await admin.post(`${person}/sign-out`);
    await vi.waitFor(async () => expect((await colleague.get(root)).status).toBe(303), 5000);
  });

  it("removes nobody whose name was not typed", async () => {
    const { html } = await admin.get(`${person}/remove`);
    expect(html).toContain("Type “Ann of exampleshire” to confirm");
    for (const name of ["", "Ann", "Ann of otherton"]) {
      const refused = await admin.post(`${person}/remove`, { name });
      expect([refused.status, refused.html]).toEqual([
        422,
        expect.stringContaining('href="#name"'),
      ]);
    }
    expect(await people()).toHaveLength(2);
    const done = await admin.post(`${person}/remove`, { name: " ann of  exampleshire" });
    expect(done.location).toBe(`${root}people?done=person-removed`);
    expect(await people()).toHaveLength(1);
    const id = person.split("/").at(-1) ?? "";
    const ctx = await world.contextOf("exampleshire");
    await expect(getPerson(ctx, id)).rejects.toMatchObject({ code: "not-found" });
  });
});
