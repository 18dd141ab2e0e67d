import { linesOfValue } from "./value-words.ts";

describe("linesOfValue", () => {
  it("says texts and numbers as they are, and what is not there", () => {
    expect(linesOfValue("A text")).toEqual(["A text"]);
    expect(linesOfValue(5)).toEqual(["5"]);
    expect(linesOfValue(false)).toEqual(["No"]);
    expect(linesOfValue(undefined)).toEqual(["Nothing"]);
    expect(linesOfValue([])).toEqual(["Nothing"]);
  });

  it("says what each part of a thing is, by the names that officers see", () => {
    expect(linesOfValue({ id: "look", title: "Look into it", dueWorkingDays: 3 })).toEqual([
      "Title: Look into it",
      "Due working days: 3",
    ]);
    expect(linesOfValue([{ value: "a", label: "A home" }, { id: "b" }, "c"])).toEqual([
      "A home",
      "b",
      "c",
    ]);
    expect(linesOfValue([{ value: 1 }])).toEqual(["Value: 1"]);
  });
});
