import { parseAddress } from "./address.ts";

describe("parseAddress", () => {
  it.each([
    [
      "12 High Street, Cambridge, CB1 1AA",
      { line1: "12 High Street", town: "Cambridge", postcode: "CB1 1AA" },
    ],
    [
      "Flat 2, 12 High Street\nHiston\nCambridge cb249je",
      { line1: "Flat 2", line2: "12 High Street, Histon", town: "Cambridge", postcode: "cb249je" },
    ],
    ["CB1 1AA", { postcode: "CB1 1AA" }],
    ["GIR 0AA, Bootle", { line1: "Bootle", postcode: "GIR 0AA" }],
    ["Behind the shops", { line1: "Behind the shops" }],
    [" , ,\n", {}],
  ])("takes %j apart", (text, parts) => {
    expect(parseAddress(text)).toEqual(parts);
  });

  it("takes the last postcode, for a road may be called like one", () => {
    expect(parseAddress("Unit B1 2CD, Ely, CB7 4AA")).toMatchObject({ postcode: "CB7 4AA" });
  });

  it("reads a text of the greatest length without delay in a pattern", () => {
    expect(parseAddress(`${"A1".repeat(50_000)} 1A`).line1).toHaveLength(100_003);
  });
});
