import fc from "fast-check";
import { contrast } from "./colour.ts";
import { checkContrast, defaultColours, properties, theme } from "./theme.ts";

fc.configureGlobal({ seed: 20_261_122 });

const colour = fc
  .integer({ min: 0, max: 0xff_ff_ff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("checkContrast", () => {
  it("finds nothing wrong with the colours that we begin with", () => {
    expect(checkContrast(defaultColours)).toEqual([]);
  });

  it("names the colour that is too pale, and by how much", () => {
    const [first, ...others] = checkContrast({ ...defaultColours, brand: "#9acd32" });

    expect(first).toMatchObject({ colour: "brand", value: "#9acd32", ratio: 1.88 });
    expect(first?.sentence).toContain("brand (#9acd32) is too pale for white words on it");
    expect(others).toEqual([]);
  });

  it("refuses a link that is readable on white but not on the page's pale bands", () => {
    const grey = "#767676";

    expect(contrast(grey, "#ffffff")).toBeGreaterThan(4.5);
    expect(checkContrast({ ...defaultColours, link: grey }).map((pale) => pale.colour)).toEqual([
      "link",
    ]);
  });

  it("lets through only colours that can be read wherever the theme puts them", () => {
    fc.assert(
      fc.property(colour, colour, colour, (brand, link, linkHover) => {
        if (checkContrast({ brand, link, linkHover }).length > 0) return;
        const set = properties({ brand, link, linkHover });
        const of = (name: string) => set[name] ?? "";
        for (const shade of ["--guildhall-button-colour", "--guildhall-button-hover-colour"]) {
          expect(contrast(of(shade), "#ffffff")).toBeGreaterThanOrEqual(4.5);
        }
        for (const name of ["--govuk-link-colour", "--govuk-link-hover-colour"]) {
          expect(contrast(of(name), "#ffffff")).toBeGreaterThanOrEqual(4.5);
          expect(
            contrast(of(name), of("--govuk-surface-background-colour")),
          ).toBeGreaterThanOrEqual(4.5);
        }
      }),
    );
  });
});

describe("theme", () => {
  it("sets properties and nothing else", () => {
    const colours = { brand: "#6A1F4F", link: "#6a1f4f", linkHover: "#3d122e" };

    expect(theme(colours)).toMatch(/^:root\{(--[a-z-]+-colour:#[0-9a-f]{6};?)+\}\n$/);
    expect(theme(colours)).toContain("--govuk-brand-colour:#6a1f4f");
  });

  it("is at most 2 KB", () => {
    expect(theme(defaultColours).length).toBeLessThanOrEqual(2048);
  });

  it("refuses what is not a colour, so that no text can get into a stylesheet", () => {
    for (const bad of ["red", "#fff", "#12345", "#123456}body{", "url(//x)", "#12345g", ""]) {
      expect(() => theme({ ...defaultColours, link: bad })).toThrow(RangeError);
    }
  });
});

describe("contrast", () => {
  it("measures as WCAG does", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#ffffff", "#ffffff")).toBe(1);
    expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
    expect(contrast("#ffffff", "#767676")).toBeCloseTo(4.54, 2);
  });
});
