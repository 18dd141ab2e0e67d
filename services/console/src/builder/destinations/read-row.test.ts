import { rowAsTyped, sourceOf } from "./read-row.ts";

describe("a row in its form", () => {
  it("keeps the whole name of a column that has colons", () => {
    const from = { dataset: "wards", column: "Ward: name: now", row: { answer: "postcode" } };
    const typed = rowAsTyped({ target: "Ward", from });
    expect(sourceOf(typed, { field: undefined, format: "xml" })).toEqual({ from });
  });
});
