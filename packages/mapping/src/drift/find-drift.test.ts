import type { Code, Design, Form, Row } from "@guildhall/contract";
import { jsonOf, xmlOf } from "../sample.ts";
import { findDrift, type LiveOffice, type Need, neededDesigns } from "./find-drift.ts";

const form = {
  conditions: [],
  pages: [
    {
      id: "one",
      title: "One",
      questions: [
        {
          id: "source",
          type: "radios",
          label: "Source",
          options: [
            { value: "home", label: "A home" },
            { value: "pub", label: "A pub" },
          ],
        },
        { id: "words", type: "text", label: "Words" },
      ],
    },
  ],
} as unknown as Form; // Only what the rows read.

function needOf(rows: Row[], changed: Partial<Need> = {}): Need {
  return {
    service: "noise",
    serviceTitle: "Noise",
    version: 1,
    mapping: { ...jsonOf(rows), operation: "create" },
    form,
    columnOf: () => undefined,
    ...changed,
  };
}
const field = (target: string, more: Partial<Design["fields"][number]> = {}) => ({
  target,
  title: target,
  type: "string",
  required: false,
  ...more,
});
const design = (...fields: Design["fields"]): Design => ({ id: "create", title: "A case", fields });
const look = (need: Need, live: Omit<LiveOffice, "kind">) =>
  findDrift([need], { kind: "http", ...live });
const code = (name: string): Code => ({ code: name, text: name });

describe("findDrift", () => {
  it("follows an answer through its changes to the options that can be written", () => {
    const need = needOf([
      {
        target: "kind",
        from: { answer: "source" },
        change: [{ list: { home: "HOME", pub: "PUB" } }],
      },
    ]);
    const options = [code("HOME"), code("BAR")];
    expect(look(need, { designs: [design(field("kind", { options }))] })).toEqual([
      {
        kind: "option-gone",
        sentence: "“kind” of “A case” no longer takes “PUB”. “Noise” would fail.",
        design: "create",
        target: "kind",
        value: "PUB",
        rows: [{ service: "noise", serviceTitle: "Noise", mapping: "sample", target: "kind" }],
      },
    ]);
  });

  it("follows what a dataset holds to the options, and judges nothing that anybody may type", () => {
    const row = { dataset: "premises", row: { answer: "words" }, column: "type" };
    const need = needOf(
      [
        { target: "kind", from: row },
        { target: "free", from: { answer: "words" } },
      ],
      { columnOf: (dataset, column) => (dataset + column === "premisestype" ? ["CAFE"] : []) },
    );
    const options = [code("PUB")];
    const live = design(field("kind", { options }), field("free", { options }));
    expect(look(need, { designs: [live] })).toMatchObject([{ target: "kind", value: "CAFE" }]);
  });

  it("names a text that a code list no longer has, unless another stands for it", () => {
    const rowsOf = (otherwise?: string): Row[] => [
      {
        target: "kind",
        from: { answer: "source" },
        change: [
          { label: "of-option" },
          { code: "KINDS", ...(otherwise === undefined ? {} : { otherwise }) },
        ],
      },
    ];
    const codes = new Map([["KINDS", [{ code: "H", text: "A home" }]]]);
    expect(look(needOf(rowsOf()), { codes })).toMatchObject([
      {
        kind: "code-gone",
        value: "A pub",
        sentence: "The code list “KINDS” no longer has “A pub”. “Noise” would fail.",
      },
    ]);
    expect(look(needOf(rowsOf("X")), { codes })).toEqual([]);
    expect(look(needOf(rowsOf()), { codes: new Map() })).toEqual([]);
  });

  it("asks for no required field inside something that is not written, nor for what the connector writes", () => {
    const live = design(
      field("who"),
      field("where"),
      field("where/street", { required: true }),
      field("who/name", { required: true }),
      field("ours", { required: true }),
    );
    const need = needOf([{ target: "who", rows: [{ target: "age", from: { answer: "words" } }] }]);
    const found = look(need, { designs: [live], ours: ["ours"] });
    expect(found.map(({ kind, target }) => [kind, target])).toEqual([
      ["field-gone", "who/age"],
      ["field-required", "who/name"],
    ]);
  });

  it("judges nothing inside a field whose inside is not told", () => {
    const need = needOf([{ target: "extra/anything", from: { value: 1 } }]);
    expect(look(need, { designs: [design(field("extra"))] })).toEqual([]);
  });

  it("judges nothing to be gone from a design that was not read to its end", () => {
    const need = needOf([{ target: "further", from: { value: 1 } }]);
    const fields = Array.from({ length: 500 }, (_, at) => field(`f${at}`));
    expect(look(need, { designs: [design(...fields)] })).toEqual([]);
    expect(look(need, { designs: [design(...fields.slice(1))] })).toHaveLength(1);
  });

  it("takes a type that changed as meant by whoever publishes the service after it", () => {
    const need = needOf([{ target: "kind", from: { value: "x" } }]);
    const live: LiveOffice = { kind: "http", designs: [design(field("kind", { type: "number" }))] };
    const before = { designs: [design(field("kind"))], versions: { noise: 1 } };
    expect(findDrift([need], live, before)).toMatchObject([
      { sentence: "“kind” of “A case” was string and is number now. “Noise” would fail." },
    ]);
    expect(findDrift([{ ...need, version: 2 }], live, before)).toEqual([]);
  });

  it("reads XML by its root and its names without prefixes", () => {
    const mapping = xmlOf([{ target: "p:person/p:name", from: { value: "x" } }]);
    const need = needOf([], { mapping });
    const live = { ...design(field("person"), field("person/name")), id: "case" };
    expect(findDrift([need], { kind: "soap", designs: [live] })).toEqual([]);
    const renamed = { ...design(field("person"), field("person/fullName")), id: "case" };
    expect(findDrift([need], { kind: "soap", designs: [renamed] })).toMatchObject([
      { kind: "field-gone", target: "person/name", likelyNow: "person/fullName" },
    ]);
  });

  it("finds every design that an Open311 mapping may report to", () => {
    const { mapping } = needOf([
      {
        target: "service_code",
        from: { answer: "source" },
        change: [{ list: { home: "N1", pub: "N2" } }],
      },
    ]);
    expect(neededDesigns("open311", [mapping])).toEqual(["N1", "N2"]);
  });
});
