import { placeCheck } from "./place.ts";

const from = (address: string, certificate?: string) => ({ address, certificate });

describe("where a key may be used", () => {
  it("is anywhere, unless something is said", () => {
    expect(placeCheck([], null)).toBeUndefined();
  });

  it.each([
    ["203.0.113.0/24", "203.0.113.255"],
    ["203.0.113.7/32", "203.0.113.7"],
    ["203.0.113.0/24", "::ffff:203.0.113.9"],
    ["2001:db8::/32", "2001:db8:ffff::1"],
    ["0.0.0.0/0", "8.8.8.8"],
  ])("is in %s for %s", (network, address) => {
    expect(placeCheck(["192.0.2.0/24", network], null)?.(from(address))).toBe(true);
  });

  it.each([
    ["203.0.113.0/24", "203.0.114.0"],
    ["203.0.113.0/24", "2001:db8::1"],
    ["2001:db8::/32", "2001:db9::1"],
    ["0.0.0.0/0", "2001:db8::1"],
    ["203.0.113.0/24", ""],
    ["203.0.113.0/24", "203.0.113.1, 10.0.0.1"],
  ])("is not in %s for %s", (network, address) => {
    const check = placeCheck([network], null);
    expect(() => check?.(from(address))).toThrow(
      expect.objectContaining({ code: "address-not-allowed" }),
    );
  });

  it("is not known for a call that came from nowhere", () => {
    expect(() => placeCheck(["203.0.113.0/24"], null)?.(undefined)).toThrow();
  });

  it("is with the certificate alone, where one is demanded", () => {
    const check = placeCheck([], "thumbprint");
    expect(check?.(from("203.0.113.1", "thumbprint"))).toBe(true);
    expect(check?.(from("203.0.113.1", "other"))).toBe(false);
    expect(check?.(from("203.0.113.1"))).toBe(false);
    expect(check?.(undefined)).toBe(false);
  });

  it("tells nobody without the certificate which networks there are", () => {
    expect(placeCheck(["192.0.2.0/24"], "thumbprint")?.(from("203.0.113.1"))).toBe(false);
  });
});
