import type { TenantDefinition } from "@guildhall/contract";
import { pagesUrl } from "./pages-url.ts";

const tenant: TenantDefinition = {
  id: "exampleshire",
  kind: "council",
  name: "Exampleshire District Council",
  referencePrefix: "EXA",
  timeZone: "Europe/London",
};
const issuer = "https://platform.example:8443/t/exampleshire";

describe("pagesUrl", () => {
  it("is under the platform's address for a tenant without a domain", () => {
    expect(pagesUrl({ tenant, issuer })).toBe("https://platform.example:8443/c/exampleshire");
  });

  it("is the first of a tenant's domains, by the scheme and port of the platform", () => {
    const domains = ["services.exampleshire.example", "other.example"];
    expect(pagesUrl({ tenant: { ...tenant, domains }, issuer })).toBe(
      "https://services.exampleshire.example:8443",
    );
  });

  it("names the language of pages that are not in English", () => {
    expect(pagesUrl({ tenant, issuer }, "en")).toBe(pagesUrl({ tenant, issuer }));
    expect(pagesUrl({ tenant, issuer }, "cy")).toBe(
      "https://platform.example:8443/c/exampleshire/cy",
    );
  });
});
