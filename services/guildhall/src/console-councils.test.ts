import { shareRecipe } from "@guildhall/domain";
import { type ConsoleWorld, createConsoleWorld } from "./testing/console-world.ts";
import type { StaffBrowser } from "./testing/staff-browser.ts";

const at = "/console/otherton/councils";
const named = { name: "Fenmarsh District Council", id: "fenmarsh", kind: "council" };
const admins = { adminName1: "Ada Byron", adminEmail1: "ada@fenmarsh.example" };
const alloy = {
  office: "alloy",
  officeName: "environmental health",
  address: "https://127.0.0.1/",
  reference: "attributes_ref",
  alloyKey: "a-key-of-twenty-signs",
};

describe("taking a council on in the staff pages", () => {
  let world: ConsoleWorld;
  let browser: StaffBrowser;
  beforeAll(async () => {
    world = await createConsoleWorld();
    browser = world.open();
    await world.enter(browser, { tenant: "otherton", roles: ["platform-admin"] });
    const said = { service: "noise", news: "New.", withMappings: false, parts: [] };
    await shareRecipe(await world.contextOf("exampleshire"), said);
  });
  afterAll(async () => {
    await world[Symbol.asyncDispose]();
    expect(world.faults).toEqual([]);
  });

  const once = crypto.randomUUID();
  const send = (step: string, fields: Record<string, string>, go = "next") =>
    browser.post(`${at}/new`, { once, step, go, recipes: "noise", ...fields });

  it("says what to do while there is none, and begins with every recipe chosen", async () => {
    expect((await browser.get(at)).html).toContain("There is none yet. Take one on");
    const { html } = await browser.get(`${at}/new`);
    expect(html).toContain('<input type="hidden" name="recipes" value="noise"/>');
  });

  it("says what is wrong beside each field, and keeps what was typed", async () => {
    const taken = await send("name", { ...named, id: "exampleshire", domain: "not a host_" });
    expect(taken.status).toBe(400);
    expect(taken.html).toContain("Enter a host name, like services.fenmarsh.gov.uk");
    expect(taken.html).toContain('value="exampleshire"');
    const known = await send("name", { ...named, id: "exampleshire" });
    expect(known.html).toContain("There is a tenant “exampleshire” already.");
    const pale = await send("brand", { ...named, colour: "#ffdd00" });
    expect(pale.html).toContain("White text on #ffdd00 cannot be read by all.");
    const openid = await send("sign-in", { ...named, signIn: "openid" });
    expect(openid.html).toContain("Enter the address of the provider");
    const nobody = await send("administrators", named);
    expect(nobody.html).toContain("Enter an email address, like name@fenmarsh.gov.uk");
  });

  it("draws the brand in its colour, makes an id of the name, and carries all along on the way back", async () => {
    const { html } = await send("name", { name: "Fenmarsh District Council" });
    expect(html).toContain('name="id" value="fenmarsh"');
    const shown = await send("brand", { ...named, colour: "#0a5c55" }, "brand");
    expect(shown.html).toContain('fill="#0a5c55"');
    expect(shown.html).toContain("a contrast of 7.9 to 1");
    const back = await send("connector", { ...named, colour: "#0a5c55", ...alloy }, "name");
    expect(back.html).toContain('value="Fenmarsh District Council"');
    expect(back.html).toContain('name="address" value="https://127.0.0.1/"');
  });

  it.each(["constructor", "__proto__", "nothing"])(
    "has no back office “%s” to test",
    async (office) => {
      const { status } = await send("connector", { ...named, ...alloy, office }, "test");
      expect(status).toBe(400);
    },
  );

  it("tests a connection before it is kept", async () => {
    const refused = await send("connector", { ...named, ...alloy }, "test");
    expect(refused.html).toContain("This address may not be called.");
    const address = "simulator:alloy/fenmarsh";
    const tested = await send("connector", { ...named, ...alloy, address }, "test");
    expect(tested.html).toContain("The connection does not work.");
    expect(tested.html).toContain("This address may not be called from here.");
  });

  it("shows all of it before it is made but no credential, and makes it once", async () => {
    const all = { ...named, colour: "#0a5c55", ...alloy, ...admins };
    const whole = { ...all, address: "simulator:alloy/fenmarsh" };
    const check = await send("administrators", whole);
    expect(check.html).toContain("Ada Byron, ada@fenmarsh.example");
    expect(check.html.replaceAll(/<input[^>]*>/g, "")).not.toContain(alloy.alloyKey);
    const made = await send("check", whole);
    expect([made.status, made.location]).toEqual([303, `${at}/fenmarsh?done=council-created`]);
    expect((await send("check", whole)).location).toBe(made.location);
    const { html } = await browser.get(`${at}/fenmarsh`);
    expect(html).toContain("1 invited; nobody has signed in yet.");
    expect(html).toContain("It is set up, with what it is let in with.");
    expect((await browser.get(at)).html).toContain("Fenmarsh District Council");
    const run = await browser.post(`${at}/fenmarsh/scenarios`);
    expect(run.location).toBe(`${at}/fenmarsh?done=scenarios-begun`);
    const gone = await send("check", { ...whole, name: "Fen", once: crypto.randomUUID() });
    expect(gone.html).toContain("There is a tenant “fenmarsh” already.");
  });

  it("shows nothing of a council that others run the platform for, nor to who does not run it", async () => {
    expect((await browser.get(`${at}/exampleshire`)).status).toBe(404);
    const own = world.open();
    await world.enter(own);
    expect((await own.get("/console/exampleshire/")).html).not.toContain("/councils");
    expect((await own.get("/console/exampleshire/councils")).status).toBe(403);
  });
});
