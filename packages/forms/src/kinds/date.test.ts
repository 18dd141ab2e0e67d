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

describe("an approximate date", () => {
  const type = { type: "date", approximate: true };

  it.each(["2024-02-29", "2024-02", "2024", "1900", "2100-12"])("accepts %s", (answer) => {
    accepted(type, answer);
    if (answer.length < 10) refused({ type: "date" }, answer, "invalid");
  });

  it.each([
    "2025-02-29",
    "2025-13",
    "2025-00",
    "1899",
    "2101-01",
    "202",
    "2025-",
    "20250",
    "2025-1",
  ])("refuses %s", (answer) => refused(type, answer, "invalid"));

  it("is on neither side of today in its own month and year", () => {
    for (const answer of ["2025", "2025-03", "2025-03-03"]) {
      accepted({ ...type, notAfter: "today" }, answer);
      accepted({ ...type, notBefore: "today" }, answer);
    }
    refused({ ...type, notAfter: "today" }, "2026", "future");
    refused({ ...type, notAfter: "today" }, "2025-04", "future");
    refused({ ...type, notBefore: "today" }, "2024", "past");
    refused({ ...type, notBefore: "today" }, "2025-02", "past");
  });

  it("lacks a month where it has a day, and always a year", () => {
    expect(checkOne(type, "2025--03")).toHaveProperty("faults.0.detail", "month");
    expect(checkOne(type, "-03-")).toHaveProperty("faults.0.detail", "year");
    expect(checkOne(type, "--03")).toHaveProperty("faults.0.detail", "month and year");
  });
});

describe("a range of days", () => {
  const type = { type: "date-range" };

  it("has two days, the second no earlier than the first", () => {
    accepted(type, { from: "2025-03-03", to: "2025-03-03" });
    accepted(type, { from: "2024-12-30", to: "2025-01-02" });
    refused(type, { from: "2025-03-03", to: "2025-03-02" }, "before-start", "/it/to");
  });

  it("points to the day that is wrong", () => {
    refused(type, { from: "2025-02-30", to: "2025-03-02" }, "invalid", "/it/from");
    refused(type, { from: "2025-02-01" }, "required", "/it/to");
    refused(type, { from: "2025-02-01", to: "2025-02" }, "invalid", "/it/to");
    refused(
      { ...type, notBefore: "today" },
      { from: "2025-03-02", to: "2025-03-03" },
      "past",
      "/it/from",
    );
    refused(
      { ...type, notAfter: "today" },
      { from: "2025-03-02", to: "2025-03-04" },
      "future",
      "/it/to",
    );
    refused(type, "2025-03-03", "invalid");
    refused(type, {}, "required");
  });
});

describe("time", () => {
  it.each(["00:00", "23:59"])("accepts %s", (answer) => accepted({ type: "time" }, answer));
  it.each(["24:00", "12:60", "9:30", "9pm", 930])("refuses %s", (answer) =>
    refused({ type: "time" }, answer, "invalid"),
  );
});
