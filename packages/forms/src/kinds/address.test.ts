import { accepted, checkOne, refused } from "../noise-form.fixture.ts";

describe("address", () => {
  const home = { line1: "1 High Street", town: "Cambridge" };

  it("writes the postcode as the post office does", () => {
    accepted(
      { type: "address" },
      { ...home, postcode: " cb11aa" },
      { ...home, postcode: "CB1 1AA" },
    );
    accepted(
      { type: "address" },
      { ...home, postcode: "gir0aa" },
      { ...home, postcode: "GIR 0AA" },
    );
  });

  it("keeps what a look-up found, and leaves out what is blank", () => {
    const found = { ...home, uprn: "200004171988", easting: 545000, northing: 258000 };
    accepted({ type: "address" }, { ...found, line2: " " }, found);
  });

  it("says which part is wrong", () => {
    refused({ type: "address" }, { town: "Ely" }, "required", "/it/line1");
    refused({ type: "address" }, { line1: "1" }, "required", "/it/town");
    refused({ type: "address" }, { ...home, postcode: "CB1" }, "invalid", "/it/postcode");
    refused({ type: "address" }, { ...home, line2: "a\nb" }, "invalid-text", "/it/line2");
    refused({ type: "address" }, { ...home, line1: "x".repeat(101) }, "too-long", "/it/line1");
    refused({ type: "address" }, { ...home, uprn: "12a" }, "invalid", "/it/uprn");
    refused({ type: "address" }, { ...home, uprn: "000" }, "invalid", "/it/uprn");
    refused({ type: "address" }, { ...home, easting: -1 }, "invalid", "/it/easting");
    refused({ type: "address" }, { ...home, county: "Kent" }, "unknown-field", "/it/county");
    refused({ type: "address" }, "1 High Street", "invalid");
  });

  it("takes an address of blanks as none", () => {
    refused({ type: "address" }, { line1: "", town: " " }, "required");
    expect(checkOne({ type: "address", required: false }, { line1: "" })).toEqual({ answers: {} });
  });
});
