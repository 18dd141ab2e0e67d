import { accepted, checkOne, faultsOf, refused } from "../noise-form.fixture.ts";

describe("group", () => {
  const group = {
    type: "group",
    itemName: "person",
    min: 2,
    max: 3,
    questions: [
      { id: "age", label: "Age", type: "number" },
      { id: "note", label: "Note", type: "text", required: false },
    ],
  };

  it("checks each item and points into it", () => {
    accepted(group, [{ age: 1 }, { age: 2, note: "x" }]);
    expect(faultsOf(checkOne(group, [{ age: "1" }, {}, 7]))).toEqual([
      ["/it/0/age", "invalid"],
      ["/it/1/age", "required"],
      ["/it/2", "invalid"],
    ]);
    refused(group, [{ age: 1 }, { age: 2, extra: 1 }], "unknown-field", "/it/1/extra");
  });

  it("wants no fewer than its min and no more than its max", () => {
    refused(group, [{ age: 1 }], "too-few");
    refused(group, Array(4).fill({ age: 1 }), "too-many");
    refused(group, { age: 1 }, "invalid");
    refused(group, [], "required");
  });

  it("can be left out where it wants none", () => {
    expect(checkOne({ ...group, min: 0 }, [])).toEqual({ answers: {} });
    expect(checkOne({ ...group, required: false }, undefined)).toEqual({ answers: {} });
  });
});
