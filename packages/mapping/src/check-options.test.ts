import { type Code, Form, type Row } from "@guildhall/contract";
import { checkMapping } from "./check.ts";
import { xmlOf } from "./sample.ts";

const options = [
  { value: "music", label: "Music" },
  { value: "none", label: "None" },
];
const questions = [
  { id: "source", label: "Source", type: "radios", options },
  { id: "effects", label: "Effects", type: "checkboxes", options },
  { id: "words", label: "Words", type: "text" },
];
const form = Form.parse({
  conditions: [{ id: "yes", name: "Yes", when: true }],
  pages: [{ id: "first", title: "First", questions }],
});
const codes = new Map<string, Code[]>([["Sources", [{ code: "M", text: "Music" }]]]);

const answer = (path: string, change: Row["change"]): Row => ({
  target: "x",
  from: { answer: path },
  change,
});
const reasons = (row: Row) =>
  checkMapping(xmlOf([row]), form, { codes }).map(({ reason }) => reason);

describe("a change of an option", () => {
  it.each<[string, Row, string[]]>([
    [
      "that a later list misses",
      answer("source", ["upper", { list: { MUSIC: 1 } }]),
      ["for the option “none”: the list has no entry for the value, and no otherwise"],
    ],
    [
      "to what XML cannot hold",
      answer("source", [{ list: { music: 1, none: { a: 1 } } }]),
      ["for the option “none”: the value is not a single one; name a part, or join it"],
    ],
    [
      "to nothing, where something is required",
      { ...answer("source", [{ absent: ["none"] }]), required: true },
      ["for the option “none”: there is no value, and one is required"],
    ],
    [
      "to a code that the list has not",
      answer("effects", [{ label: "of-option" }, { code: "Sources" }]),
      ["for the option “none”: the code list “Sources” has no entry for the value"],
    ],
  ])("is tried out, and refused %s", (_, row, expected) => {
    expect(reasons(row)).toEqual(expected);
  });

  it("needs otherwise for the code of what has no options", () => {
    expect(reasons(answer("words", ["trim", { code: "Sources" }]))).toEqual([
      "the code list “Sources” needs otherwise, for there are no options",
    ]);
    expect(reasons(answer("words", [{ code: "Sources", otherwise: "O" }]))).toEqual([]);
  });

  it("is not tried out under a condition, nor with codes that are not known", () => {
    const row = answer("source", ["upper", { list: { MUSIC: 1 } }]);
    expect(reasons({ ...row, when: "yes" })).toEqual([]);
    expect(checkMapping(xmlOf([answer("source", [{ code: "Sources" }])]), form)).toEqual([]);
  });
});
