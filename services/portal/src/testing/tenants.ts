import { Tenant } from "@guildhall/contract";

const colours = { brand: "#0a5c55", link: "#0b5f6f", linkHover: "#063e49" };

export const exampleshire = Tenant.parse({
  id: "exampleshire",
  kind: "council",
  name: "Exampleshire District Council",
  brands: [
    {
      id: "exampleshire",
      name: "Exampleshire District Council",
      shortName: "Exampleshire",
      colours,
      logo: "exampleshire.svg",
      contact: { telephone: "01632 960 001", email: "help@exampleshire.example" },
      emergency: "Out of hours, ring 01632 960 002.",
      inWelsh: { emergency: "Y tu allan i oriau, ffoniwch 01632 960 002." },
    },
    {
      id: "pest-control",
      name: "Exampleshire Pest Control",
      shortName: "Pest Control",
      colours,
      contact: { telephone: "01632 960 003" },
    },
  ],
});

export const sharedService = Tenant.parse({
  id: "shared",
  kind: "shared-service",
  name: "Shared Services",
  brands: [{ id: "shared", name: "Shared Services", shortName: "Shared", colours }],
});

export const partner = Tenant.parse({
  id: "helpers",
  kind: "partner",
  name: "Helpers’ Hub",
  brands: [{ id: "helpers", name: "Helpers’ Hub", shortName: "Hub", colours }],
});

export const sandbox = Tenant.parse({
  ...exampleshire,
  id: "exampleshire-test",
  name: "Exampleshire District Council (test)",
  sandboxOf: "exampleshire",
});
