import { Question, type TargetField } from "@guildhall/contract";
import { changesFor } from "./suggest-change.ts";

const field = (more: Partial<TargetField>): TargetField => ({
  target: "a",
  title: "A",
  type: "text",
  required: false,
  repeats: false,
  ...more,
});
const asked = (more: object) => Question.parse({ id: "q", label: "Q", type: "text", ...more });
const radios = asked({
  type: "radios",
  options: [
    { value: "dog", label: "A dog" },
    { value: "cat", label: "Cats" },
  ],
});

describe("what is done to an answer that is suggested", () => {
  it.each([
    [{ limits: { maxLength: 60 } }, asked({}), [{ cut: 60, after: "word" }]],
    [{ limits: { maxLength: 200 } }, asked({}), []],
    [{ type: "place" }, asked({ type: "address" }), [{ place: "point" }]],
    [{ type: "date-time" }, asked({ type: "date" }), [{ date: "yyyy-MM-dd'T'HH:mm:ss" }]],
    [{ options: [{ code: "D", text: "A dog" }] }, radios, [{ list: { dog: "D" } }]],
    [{ options: [{ code: "dog", text: "Dog" }] }, radios, []],
    [{}, radios, []],
    [{}, undefined, []],
  ] as const)("fits the field: %j", (more, question, changes) => {
    expect(changesFor(field(more as Partial<TargetField>), question)).toEqual(changes);
  });
});
