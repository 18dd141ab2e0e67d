import type { Source } from "@guildhall/contract";
import { compileMapping } from "./compile.ts";
import { render } from "./render.ts";
import { inputOf, jsonOf } from "./sample.ts";
import type { DatasetLookup, MappingInput } from "./scope.ts";

describe("a source", () => {
  const facts = {
    processId: "prc_1",
    reference: "CAM-2V4K-7XQP",
    receivedAt: "2025-06-03T08:15:00.000Z",
    respondBy: "2025-06-10T16:00:00.000Z",
    councilName: "Sampleton Council",
    location: { line1: "1 Sample Row", town: "Sampleton" },
    payment: { reference: "pay-1", amount: 5500 },
    serviceTitle: "Noise",
    summary: "What: noise",
    callbackUrl: "https://example.org/p",
    grant: "g",
    documentLinks: ["https://example.org/1", "https://example.org/2"],
    documentLabels: ["form.html", "The garden"],
    contact: { name: "Zoë", email: "z@example.org", phone: "01223" },
  };

  it.each([
    ["processId", "prc_1"],
    ["reference", "CAM-2V4K-7XQP"],
    ["receivedAt", "2025-06-03T08:15:00.000Z"],
    ["serviceTitle", "Noise"],
    ["respondBy", "2025-06-10T16:00:00.000Z"],
    ["councilName", "Sampleton Council"],
    ["location", { line1: "1 Sample Row", town: "Sampleton" }],
    ["payment.reference", "pay-1"],
    ["payment.amount", 5500],
    ["summary", "What: noise"],
    ["callbackUrl", "https://example.org/p"],
    ["grant", "g"],
    ["documentLinks", ["https://example.org/1", "https://example.org/2"]],
    ["documentLabels", ["form.html", "The garden"]],
    ["contact.name", "Zoë"],
    ["contact.email", "z@example.org"],
    ["contact.phone", "01223"],
  ] as const)("reads the fact %s", (fact, value) => {
    expect(read({ fact })).toEqual(value);
  });

  it("joins what has a value, lists among it", () => {
    const join: Extract<Source, { join: unknown }>["join"] = [
      { value: "A" },
      { answer: "none" },
      { fact: "documentLinks" },
      { answer: "n" },
    ];
    expect(read({ join, with: " | " })).toBe(
      "A | https://example.org/1 | https://example.org/2 | 3",
    );
  });

  it("finds a part of an answer", () => {
    expect(read({ answer: "address.postcode" })).toBe("CB24 9ZZ");
    expect(read({ answer: "address.town" })).toBeUndefined();
  });

  it("knows no location and no payment where there are none", () => {
    for (const fact of ["location", "payment.reference", "payment.amount", "respondBy"] as const) {
      expect(valueFrom({ fact })).toBeUndefined();
    }
  });

  const read = (from: Source) => valueFrom(from, { facts });
});

describe("a dataset", () => {
  const rows = [
    ["CB24", "Sampleton", "3"],
    ["CB25", "Elsewhere", ""],
  ];
  const wards: DatasetLookup = {
    columns: ["area", "ward", "team"],
    find: (key) => rows.find(([area]) => area === key),
  };
  const look = (row: Row, column = "ward", id = "wards") =>
    valueFrom(
      { dataset: id, row, column },
      { dataset: (asked) => (asked === "wards" ? wards : undefined) },
    );
  type Row = Extract<Source, { dataset: string }>["row"];

  it("gives a column of the row that an answer, a fact or a constant names", () => {
    expect(look({ answer: "area" })).toBe("Sampleton");
    expect(look({ answer: "area" }, "team")).toBe("3");
    expect(look({ fact: "reference" })).toBe("Elsewhere");
    expect(look({ value: "CB25" })).toBe("Elsewhere");
  });

  it("gives a value for each item of a list that has one", () => {
    expect(look({ answer: "areas" })).toEqual(["Elsewhere", "Sampleton"]);
  });

  it("can be joined", () => {
    const join = [{ value: "Ward" }, { dataset: "wards", row: { answer: "area" }, column: "ward" }];
    expect(valueFrom({ join, with: ": " }, { dataset: () => wards })).toBe("Ward: Sampleton");
  });

  it.each<[string, () => unknown]>([
    ["the dataset is not there", () => look({ answer: "area" }, "ward", "parishes")],
    [
      "nobody keeps datasets",
      () => valueFrom({ dataset: "wards", row: { value: "CB24" }, column: "ward" }),
    ],
    ["the column is not there", () => look({ answer: "area" }, "parish")],
    ["no row has the key", () => look({ value: "CB99" })],
    ["the cell is empty", () => look({ value: "CB25" }, "team")],
    ["there is no key", () => look({ answer: "none" })],
  ])("has no value where %s", (_, work) => {
    expect(work()).toBeUndefined();
  });

  it("refuses a key that has parts", () => {
    expect(() => look({ answer: "items" })).toThrow("what is looked up has parts; name one");
  });

  it("is a fault where a value is required", () => {
    const from = { dataset: "wards", row: { value: "CB99" }, column: "ward" };
    const mapping = compileMapping(jsonOf([{ target: "x", from, required: true }]));
    expect(() => render(mapping, inputOf({}, { dataset: () => wards }))).toThrow(
      expect.objectContaining({ target: "x", reason: "there is no value, and one is required" }),
    );
  });
});

function valueFrom(from: Source, others: Partial<MappingInput> = {}): unknown {
  const mapping = compileMapping(jsonOf([{ target: "x", from }]));
  const answers = {
    n: 3,
    address: { postcode: "CB24 9ZZ" },
    area: "CB24",
    areas: ["CB25", "CB99", "CB24"],
    items: [{ a: 1 }],
  };
  const facts = { ...inputOf({}).facts, reference: "CB25", ...others.facts };
  return JSON.parse(render(mapping, inputOf(answers, { ...others, facts }))).x;
}
