import type { Fields } from "@guildhall/ui";
import { endAfter } from "./months.ts";
import { readKeyChange, readNewKey } from "./read-key.ts";
import { readWebhook } from "./read-webhook.ts";

const now = new Date("2026-11-22T12:34:56Z");

function fieldsOf(entries: Record<string, string | string[]>): Fields {
  return new Map(Object.entries(entries).map(([name, values]) => [name, [values].flat()]));
}

const rightKey = {
  name: " Acme ",
  kind: "vendor",
  scopes: ["tasks:read", "notes:write"],
  months: "6",
  addresses: "203.0.113.0/24,\n2001:db8::/32\n",
  connector: "alloy",
  proof: "secret",
};

describe("the form that issues a key", () => {
  it("is read as what the API is asked for", () => {
    expect(readNewKey(fieldsOf(rightKey), now).asked).toEqual({
      name: "Acme",
      kind: "vendor",
      scopes: ["tasks:read", "notes:write"],
      expiresAt: "2027-05-22T00:00:00.000Z",
      allowedAddresses: ["203.0.113.0/24", "2001:db8::/32"],
      connector: "alloy",
    });
  });

  it("asks for an address of keys only where the key proves itself with them", () => {
    const jwksUrl = "https://acme.example/jwks.json";
    const own = readNewKey(fieldsOf({ ...rightKey, jwksUrl, proof: "jwks-url" }), now);
    expect(own.asked).toMatchObject({ jwksUrl });
    expect(readNewKey(fieldsOf({ ...rightKey, jwksUrl }), now).asked).not.toHaveProperty("jwksUrl");
  });

  it("asks for the same when it is sent twice", () => {
    const later = new Date(now.getTime() + 5000);
    const asked = (at: Date) => readNewKey(fieldsOf(rightKey), at).asked;
    expect(asked(later)).toEqual(asked(now));
  });

  it.each<[string, Record<string, string | string[]>]>([
    ["name", { name: "   " }],
    ["kind", { kind: "staff" }],
    ["scopes", { scopes: [] }],
    ["scopes", { scopes: ["keys:write"] }],
    ["months", { months: "13" }],
    ["addresses", { addresses: "203.0.113.0/33" }],
    ["jwksUrl", { proof: "jwks-url", jwksUrl: "http://acme.example" }],
    ["proof", { proof: "" }],
  ])("says that %s is wrong, and asks for nothing", (field, wrong) => {
    const { faults, asked } = readNewKey(fieldsOf({ ...rightKey, ...wrong }), now);
    expect(Object.keys(faults)).toEqual([field]);
    expect(asked).toBeUndefined();
  });
});

describe("the form that changes a key", () => {
  it("takes the networks away where none is entered", () => {
    const { asked } = readKeyChange(fieldsOf({ ...rightKey, addresses: " " }));
    expect(asked).toMatchObject({ name: "Acme", allowedAddresses: null });
  });

  it("asks for nothing where something is wrong", () => {
    expect(readKeyChange(fieldsOf({ ...rightKey, name: "" }))).toMatchObject({
      faults: { name: expect.any(String) },
      asked: undefined,
    });
  });
});

describe("how long a key is good", () => {
  it("is no more than 365 days, also over a leap day", () => {
    expect(endAfter(new Date("2027-03-01T10:00:00Z"), "12")).toBe("2028-02-29T00:00:00.000Z");
  });

  it("is one of those that are offered", () => {
    expect(endAfter(now, "1")).toBeUndefined();
    expect(endAfter(now, "")).toBeUndefined();
  });
});

describe("the form that adds a webhook", () => {
  const right = { url: " https://a.example/ ", events: ["note.added"], signature: "hmac" };

  it("is read as what the API is asked for", () => {
    expect(readWebhook(fieldsOf(right)).asked).toEqual({
      url: "https://a.example/",
      events: ["note.added"],
      signature: "hmac",
    });
  });

  it.each<[string, Record<string, string | string[]>]>([
    ["url", { url: "" }],
    ["url", { url: "ftp://a.example" }],
    ["events", { events: [] }],
    ["events", { events: ["key.issued"] }],
    ["signature", { signature: "" }],
    ["description", { description: "x".repeat(201) }],
  ])("says that %s is wrong, and asks for nothing", (field, wrong) => {
    const { faults, asked } = readWebhook(fieldsOf({ ...right, ...wrong }));
    expect(Object.keys(faults)).toEqual([field]);
    expect(asked).toBeUndefined();
  });
});
