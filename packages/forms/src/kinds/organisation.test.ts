import { accepted, refused } from "../noise-form.fixture.ts";

const type = { type: "organisation" };
const name = "Cambridge Bikes Ltd";

describe("organisation", () => {
  it("has a name, and may have a number", () => {
    accepted(type, { name });
    refused(type, { number: "01234567" }, "required", "/it/name");
    refused(type, { name: "x".repeat(161) }, "too-long", "/it/name");
    refused(type, name, "invalid");
  });

  it.each([
    "01234567",
    "SC123456",
    "NI012345",
    "OC312345",
    "SO301234",
    "IP12345R",
    "SP1234RS",
    "CE012345",
    "210183",
    "1234567",
    "1234567-12",
    "NIC100002",
  ])("takes the number %s", (number) => accepted(type, { name, number }));

  it("keeps the number in capitals without spaces", () => {
    accepted(type, { name, number: "sc 123 456" }, { name, number: "SC123456" });
  });

  it.each(["12345", "123456789", "XX123456", "SC12345", "GB123456789", 1234567])(
    "refuses the number %j",
    (number) => refused(type, { name, number }, "invalid", "/it/number"),
  );
});
