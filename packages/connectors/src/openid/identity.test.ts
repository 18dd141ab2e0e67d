import { identityIn, isThin } from "./identity.ts";
import { Kept } from "./kept.ts";

const read = (claims: Record<string, unknown>) =>
  identityIn(claims, { groupsClaim: "roles", idToken: "t" });

describe("who a provider's claims say it is", () => {
  it.each([
    [
      ["a", 1, null, "b"],
      ["a", "b"],
    ],
    ["only", ["only"]],
    [undefined, []],
    [{ a: 1 }, []],
  ])("is in the groups of %j", (roles, groups) => {
    expect(read({ sub: "x", roles }).groups).toEqual(groups);
  });

  it.each([
    [undefined, true],
    [true, true],
    [false, false],
    ["false", false],
  ])("has an address that was checked, unless the provider says %j", (said, checked) => {
    expect(read({ sub: "x", email: "a@b.test", email_verified: said }).emailVerified).toBe(checked);
  });

  it("has nothing that is not text", () => {
    expect(read({ sub: "x", name: 1, email: ["a"] })).toMatchObject({
      name: undefined,
      email: undefined,
    });
  });

  it("may be told elsewhere when something is lacking", () => {
    const whole = { roles: [], email: "a@b.test", name: "A" };
    expect(isThin(whole, "roles")).toBe(false);
    for (const lacking of ["roles", "email", "name"])
      expect(isThin({ ...whole, [lacking]: undefined }, "roles")).toBe(true);
  });
});

describe("what is kept", () => {
  it("is fetched anew after an hour", async () => {
    let now = 0;
    let fetched = 0;
    const kept = new Kept(
      async () => {
        fetched += 1;
        return fetched;
      },
      () => now,
    );
    expect([await kept.value(), await kept.value()]).toEqual([1, 1]);
    now = 3_600_000;
    expect(await kept.value()).toBe(2);
  });
});
