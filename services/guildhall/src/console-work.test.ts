import type { Role } from "@guildhall/contract";
import { addPerson, listAllTasks, noteHealth, startProcess } from "@guildhall/domain";
import { sampleAnswers } from "@guildhall/domain/testing";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import { fieldsIn } from "./testing/fields-in.ts";

const root = "/console/exampleshire";

describe("the staff pages of whoever looks after the work", () => {
  let world: ConsoleWorld;
  beforeEach(async () => {
    world = await createConsoleWorld();
  });
  afterEach(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });
  const contextOf = () => world.contextOf("exampleshire");
  async function someone(role: Role) {
    const browser = world.open();
    await world.enter(browser, { roles: [role] });
    return browser;
  }
  const start = async () =>
    startProcess(await contextOf(), { service: "noise", answers: sampleAnswers });

  it("draw figures with the same numbers as tables, filter them, and give them as CSV", async () => {
    await start();
    const ann = await someone("viewer");
    const { html } = await ann.get(`${root}/figures`);
    expect(html).toContain("1 received and 0 done, 0 of them late.");
    expect(html).toContain('aria-label="Received and done, by service.');
    expect(html).toContain("The same as a table: by service");
    const never = await ann.get(`${root}/figures?ward=Abbey&by=week&from=2020-01-01&to=x`);
    expect(never.html).toContain("Nothing was received or done in these days");
    expect(fieldsIn(never.html)).toMatchObject({ by: "week", ward: "Abbey" });
    const sheet = await ann.get(`${root}/figures.csv`);
    expect(sheet.html).toContain("all,,All,1,0,0");
  });

  it("count what is to do, and share out what is nobody's, once", async () => {
    await start();
    await start();
    const ctx = await contextOf();
    const [task] = (await listAllTasks(ctx, { limit: 1 })).data;
    const ann = await someone("caseworker");
    const before = await ann.get(`${root}/overview`);
    expect(before.html).toContain("2 unowned");
    const unowned = `${root}/work?whose=all&amp;assignee=nobody`;
    expect(before.html).toContain(unowned);
    expect((await ann.get(unowned.replace("&amp;", "&"))).html).toContain(
      task?.reference ?? "none",
    );
    const sent = fieldsIn(before.html);
    const nobody = await ann.post(`${root}/overview/share-out`, sent);
    expect([nobody.status, nobody.html.includes("Nobody is of this team")]).toEqual([404, true]);
    const email = "bob@exampleshire.example";
    const person = { name: "Bob", email, roles: ["caseworker"], teams: [task?.team ?? ""] };
    await addPerson(ctx, person as Parameters<typeof addPerson>[1]);
    for (const _again of [1, 2]) {
      const { status, html } = await ann.post(`${root}/overview/share-out`, sent);
      expect([status, /Bob.*?>2</s.test(html)]).toEqual([200, true]);
    }
    expect((await ann.get(`${root}/overview`)).html).toContain("0 unowned");
  });

  it("tell how it goes with connectors", async () => {
    await start();
    const ann = await someone("tenant-admin");
    const { html } = await ann.get(`${root}/health`);
    expect(html).toContain("Last took something");
    expect(html).toContain("What is owed");
  });

  it("tell whoever runs the platform how it goes with each council, and nobody else", async () => {
    await noteHealth(await world.contextOf("otherton"));
    const ops = world.open();
    await world.enter(ops, { tenant: "otherton", roles: ["platform-admin"] });
    const { html } = await ops.get("/console/otherton/councils-health");
    expect(html).toContain("otherton Council");
    expect(html).toContain("All connectors in use");
    expect(html).not.toContain("exampleshire");
    const admin = await someone("tenant-admin");
    expect((await admin.get(`${root}/councils-health`)).status).toBe(403);
  });

  it("are for those alone whose role they are part of", async () => {
    const viewer = await someone("viewer");
    expect((await viewer.get(`${root}/health`)).status).toBe(403);
    expect((await viewer.post(`${root}/overview/share-out`, { team: "a" })).status).toBe(403);
    const designer = await someone("designer");
    for (const page of ["overview", "figures", "figures.csv"])
      expect((await designer.get(`${root}/${page}`)).status).toBe(403);
  });
});
