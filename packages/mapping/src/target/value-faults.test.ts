import type { TargetField } from "@guildhall/contract";
import { valueFaults } from "./value-faults.ts";

const field = (more: Partial<TargetField>): TargetField => ({
  target: "a",
  title: "Name",
  type: "text",
  required: false,
  repeats: false,
  ...more,
});

describe("a value beside its field", () => {
  it.each([
    [{ type: "integer" }, "three", "“Name” takes a whole number."],
    [{ type: "number" }, "1,5", "“Name” takes a number."],
    [{ type: "boolean" }, "yes", "“Name” takes true or false."],
    [{ type: "date" }, "31/05/2026", "“Name” takes a date such as 2026-05-31."],
    [{ type: "time" }, "half past", "“Name” takes a time such as 09:30:00."],
    [{ type: "date-time" }, "2026-05-31", "“Name” takes a date with a time such as"],
    [{ options: [{ code: "A", text: "One" }] }, "B", "“Name” does not take “B”."],
    [{ limits: { maxLength: 3 } }, "four", "takes at most 3 characters, and this has 4."],
    [{ limits: { minLength: 3 } }, "ab", "takes at least 3 characters, and this has 2."],
    [{ type: "integer", limits: { max: 1000 } }, 1001, "“Name” takes at most 1,000."],
    [{ type: "number", limits: { min: 1 } }, 0.5, "“Name” takes at least 1."],
  ] as const)("is refused in a sentence: %j %s", (more, value, sentence) => {
    const [fault, ...others] = valueFaults(field(more as Partial<TargetField>), value);
    expect(fault).toContain(sentence);
    expect(others).toEqual([]);
  });

  it.each([
    [{ type: "integer" }, 3],
    [{ type: "date-time" }, "2026-05-31T09:30:00"],
    [{ type: "place" }, { type: "Point", coordinates: [1, 2] }],
    [{ options: [{ code: "A", text: "One" }] }, "A"],
    [{ limits: { maxLength: 3, pattern: "(a+)+$" } }, "aaa"],
  ] as const)("passes: %j %s", (more, value) => {
    expect(valueFaults(field(more as Partial<TargetField>), value)).toEqual([]);
  });
});
