import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { form, startSimulators, type TestSimulators } from "./fixtures/test-simulators.ts";

describe("createSimulators", () => {
  let world: TestSimulators;
  beforeEach(() => {
    world = startSimulators();
  });
  afterEach(() => world.close());

  const page = async (path: string) => (await world.request(path)).text();

  it("lists tenants and systems, each said not to be the real product", async () => {
    const html = await page("/");
    expect(html).toContain('href="/alloy/exampleshire/"');
    expect(html).toContain('href="/uniform/exampleshire/"');
    expect(await page("/alloy/exampleshire/")).toContain(
      "Simulator of Alloy – not the real product",
    );
    expect(await page("/uniform/exampleshire/")).toContain("Simulator of Uniform – not the real");
  });

  it("knows no other tenant and no other system", async () => {
    expect((await world.request("/alloy/elsewhere/")).status).toBe(404);
    expect((await world.request("/other/exampleshire/")).status).toBe(404);
  });

  it("opens a register for a tenant that has just been made, once, and for nobody else", async () => {
    await world.close();
    const register = { apiKey: "key", userName: "GUILDHALL", password: "word" };
    const newcomer = async (tenant: string) => (tenant === "newtown" ? register : undefined);
    world = startSimulators({ newcomer });
    const headers = { "X-Api-Key": "key", "Content-Type": "application/json" };
    const cases = "/register/newtown/api/cases";
    const body = JSON.stringify({ summary: "A bench is broken" });
    const sent = await Promise.all(
      [1, 2].map(() => world.request(cases, { method: "POST", headers, body })),
    );
    const ids = await Promise.all(sent.map(async (answer) => (await answer.json()).id));
    expect(new Set(ids).size).toBe(2);
    expect((await world.request(cases)).status).toBe(401);
    expect((await world.request("/register/elsewhere/api/cases", { headers })).status).toBe(404);
  });

  it("lets pages load nothing from elsewhere and run no script", async () => {
    const { headers } = await world.request("/alloy/exampleshire/");

    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(await page("/alloy/exampleshire/")).not.toContain("<script");
  });

  it("gives the same faults to a person as to a test", async () => {
    const address = "/uniform/exampleshire/misbehave";
    const fields = { on: "slow", "slow-ms": "20", "slow-times": "", "down-times": "3" };
    expect((await world.request(address, form(fields))).status).toBe(303);

    const faults = await world.request("/uniform/exampleshire/faults");
    expect(await faults.json()).toEqual({ slow: { ms: 20 } });
    expect(await page(address)).toContain("Answer slowly (20 ms)");
  });

  it.each([
    [{ on: "slow", "slow-ms": "" }, undefined, 400],
    [{ on: "down", "down-times": "-1" }, undefined, 400],
    [{ on: "down" }, "https://elsewhere.test", 403],
  ])("does not take the faults %j from %s", async (fields, origin, status) => {
    const response = await world.request("/alloy/exampleshire/misbehave", form(fields, origin));

    expect(response.status).toBe(status);
    expect(await (await world.request("/alloy/exampleshire/faults")).json()).toEqual({});
  });

  it("shows a person the calls that a test reads as JSON", async () => {
    await world.request("/alloy/exampleshire/api/design");
    const headers = { accept: "text/html" };
    const response = await world.request("/alloy/exampleshire/requests", { headers });

    expect(await response.text()).toContain("GET /alloy/exampleshire/api/design");
  });
});

describe("a tenant's set-up", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tenants-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("may have one system, or none", async () => {
    const fixtures = join(import.meta.dirname, "fixtures/exampleshire/simulators");
    mkdirSync(join(folder, "one/simulators"), { recursive: true });
    mkdirSync(join(folder, "none"));
    cpSync(join(fixtures, "uniform.yaml"), join(folder, "one/simulators/uniform.yaml"));
    const world = startSimulators({ folder });

    expect((await world.request("/uniform/one/")).status).toBe(200);
    expect((await world.request("/alloy/one/")).status).toBe(404);
    expect(await (await world.request("/")).text()).not.toContain("None");
    await world.close();
  });

  it.each([
    ["uniform.yaml", "databaseId: [", /uniform\.yaml: /],
    ["uniform.yaml", "{ databaseId: A, lists: {} }", /uniform\.yaml: .*SRRECTYPE/s],
    [
      "uniform.yaml",
      "{ databaseId: A, lists: { SRRECTYPE: [{ code: A, text: B }], SRSTATUS: [{ code: A, text: B }] } }",
      /closedStatus/,
    ],
    [
      "uniform.yaml",
      "{ databaseId: A, visitStatus: X, lists: { SRRECTYPE: [{ code: A, text: B, kind: Z }] } }",
      /visitStatus.*A is of a kind Z that SRKIND has not/s,
    ],
    [
      "uniform.yaml",
      "{ databaseId: A, lists: { SRRECTYPE: [{ code: A, text: B }] }, cases: [{ type: FOOD, number: 1, complaintType: C, status: 1_REC, how: WEB, nature: N, enteredHoursAgo: 1, site: {} }] }",
      /cases: SRRECTYPE has no C.*cases: SRRECHOW has no WEB/s,
    ],
    ["alloy.yaml", "designs: []", /alloy\.yaml: /],
    [
      "alloy.yaml",
      "{ designs: [{ code: d, name: D, attributes: [] }], workflow: { design: x, reference: r, processId: p, callbackUrl: c, grant: g, status: s, statusDesign: d, open: [000000000000000000000a01], closing: [000000000000000000000a02] } }",
      /no design x.*no attribute r.*is no item of d/s,
    ],
    [
      "alloy.yaml",
      "{ designs: [{ code: d, name: D, attributes: [] }], workflow: { design: d, reference: attributes_itemsTitle, processId: attributes_itemsTitle, callbackUrl: attributes_itemsTitle, grant: attributes_itemsTitle, status: attributes_itemsTitle, statusDesign: d, open: [000000000000000000000a01], closing: [000000000000000000000a02], visit: { status: 000000000000000000000a03, inspections: { link: l, title: t, plannedFor: p, officer: o, result: r } }, page: { what: w } } }",
      /no attribute w.*000000000000000000000a03 is not among the open ones.*l links to no design/s,
    ],
  ])("that is broken in %s (%s) is named with its fault", (file, text, words) => {
    mkdirSync(join(folder, "broken/simulators"), { recursive: true });
    writeFileSync(join(folder, "broken/simulators", file), text);

    expect(() => startSimulators({ folder })).toThrow(words);
  });
});
