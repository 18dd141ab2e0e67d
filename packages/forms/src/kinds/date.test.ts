import { accepted, checkOne, refused } from "../noise-form.fixture.ts";

describe("date", () => {
  it.each(["2024-02-29", "2000-02-29", "1900-01-01", "2100-12-31"])("accepts %s", (answer) => {
    accepted({ type: "date" }, answer);
  });

  it.each([
    "2025-02-29",
    "1900-02-29",
    "2100-02-29",
    "2025-04-31",
    "2025-13-01",
    "2025-00-10",
    "2025-01-00",
    "1899-12-31",
    "2101-01-01",
    "0000-00-00",
    "9999-12-31",
    "25-3-3",
    "2025-03-03T00:00",
    20250303,
    "tomorrow",
  ])("refuses %s", (answer) => refused({ type: "date" }, answer, "invalid"));

  it("says which parts of it are missing", () => {
    expect(checkOne({ type: "date" }, "--2025")).toHaveProperty("faults.0.code", "invalid");
    expect(checkOne({ type: "date" }, "2025--03")).toHaveProperty("faults.0.detail", "month");
    expect(checkOne({ type: "date" }, "-03-")).toHaveProperty("faults.0.detail", "day and year");
  });

  it("knows today from tomorrow and yesterday", () => {
    accepted({ type: "date", notAfter: "today" }, "2025-03-03");
    refused({ type: "date", notAfter: "today" }, "2025-03-04", "future");
    accepted({ type: "date", notBefore: "today" }, "2025-03-03");
    refused({ type: "date", notBefore: "today" }, "2025-03-02", "past");
  });
});

describe("time", () => {
  it.each(["00:00", "23:59"])("accepts %s", (answer) => accepted({ type: "time" }, answer));
  it.each(["24:00", "12:60", "9:30", "9pm", 930])("refuses %s", (answer) =>
    refused({ type: "time" }, answer, "invalid"),
  );
});
