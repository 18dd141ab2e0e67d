import { contactOf } from "./contact.ts";
import { complete } from "./noise-form.fixture.ts";

const contact = { name: "fullName", email: "email", phone: "phone", address: "home" };

describe("contactOf", () => {
  it("finds the citizen's own details", () => {
    expect(contactOf({ contact }, { ...complete, phone: "01223 457000" })).toEqual({
      name: "Ada Byron",
      surname: "Byron",
      email: "ada@example.com",
      phone: "01223 457000",
      postcode: "CB1 1AA",
    });
  });

  it("leaves out what was not asked or not answered", () => {
    expect(contactOf({ contact }, {})).toEqual({});
    expect(contactOf({ contact: {} }, complete)).toEqual({});
    expect(contactOf({ contact: { name: "toString", address: "constructor" } }, {})).toEqual({});
  });
});
