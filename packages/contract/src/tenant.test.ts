import { Brand, brandIn } from "./tenant.ts";

const colours = { brand: "#0a5c55", link: "#0b5f6f", linkHover: "#063e49" };
const brand = Brand.parse({
  id: "town",
  name: "Town",
  shortName: "Town",
  colours,
  contact: { telephone: "01632 960 001", openingHours: "Monday to Friday" },
  emergency: "Ring us.",
  inWelsh: { openingHours: "O ddydd Llun i ddydd Gwener" },
});

describe("a brand", () => {
  it("is read in Welsh where it has Welsh words, and in English for the rest", () => {
    expect(brandIn(brand, "cy")).toMatchObject({
      contact: { telephone: "01632 960 001", openingHours: "O ddydd Llun i ddydd Gwener" },
      emergency: "Ring us.",
    });
    expect(brandIn({ ...brand, inWelsh: { emergency: "Ffoniwch ni." } }, "cy")).toMatchObject({
      contact: { openingHours: "Monday to Friday" },
      emergency: "Ffoniwch ni.",
    });
  });

  it("is as it is in English", () => {
    expect(brandIn(brand, "en")).toBe(brand);
  });
});
