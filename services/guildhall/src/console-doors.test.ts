import { Role } from "@guildhall/contract";
import { changePerson, listPeople } from "@guildhall/domain";
import { contentsOf } from "@guildhall/store/testing";
import { fieldsIn } from "./testing/fields-in.ts";
import type { StaffBrowser, StaffPage } from "./testing/staff-browser.ts";
import { cookieOf, createStaffDoors, type Kind, type StaffDoors } from "./testing/staff-doors.ts";

/** Everything that somebody of a council can be, alone; and somebody who is nothing. */
const roles = [
  ["nobody in particular", []],
  ...Role.exclude(["platform-admin"]).options.map((role) => [`a ${role}`, [role]]),
] as [string, Role[]][];
const everyRole = Role.exclude(["platform-admin"]).options;

describe("every staff page and form", () => {
  let all: StaffDoors;
  /** What each form of the pages holds, by where it is sent, as somebody who may do everything sees it. */
  let forms: Map<string, Record<string, string>>;
  beforeAll(async () => {
    all = await createStaffDoors();
    forms = await formsSeen(await all.enter([...everyRole]));
  }, 60_000);
  afterAll(async () => {
    expect(all.faults).toEqual([]);
    await all[Symbol.asyncDispose]();
  });

  /** What is held, but for the trail of who has read what, and for who has a case open. */
  async function held() {
    const { events = "", case_viewers: _, ...rest } = await contentsOf(all.world.ctx.db);
    const written = events.split("\n");
    return { ...rest, events: written.filter((event) => !/^\d+,'[\w.-]+\.read'/.test(event)) };
  }
  const pages = (tenant = "exampleshire", kind: Kind = "real") =>
    all.doors("GET").map((door) => all.addressOf(tenant, door, kind));
  const sendings = (tenant = "exampleshire", kind: Kind = "real") =>
    all.doors("POST").map((door) => all.addressOf(tenant, door, kind));
  /** Send what the form holds, or else what any form may have. */
  const send = (browser: StaffBrowser, path: string) =>
    browser.post(path, { ...anything, ...forms.get(path), once: crypto.randomUUID() });

  it("is among those that are tried", () => {
    expect(pages().length).toBeGreaterThan(100);
    expect(sendings().length).toBeGreaterThan(80);
    expect(forms.size).toBeGreaterThan(40);
  });

  it("shows nothing to whoever is not signed in, takes nothing from them, and keeps what they sent", async () => {
    const before = await held();
    for (const path of pages()) {
      const { status, location, html } = await all.open().get(path);
      expect([path, status, html]).toEqual([path, 303, ""]);
      expect(location).toMatch(/^\/console\/exampleshire\/sign-in\?next=/);
    }
    for (const path of sendings()) {
      const { status, html } = await send(all.open(), path);
      expect([path, status]).toEqual([path, 401]);
      expect(html).toContain("You were signed out");
    }
    expect(await held()).toEqual(before);
  });

  it.each(roles)("changes nothing when it is looked at by %s", async (_, their) => {
    const browser = await all.enter(their);
    const before = await held();
    for (const path of pages()) {
      const { status } = await browser.get(path);
      expect([path, status < 500]).toEqual([path, true]);
    }
    expect(await held()).toEqual(before);
  });

  it("is shown to nobody whose role does not have it, but for the first page and the keys", async () => {
    const browser = await all.enter([]);
    const first = ["", "signed-in", "shortcuts"].map((page) => `/console/exampleshire/${page}`);
    for (const path of pages().filter((page) => !first.includes(page))) {
      const { status, html } = await browser.get(path);
      expect([path, [403, 404]]).toEqual([path, expect.arrayContaining([status])]);
      if (status === 403) expect(html).toContain("This is not part of your role");
    }
  });

  it("is there for whoever may do everything, wherever its address leads to something", async () => {
    const browser = await all.enter([...everyRole]);
    const seen = await Promise.all(pages().map((path) => browser.get(path)));
    expect(seen.filter(({ status }) => status === 200).length).toBeGreaterThan(70);
  });

  it("opens for nobody with the session of another organisation, whatever they may do there", async () => {
    const operator = await all.enter([...Role.options], "operator");
    const [session = ""] = operator.cookies.values();
    const before = await held();
    for (const path of pages())
      expect([path, (await operator.get(path)).status]).toEqual([path, 303]);
    for (const [act, paths] of [
      ["get", pages()],
      ["post", sendings()],
    ] as const)
      for (const path of paths) {
        operator.cookies.set(cookieOf("exampleshire"), session);
        const { status } = act === "get" ? await operator.get(path) : await send(operator, path);
        expect([path, status]).toEqual([path, act === "get" ? 303 : 401]);
      }
    expect(await held()).toEqual(before);
  });

  it("says of another organisation's things what it says of things that never were", async () => {
    const operator = await all.enter([...Role.options], "operator");
    const before = await held();
    const told = async (path: string) => plain(await operator.get(path), path);
    const [real, random] = [pages("operator"), pages("operator", "random")];
    for (const [at, path] of real.entries()) {
      if (path === random[at]) continue;
      const answer = await told(path);
      expect([path, [303, 404]]).toEqual([path, expect.arrayContaining([answer.status])]);
      expect(answer).toEqual(await told(random[at] ?? ""));
    }
    for (const path of sendings("operator")) await send(operator, path);
    expect(await held()).toEqual(before);
  });

  it.each([
    ["nobody in particular", []],
    ["a viewer", ["viewer" as const]],
  ])("lets %s change nothing", async (_, their) => {
    const browser = await all.enter(their);
    const before = await held();
    for (const path of sendings()) {
      const { status } = await send(browser, path);
      expect([path, status < 500]).toEqual([path, true]);
    }
    expect(await held()).toEqual(before);
  });

  it.each([
    [
      "caseworker",
      /^(people|api_keys|connectors|secrets|subscriptions|services?_|services$|recipes|targets|brands)/,
    ],
    [
      "designer",
      /^(people|api_keys|connectors|secrets|subscriptions|processes|tasks|notes|documents)/,
    ],
    ["tenant-admin", /^(processes|tasks|notes|documents)/],
  ] as const)("lets a %s change nothing that is not theirs", async (role, foreign) => {
    const browser = await all.enter([role]);
    const theirs = async () =>
      Object.entries(await held()).filter(([table]) => foreign.test(table));
    const before = await theirs();
    expect(before.length).toBeGreaterThan(3);
    for (const path of sendings()) {
      const { status } = await send(browser, path);
      expect([path, status < 500]).toEqual([path, true]);
    }
    expect(await theirs()).toEqual(before);
  });

  it("is gone a second after the role is taken away, in the middle of a session", async () => {
    const { world } = all;
    const browser = await all.enter(["tenant-admin"]);
    const person = (await listPeople(world.ctx, { limit: 100 })).data.at(-1)?.id ?? "";
    const keys = "/console/exampleshire/keys";
    expect((await browser.get(keys)).status).toBe(200);
    await changePerson(world.ctx, person, { roles: ["viewer"] });
    world.clock.move(1000);
    expect((await browser.get(keys)).status).toBe(403);
    expect((await browser.get("/console/exampleshire/")).html).not.toContain(`href="${keys}"`);
  });

  /** What the forms hold that somebody sees on all pages. */
  async function formsSeen(browser: StaffBrowser) {
    const seen = new Map<string, Record<string, string>>();
    for (const path of pages()) {
      const { html } = await browser.get(path);
      for (const [form, action = path] of html.matchAll(
        /<form method="post"(?: action="([^"]*)")?.*?<\/form>/gs,
      ))
        seen.set(action.replaceAll("&amp;", "&"), fieldsIn(form));
    }
    return seen;
  }
});

/** What forms ask for that are empty when they are shown. */
const anything = {
  name: "Grace Hopper",
  email: "grace@exampleshire.test",
  roles: "tenant-admin",
  kind: "vendor",
  scopes: "notes:read",
  months: "12",
  hours: "24",
  proof: "secret",
  active: "yes",
  title: "Another",
  text: "Another",
  contents: "Another",
  reason: "Another",
  note: "Another",
  channel: "phone",
  url: "https://vendor.example/hook",
  events: "note.added",
  confirmed: "yes",
  confirm: "yes",
};

/** What a page says, but for what is another each time, and for the address that was asked for. */
function plain({ status, html, location }: StaffPage, path: string) {
  const ids = path.split("/").slice(3);
  const said = ids.reduce((rest, id) => rest.replaceAll(id, "…"), location + html);
  return { status, said: said.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "once") };
}
