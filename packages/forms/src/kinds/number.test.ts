import { accepted, refused } from "../noise-form.fixture.ts";

describe("number", () => {
  const number = { type: "number", min: -2, max: 10, decimals: 2 };

  it.each([0, -2, 10, 1.25, 0.07])("accepts %d", (answer) => accepted(number, answer));

  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    JSON.parse("1e400"),
    -0,
    1.005,
    2 ** 63,
    "7",
    true,
  ])("refuses %s", (answer) => refused({ type: "number", decimals: 2 }, answer, "invalid"));

  it("refuses what is out of range", () => {
    refused(number, -2.01, "too-few");
    refused(number, 10.01, "too-many");
  });
});

describe("money", () => {
  const money = { type: "money", min: 0.01, max: 5000 };

  it.each([0.01, 12.5, 1234.56, 5000])("accepts %d", (answer) => accepted(money, answer));

  it("refuses parts of a penny, and what is out of range", () => {
    refused(money, 12.345, "invalid");
    refused(money, "12.50", "invalid");
    refused(money, 0, "too-few");
    refused(money, 5000.01, "too-many");
  });
});
