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
