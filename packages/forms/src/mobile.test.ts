import { mobileNumber } from "./mobile.ts";

describe("mobileNumber", () => {
  it.each([
    "07700 900123",
    "07700900123",
    "+44 7700 900123",
    "+44 (0)7700 900-123",
    "0044 7700 900123",
    " 07700.900.123 ",
  ])("gives %s as networks write it", (phone) => {
    expect(mobileNumber(phone)).toBe("+447700900123");
  });

  it("takes the mobiles of the Isle of Man, not pagers beside them", () => {
    expect(mobileNumber("07624 123456")).toBe("+447624123456");
    expect(mobileNumber("07623 123456")).toBeUndefined();
  });

  it.each([
    "01223 457000",
    "07000 900123",
    "+33 6 12 34 56 78",
    "07700 90012",
    "07700 9001234",
    "",
  ])("takes %s for none", (phone) => {
    expect(mobileNumber(phone)).toBeUndefined();
  });
});
