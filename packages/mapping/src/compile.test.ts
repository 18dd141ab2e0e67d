import type { Row } from "@guildhall/contract";
import { checkMapping } from "./check.ts";
import { compileMapping } from "./compile.ts";
import { MappingFault } from "./fault.ts";
import { xmlOf } from "./sample.ts";

const a: Row = { target: "a", from: { answer: "a" } };
const b: Row = { target: "b", from: { answer: "b" } };

describe("a row that cannot work", () => {
  it.each<[string, Row, string]>([
    ["a name that is no XML name", { ...b, target: "x y" }, "“x y” cannot be an XML name"],
    ["markup in a name", { ...b, target: "a b><x" }, "“a b><x” cannot be an XML name"],
    ["a name that starts with a digit", { ...b, target: "x/1a" }, "“1a” cannot be an XML name"],
    ["two colons in a name", { ...b, target: "p:q:r" }, "“p:q:r” cannot be an XML name"],
    ["a lone surrogate in a name", { ...b, target: "x\ud800" }, "“x\ufffd” cannot be an XML name"],
    ["a prefix without a namespace", { ...b, target: "q:b" }, "the prefix “q” has no namespace"],
    [
      "an attribute's prefix without a namespace",
      { ...b, target: "b/@q:b" },
      "the prefix “q” has no namespace",
    ],
    ["an empty step", { ...b, target: "x//b" }, "the target has an empty step"],
    ["a step after an attribute", { ...b, target: "x/@y/b" }, "“@y” cannot be an XML name"],
    [
      "a namespace declared by a row",
      { ...b, target: "@xmlns:q" },
      "namespaces are declared in the mapping's namespaces",
    ],
    [
      "a default namespace declared by a row",
      { ...b, target: "@xmlns" },
      "namespaces are declared in the mapping's namespaces",
    ],
    ["a duplicate target", a, "the target is written already, by an earlier row"],
    [
      "a target through a value",
      { ...b, target: "a/b" },
      "the target goes through “a”, which holds a value",
    ],
    [
      "rows through a value",
      { target: "a/b", rows: [b] },
      "the target goes through “a”, which holds a value",
    ],
    ["each without rows", { target: "x", each: "x" }, "each needs rows"],
    ["each with no rows in it", { target: "x", each: "x", rows: [] }, "each needs rows"],
    [
      "each that is no answer's name",
      { target: "x", each: "X!", rows: [b] },
      "“X!” is not the name of an answer",
    ],
    ["rows without a row", { target: "x", rows: [] }, "rows needs at least one row"],
    ["rows beside a value", { ...b, rows: [b] }, "a target with rows has no value of its own"],
    [
      "rows beside a change",
      { target: "x", change: ["trim"], rows: [b] },
      "a target with rows has no value of its own",
    ],
    ["rows in an attribute", { target: "x/@y", rows: [b] }, "an attribute cannot hold rows"],
    [
      "a row that writes nothing",
      { target: "x" },
      "there is nothing to write; keepEmpty writes an empty value",
    ],
    [
      "an empty constant",
      { target: "x", from: { value: "" } },
      "there is nothing to write; keepEmpty writes an empty value",
    ],
    [
      "an object as a constant",
      { target: "x", from: { value: { y: 1 } } },
      "the value is not a single one; name a part, or join it",
    ],
    [
      "a constant that XML forbids",
      { target: "x", from: { value: "\u0001" } },
      "the value has a character that XML forbids",
    ],
    [
      "a list in an attribute",
      { target: "@x", from: { value: [1, 2] } },
      "the value is not a single one; name a part, or join it",
    ],
    [
      "a constant that cannot be changed so",
      { target: "x", from: { value: "x" }, change: ["number"] },
      "the value is not a number",
    ],
    [
      "an answer that cannot be",
      { target: "x", from: { answer: "a..b" } },
      "“a..b” is not the name of an answer",
    ],
    [
      "a joined answer that cannot be",
      { target: "x", from: { join: [{ answer: "A" }], with: "" } },
      "“A” is not the name of an answer",
    ],
    [
      "a fact that there is not",
      { target: "x", from: { join: [{ fact: "toString" as "grant" }], with: "" } },
      "there is no fact “toString”",
    ],
    [
      "a change that there is not",
      { ...b, change: ["reverse" as "upper"] },
      "there is no transform “reverse”",
    ],
    [
      "a bad date pattern",
      { ...b, change: [{ date: "YYYY" }] },
      "the date pattern needs yyyy for the year and dd for the day",
    ],
    [
      "a change with a setting that there is not",
      { ...b, change: [{ reverse: true } as never] },
      "there is no transform “reverse”",
    ],
    ["a cut to nothing", { ...b, change: [{ cut: 0 }] }, "cut needs a whole number above 0"],
    [
      "a mark that leaves no room",
      { ...b, change: [{ cut: 3, mark: "..." }] },
      "the mark leaves no room for the text",
    ],
    ["pieces of nothing", { ...b, change: [{ pieces: 0 }] }, "pieces needs a whole number above 0"],
    [
      "a pad without end",
      { ...b, change: [{ pad: { to: 1e9, with: "0" } }] },
      "pad needs a number from 1 to 1000",
    ],
    [
      "a pad with half a character",
      { ...b, change: [{ pad: { to: 3, with: "\ud83c" } }] },
      "pad needs one character to pad with",
    ],
    ["an empty list", { ...b, change: [{ list: {} }] }, "the list has no entries"],
    [
      "the label of a fact",
      { target: "x", from: { fact: "grant" }, change: [{ label: "of-option" }] },
      "only the answer to a question has an option's label",
    ],
  ])("is refused for %s", (_, faulty, reason) => {
    const fault = expect.objectContaining({ row: 1, target: faulty.target, reason });
    expect(() => compileMapping(xmlOf([a, faulty]))).toThrow(MappingFault);
    expect(() => compileMapping(xmlOf([a, faulty]))).toThrow(fault);
    expect(checkMapping(xmlOf([a, faulty]))).toEqual([fault]);
  });
});
