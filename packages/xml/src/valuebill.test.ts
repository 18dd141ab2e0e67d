import { validateXML } from "xmllint-wasm";
import { type CompiledSchemaSet, compileSchemaSet } from "./compile-schema-set.ts";
import { fixture, valuebill } from "./testing/sets.ts";

const councilTax = fixture("CTValid1.xml");
const rates = fixture("NDRValid1.xml");

/** What is wrong with a document after one change to it, by position. */
const invalid: readonly (readonly [name: string, document: string, positions: string[]])[] = [
  ["lower-case postcode", councilTax.replace("AA11 1AA", "aa11 1aa"), ["2/6/1/1/2/4"]],
  ["unknown reason", councilTax.replace("CR03", "CR17"), ["2/5/1/1"]],
  ["date of another country", councilTax.replace("2018-05-01", "05/01/2018"), ["2/7"]],
  ["no authority", councilTax.replace("VALID COUNCIL", ""), ["1/1"]],
  ["authority out of range", councilTax.replace(">5090<", ">50900<"), ["1/2"]],
  ["long remarks", councilTax.replace("THIS IS", "LONG ".repeat(60)), ["2/8"]],
  ["no reference", councilTax.replace(/<BAreference>.*<\/BAreference>/, ""), ["2/6/1/1"]],
  ["elements out of order", councilTax.replace(/(<DateSent>.*)\n(.*)/, "$2\n$1"), ["2/1"]],
  ["no attribute", councilTax.replace('SchemaVersion="4-0"', ""), [""]],
  ["unknown attribute", councilTax.replace("<Remarks>", '<Remarks by="me">'), ["2/8/@by"]],
  [
    "one line of address",
    councilTax.replace(/(<AddressLine>.*\s*){2,3}/, "<AddressLine>1</AddressLine>"),
    ["2/6/1/1/2/2"],
  ],
  ["accented street", councilTax.replace("5 VALID", "5 VÂLID"), ["2/6/1/1/2/1"]],
  ["no report", councilTax.replace(/<BApropertyReport>.*<\/BApropertyReport>/s, ""), ["2"]],
  ["number in words", councilTax.replace("<RecordCount>8", "<RecordCount>eight"), ["3/1"]],
  ["nothing to rate", rates.replace("16250.00", "0"), ["2/6/1/3/1"]],
  ["unknown root", councilTax.replaceAll("BAreports", "Reports"), [""]],
];

describe("Valuebill's schemas", () => {
  let compiled: CompiledSchemaSet;

  beforeAll(() => {
    compiled = compileSchemaSet(valuebill());
  });

  afterAll(() => compiled.dispose());

  it("take what the valuation office takes", () => {
    expect(compiled.check(councilTax)).toEqual([]);
    expect(compiled.check(rates)).toEqual([]);
  });

  it("are not asked about a document with a DOCTYPE, though they would take it", () => {
    expect(compiled.check(fixture("CTValidWithXXE.xml"))).toMatchObject([
      { code: "doctype", line: 2 },
    ]);
  });

  it.each(invalid)("refuse: %s", (_, document, positions) => {
    const faults = compiled.check(document);

    expect(faults.map(({ position }) => position)).toEqual(positions);
    expect(faults.map(({ code }) => code)).toEqual(positions.map(() => "schema"));
  });

  it("are read in the same way by another validator, for each of these documents", async () => {
    const { files, main } = valuebill();
    const documents = [
      ["valid-1.xml", councilTax],
      ["valid-2.xml", rates],
      ["valid-3.xml", fixture("CTValidWithXXE.xml")],
      ...invalid.map(([, document], at) => [`invalid-${at}.xml`, document]),
    ] as const;
    const { errors } = await validateXML({
      xml: documents.map(([fileName = "", contents = ""]) => ({ fileName, contents })),
      schema: [{ fileName: main, contents: files[main] ?? "" }],
      preload: Object.entries(files)
        .filter(([name]) => name !== main)
        .map(([fileName, contents]) => ({ fileName, contents })),
    });

    const refused = new Set(errors.flatMap(({ loc }) => loc?.fileName ?? []));
    expect([...refused].sort()).toEqual(invalid.map((_, at) => `invalid-${at}.xml`).sort());
  });
});
