import { differences } from "./shown.ts";

const id = "prc_01kb3zq8w5v0t6m2h9r4c7d1xe";

describe("differences", () => {
  it.each([
    ["the same", { a: [1, { b: null }] }, { a: [1, { b: null }] }],
    ["another id of its kind", id, "prc_01kb3zq8w5v0t6m2h9r4c7d1xf"],
    ["another moment", "2026-01-01T09:30:00.000Z", "2027-02-02T10:00:00Z"],
    ["another reference", "CAM-2V4K-7XQP", "CAM-3V4K-7XQP"],
    ["a text that is left out in part", "http://…/x", "http://here/x"],
    ["anything", "…", { a: 1 }],
    ["more fields, where it says so", { a: 1, "…": "…" }, { a: 1, b: 2 }],
    ["more in a list, where it says so", [1, "…"], [1, 2, 3]],
  ])("finds none in %s", (_, shown, real) => {
    expect(differences(shown, real)).toEqual([]);
  });

  it.each([
    ["another value", { a: 1 }, { a: 2 }, "a is 2, not 1"],
    ["another type", { a: "1" }, { a: 1 }, 'a is 1, not "1"'],
    ["an id of another kind", { a: id }, { a: id.replace("prc", "tsk") }, "a is"],
    ["a field that is not shown", { a: 1 }, { a: 1, b: 2 }, "b is not shown"],
    ["a field that is missing", { a: 1, "…": "…" }, {}, "a is missing"],
    ["a longer list", [1], [1, 2], "has 2 values"],
    ["a shorter list", [1, 2, "…"], [1], "has 1 values"],
    ["no list", [1], 1, "is no list"],
    ["another text around what is left out", "a…c", "abd", 'is "abd"'],
  ])("finds %s", (_, shown, real, sentence) => {
    expect(differences(shown, real).join("\n")).toContain(sentence);
  });
});
