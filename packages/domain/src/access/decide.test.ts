import { listKeys } from "../key/get.ts";
import { collectKey } from "./collect.ts";
import { approveAccess, refuseAccess } from "./decide.ts";
import { getAccessRequest } from "./get.ts";
import { type Applicants, createApplicants, dayMs, wish } from "./test-applicants.ts";

describe("a request for access", () => {
  let on: Applicants;
  beforeEach(async () => {
    on = await createApplicants();
  });
  afterEach(() => on[Symbol.asyncDispose]());

  it("is decided by nobody when only a test key is wanted", async () => {
    const { request } = await on.ask({ wants: "test" });
    expect(request.state).toBe("test-only");
    await expect(approveAccess(on.admins(), request.id, {})).rejects.toMatchObject({
      code: "invalid-transition",
    });
  });

  it("is approved, its applicant told without the key, and the live key collected once", async () => {
    const { request, ctx, token } = await on.approved();
    const [letter] = await on.letters();
    expect(letter?.to).toBe("grace@warm-homes.example");
    expect(letter?.url).toBe(
      `https://guildhall.test/c/exampleshire/developers/access/${request.id}`,
    );
    expect(letter?.text).not.toContain("gh_");
    expect(letter?.text).not.toContain(token.slice(-20));

    const given = await collectKey(ctx, request.id);
    expect(given.key).toMatch(/^gh_live_/);
    const bearer = await on.world.bearing(given.key ?? "");
    expect(bearer?.actor).toMatchObject({ kind: "partner", name: "Warm Homes Ltd" });
    expect([...(bearer?.scopes ?? [])]).toEqual(wish.scopes);
    expect(await getAccessRequest(ctx, request.id)).toMatchObject({
      state: "collected",
      liveKey: given.id,
    });
    await expect(collectKey(ctx, request.id)).rejects.toMatchObject({ code: "invalid-transition" });
  });

  it("gives one key where two collect at once, and none again where the request is repeated", async () => {
    const { request, ctx } = await on.approved();
    const repeated = { ...ctx, request: { id: "r1", digest: "d" } };
    const both = await Promise.allSettled([
      collectKey(repeated, request.id),
      collectKey(ctx, request.id),
    ]);
    const keys = both.flatMap((one) => (one.status === "fulfilled" ? [one.value.key ?? ""] : []));
    expect(keys).toHaveLength(1);
    const { liveKey } = await getAccessRequest(ctx, request.id);
    expect(await on.world.bearing(keys[0] ?? "")).toMatchObject({ key: liveKey });
    const { data } = await listKeys(on.admins(), { limit: 10 });
    expect(data.filter(({ revokedAt }) => revokedAt === undefined)).toHaveLength(1);
    expect(data).toHaveLength(2);
  });

  it("gives what was left of it: fewer scopes, networks, an earlier end", async () => {
    const expiresAt = new Date(on.world.clock.now() + 10 * dayMs).toISOString();
    const { request, ctx } = await on.approved({
      scopes: ["notes:read"],
      allowedAddresses: ["203.0.113.0/24"],
      expiresAt,
    });
    const given = await collectKey(ctx, request.id);
    expect(given).toMatchObject({ scopes: ["notes:read"], expiresAt });
    await expect(on.world.bearing(given.key ?? "")).rejects.toMatchObject({
      code: "address-not-allowed",
    });
  });

  it.each<[string, Parameters<typeof approveAccess>[2]]>([
    ["/scopes", { scopes: ["processes:read", "tasks:write"] }],
    ["/expiresAt", { expiresAt: "2020-01-01T00:00:00Z" }],
    ["/expiresAt", { expiresAt: "2999-01-01T00:00:00Z" }],
  ])("is not approved for more than was asked or may be given: %s", async (pointer, approval) => {
    const { request } = await on.ask();
    await expect(approveAccess(on.admins(), request.id, approval)).rejects.toMatchObject({
      code: "request-invalid",
      faults: [{ pointer }],
    });
    expect(await getAccessRequest(on.admins(), request.id)).toMatchObject({ state: "waiting" });
  });

  it("is refused with a reason that its applicant reads", async () => {
    const { request, token } = await on.ask();
    const reason = "Please ask for one service at a time";
    await refuseAccess(on.admins(), request.id, { reason });
    const ctx = await on.applicant(token);
    expect(await getAccessRequest(ctx, request.id)).toMatchObject({ state: "refused", reason });
    expect((await on.letters())[0]?.text).toContain(reason);
    await expect(collectKey(ctx, request.id)).rejects.toMatchObject({ code: "invalid-transition" });
    await expect(approveAccess(on.admins(), request.id, {})).rejects.toMatchObject({
      code: "invalid-transition",
    });
  });

  it("is decided by those who may issue keys, and collected by its applicant alone", async () => {
    const { request, token } = await on.ask();
    const mine = await on.applicant(token);
    for (const ctx of [mine, on.staff(["keys:read"]), on.anyone()]) {
      await expect(approveAccess(ctx, request.id, {})).rejects.toMatchObject({
        code: "scope-missing",
      });
      await expect(refuseAccess(ctx, request.id, { reason: "No" })).rejects.toMatchObject({
        code: "scope-missing",
      });
    }
    await expect(collectKey(mine, request.id)).rejects.toMatchObject({
      code: "invalid-transition",
    });
    await approveAccess(on.admins(), request.id, {});
    for (const ctx of [on.admins(), on.anyone()])
      await expect(collectKey(ctx, request.id)).rejects.toMatchObject({ code: "scope-missing" });
    const other = await on.applicant((await on.ask()).token);
    await expect(collectKey(other, request.id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("waits 30 days to be collected, and no longer than its key would last", async () => {
    const late = await on.approved();
    on.world.clock.move(30 * dayMs + 1);
    await expect(collectKey(late.ctx, late.request.id)).rejects.toMatchObject({
      code: "invalid-transition",
    });
    const expiresAt = new Date(on.world.clock.now() + dayMs).toISOString();
    const short = await on.approved({ expiresAt });
    on.world.clock.move(dayMs);
    await expect(collectKey(short.ctx, short.request.id)).rejects.toMatchObject({
      code: "invalid-transition",
    });
  });
});
