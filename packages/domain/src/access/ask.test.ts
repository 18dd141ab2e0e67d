import { findAccessRequest, insertAccessRequest, insertPerson, transact } from "@guildhall/store";
import { collectKey } from "./collect.ts";
import { getAccessRequest, listAccessRequests } from "./get.ts";
import { mostWaiting } from "./terms.ts";
import { type Applicants, createApplicants, dayMs } from "./test-applicants.ts";

describe("asking for access", () => {
  let on: Applicants;
  beforeEach(async () => {
    on = await createApplicants();
  });
  afterEach(() => on[Symbol.asyncDispose]());

  it("gives at once a test key that works in the sandbox alone, for 90 days", async () => {
    const { request, testKey } = await on.ask();
    expect(request).toMatchObject({ state: "waiting", testKey: testKey.id });
    expect(testKey.key).toMatch(/^gh_test_/);
    expect(testKey.baseUrl).toBe("https://guildhall.test/t/exampleshire-test/v1");
    expect(Date.parse(testKey.expiresAt) - on.world.clock.now()).toBe(90 * dayMs);
    expect(await on.world.bearing(testKey.key ?? "")).toBeUndefined();
  });

  it("gives a test key no right to change what others read, nor to where anything is sent", async () => {
    const { testKey } = await on.ask();
    expect(testKey.scopes).toEqual(["processes:read", "notes:read"]);
    const only = await on.ask({
      scopes: ["services:write", "connectors:read", "connectors:write"],
    });
    expect(only.testKey.scopes).toEqual(["services:read"]);
  });

  it("is seen by staff who look after keys, and by its applicant alone", async () => {
    const { request, token } = await on.ask();
    const other = await on.ask({ organisation: "Another" });
    expect(await getAccessRequest(await on.applicant(token), request.id)).toEqual(request);
    expect(await getAccessRequest(on.admins(), request.id)).toEqual(request);
    const refused = [
      [await on.applicant(other.token), "not-found"],
      [on.staff(["keys:write"]), "scope-missing"],
      [on.anyone(), "scope-missing"],
    ] as const;
    for (const [ctx, code] of refused)
      await expect(getAccessRequest(ctx, request.id)).rejects.toMatchObject({ code });
    await expect(
      listAccessRequests(await on.applicant(token), { limit: 10 }),
    ).rejects.toMatchObject({
      code: "scope-missing",
    });
    const all = await listAccessRequests(on.admins(), { limit: 1 });
    expect(all).toEqual({ data: [request], nextCursor: request.id });
    const rest = await listAccessRequests(on.admins(), { limit: 1, cursor: request.id });
    expect(rest.data).toEqual([other.request]);
  });

  it("is told to those who may issue keys, by letter", async () => {
    const person = { subject: null, createdAt: 0, lastSignedInAt: null, name: "Ada Admin" };
    await transact(on.world.ctx.db, async (tx) => {
      const one = { ...person, id: "per_1", email: "ada@exampleshire.example" };
      await insertPerson(tx, { ...one, roles: ["tenant-admin"], active: true });
      const two = { ...person, id: "per_2", email: "off@exampleshire.example" };
      await insertPerson(tx, { ...two, roles: ["tenant-admin"], active: false });
      const three = { ...person, id: "per_3", email: "case@exampleshire.example" };
      await insertPerson(tx, { ...three, roles: ["caseworker"], active: true });
    });
    await on.ask({ wants: "test" });
    expect(await on.letters()).toEqual([]);
    await on.ask();
    expect((await on.letters()).map(({ to }) => to)).toEqual(["ada@exampleshire.example"]);
  });

  it("is refused when too many wait, and forgotten after 90 days without a key", async () => {
    const kept = await on.approved();
    await collectKey(kept.ctx, kept.request.id);
    const { request } = await on.ask();
    const row = await findAccessRequest(on.world.ctx.db, request.id);
    if (!row) throw new Error("nothing was stored");
    await transact(on.world.ctx.db, async (tx) => {
      for (let nth = 1; nth < mostWaiting; nth += 1)
        await insertAccessRequest(tx, { ...row, id: `acc_${nth}` });
    });
    on.world.clock.move(2 * dayMs);
    await expect(on.ask()).rejects.toMatchObject({ code: "rate-limited" });
    on.world.clock.move(90 * dayMs);
    await on.ask();
    const { data } = await listAccessRequests(on.admins(), { limit: 100 });
    expect(data.map(({ state }) => state)).toEqual(["collected", "waiting"]);
  });

  it("is not taken by a sandbox", async () => {
    await on.ask();
    const sandbox = await on.world.groundFor("exampleshire-test");
    if (!sandbox) throw new Error("there is no sandbox");
    await expect(on.ask({}, { ...on.anyone(), ...sandbox })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
