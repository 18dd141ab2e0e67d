import { createSchemaChecker } from "@guildhall/xml";
import { type TestSimulators, valuationUser } from "../fixtures/test-simulators.ts";
import {
  base,
  became,
  logIn,
  postLogin,
  reportFile,
  startValuationOffice,
  upload,
} from "../fixtures/test-valuation.ts";

describe("the service around Valuebill", () => {
  const checker = createSchemaChecker();
  let world: TestSimulators;
  let headers: Record<string, string>;

  beforeEach(async () => {
    world = startValuationOffice(checker);
    headers = await logIn(world);
  });
  afterEach(() => world.close());
  afterAll(() => checker.close());

  const list = async (query = "") => {
    const response = await world.request(`${base}/submissions${query}`, { headers });
    return { status: response.status, body: (await response.json()) as { submissions: object[] } };
  };

  it("takes a file at once and checks it afterwards", async () => {
    const response = await upload(world, { headers });

    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ reference: "out_1", status: "Pending" });
    expect(await became(world, headers)).toMatchObject({ status: "Verified", errors: [] });
  });

  it.each([
    ["least", undefined],
    ["awkward", undefined],
    ["new-home", undefined],
    ["business", undefined],
    ["business-merged", undefined],
    ["new-address", undefined],
  ])("verifies what a service makes of its example %s", async (name) => {
    await upload(world, { headers, xml: reportFile(name) });

    expect(await became(world, headers)).toMatchObject({ status: "Verified", errors: [] });
  });

  it.each([
    ["what the schema does not allow", /<BAreference>[^<]*<\/BAreference>/, "", "2000"],
    ["a postcode in small letters", "CB99 9ZZ", "cb99 9zz", "2000"],
    ["a split without what there was", /<ExistingEntries>.*<\/ExistingEntries>/s, "", "1005"],
    ["a reason that is not in use", ">CR05<", ">CR08<", "1006"],
    ["a character that is not allowed", "three flats", "three fla\u0165s", "1000"],
    ["a report of another authority", /(<BAidentityNumber>)0505/, "$10520", "1010"],
  ])("says with its code what is wrong: %s", async (_, from, to, code) => {
    await upload(world, { headers, xml: reportFile().replace(from, to) });

    const { status, errors } = await became(world, headers);
    expect(status).toBe("Failed");
    expect(errors.map((error) => error.code)).toContain(code);
  });

  it("finds that a whole file is another authority's", async () => {
    await upload(world, { headers, xml: reportFile().replaceAll("0505", "0520") });

    expect(await became(world, headers)).toMatchObject({
      status: "Failed",
      errors: [{ code: "1010" }],
    });
  });

  it.each([
    ["no XML", "Mr Smith", 400, "2001"],
    [
      "a DOCTYPE",
      `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${reportFile()}`,
      400,
      "2001",
    ],
    ["nothing", "", 400, "2001"],
    ["too much", reportFile() + " ".repeat(1024 * 1024), 413, "4000"],
  ])("turns away at the door %s", async (_, xml, status, code) => {
    const response = await upload(world, { headers, xml });

    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ errors: [{ code }] });
    expect((await list()).body.submissions).toEqual([]);
  });

  it("keeps one submission for a reference, whatever comes under it again", async () => {
    await upload(world, { headers });
    await became(world, headers);

    const same = await upload(world, { headers });
    expect([same.status, await same.json()]).toMatchObject([200, { status: "Verified" }]);
    expect((await upload(world, { headers, xml: reportFile("least") })).status).toBe(409);
    expect((await list()).body.submissions).toHaveLength(1);
  });

  it("tells of what changed at a moment or later, and of nothing before", async () => {
    await upload(world, { headers, reference: "early" });
    await became(world, headers, "early");
    world.at = new Date("2026-03-03T09:20:00Z");
    await upload(world, { headers, reference: "late" });
    await became(world, headers, "late");

    const { body } = await list("?changedSince=2026-03-03T09:20:00.000Z");
    expect(body.submissions).toMatchObject([{ reference: "late", status: "Verified" }]);
    expect((await list()).body.submissions).toHaveLength(2);
  });

  it("checks after a restart what it had not checked, and has forgotten who was logged on", async () => {
    await upload(world, { headers });
    world.restart();

    expect((await list()).status).toBe(401);
    expect(await became(world, await logIn(world))).toMatchObject({ status: "Verified" });
  });

  it.each([
    ["another password", { username: valuationUser.userName, password: "x" }],
    ["another name", { username: "x", password: valuationUser.password }],
    ["no password", { username: valuationUser.userName }],
    ["nothing", undefined],
  ])("lets nobody in with %s", async (_, body) => {
    expect((await postLogin(world, body)).status).toBe(401);
  });

  it.each([
    ["without a token", { authorization: "" }, 401],
    ["with a token of its own making", { authorization: "Bearer abc" }, 401],
    ["for another authority", { "ba-code": "0520" }, 403],
  ])("shows and takes nothing %s", async (_, change, status) => {
    const given = { ...headers, ...change };

    expect((await upload(world, { headers: given })).status).toBe(status);
    for (const path of ["/submissions", "/submissions/out_1"]) {
      expect((await world.request(`${base}${path}`, { headers: given })).status).toBe(status);
    }
  });

  it("forgets who has been away for more than 15 minutes", async () => {
    world.at = new Date(world.at.getTime() + 15 * 60_000 + 1);

    expect((await list()).status).toBe(401);
  });

  it.each(["", "../x", "a b", "x".repeat(65)])(
    "takes nothing under the reference %j",
    async (reference) => {
      expect((await upload(world, { headers, reference })).status).toBe(400);
    },
  );

  it("asks for a moment that is one", async () => {
    expect((await list("?changedSince=yesterday")).status).toBe(400);
  });

  it("knows no submission that it never got", async () => {
    expect((await world.request(`${base}/submissions/out_9`, { headers })).status).toBe(404);
  });

  const misbehave = (faults: object) =>
    world.request(`${base}/faults`, { method: "PUT", body: JSON.stringify(faults) });

  it.each([
    ["refused", 400, 0],
    ["duplicate", 409, 1],
    ["success-without-reference", 202, 1],
    ["status429", 429, 0],
    ["status503", 503, 0],
    ["html-200", 200, 0],
  ])("acts out %s", async (fault, status, held) => {
    await misbehave({ [fault]: { times: 1 } });

    const response = await upload(world, { headers });
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain("out_1");
    expect((await list()).body.submissions).toHaveLength(held);
  });
});
