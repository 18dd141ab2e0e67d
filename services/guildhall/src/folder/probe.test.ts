import { join } from "node:path";
import { compileForm, createSampler } from "@guildhall/forms";
import { createSchemaChecker } from "@guildhall/xml";
import { createShire, type Shire } from "../testing/shire.ts";
import { createFolderReader } from "./read.ts";
import { renderExample } from "./render-example.ts";

const limited = (name: string, facet: string, occurs = "") =>
  `<xs:element name="${name}"${occurs}><xs:simpleType><xs:restriction base="xs:string">${facet}</xs:restriction></xs:simpleType></xs:element>`;
const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="case"><xs:complexType><xs:sequence>
${limited("kind", '<xs:enumeration value="RAT"/><xs:enumeration value="WASP"/>')}
<xs:element name="where" minOccurs="0"><xs:complexType><xs:sequence>
${limited("town", '<xs:maxLength value="60"/>')}
${limited("postcode", '<xs:pattern value="[A-Z0-9 ]+"/>')}
</xs:sequence></xs:complexType></xs:element>
${limited("remarks", '<xs:maxLength value="40"/>', ' minOccurs="0"')}
</xs:sequence></xs:complexType></xs:element></xs:schema>`;

const kind =
  "  - { target: kind, from: { answer: pest }, change: [{ list: { rats: RAT, wasps: WASP } }] }\n";
const remarks =
  "  - { target: remarks, from: { answer: ward }, change: [{ cut: 40, after: word }] }\n";
const where = `  - target: where
    when: has-postcode
    rows:
      - { target: town, from: { answer: place.town } }
      - { target: postcode, from: { answer: place.postcode } }
`;
const mappingFile = "shire/services/pests/mapping.case.yaml";

describe("a mapping that is applied", () => {
  const checker = createSchemaChecker();
  afterAll(() => checker.close());
  let shire: Shire;
  beforeEach(async () => {
    shire = await createShire();
    await shire.write({
      "schemas/case/set.yaml": "main: case.xsd\n",
      "schemas/case/case.xsd": schema,
    });
  });
  afterEach(() => shire[Symbol.asyncDispose]());

  async function faultsOf(rows: string, format = "xml"): Promise<string[]> {
    const head = format === "xml" ? "root: case\nschema: case\n" : "";
    await shire.write({
      "services/pests/mapping.case.yaml": `connector: office
operation: send
format: ${format}
${head}rows:
${rows}`,
    });
    const reader = createFolderReader(join(shire.folder, "../cookbook"));
    try {
      const faults = await reader.prove(shire.folder, new Set(["pests"]));
      return faults.map(({ file, line, sentence }) => {
        const path = file.slice(join(shire.folder, "..").length + 1);
        return `${path}:${line} ${sentence}`;
      });
    } finally {
      await reader.close();
    }
  }

  it("has no fault where every document is accepted", async () => {
    expect(await faultsOf(kind + remarks)).toEqual([]);
  });

  it("is refused where an answer may be too long", async () => {
    expect(await faultsOf(`${kind}  - { target: remarks, from: { answer: ward } }\n`)).toEqual([
      `${mappingFile}:8 “remarks”: remarks is too long: it may have 40 characters at most. The answer to “Which ward?” may have 200: cut it.`,
    ]);
  });

  it("is refused where what is required may be left out", async () => {
    const rows = where.replace("    when: has-postcode\n", "");
    expect(await faultsOf(kind + rows)).toEqual([
      `${mappingFile}:8 “where”: where is not complete: postcode has to follow. “postcode” of the answer to “Where?” may be left out.`,
    ]);
  });

  it("is refused where nothing writes what is required", async () => {
    expect(await faultsOf(remarks)).toEqual([
      expect.stringContaining("expected: kind. No row writes kind."),
      expect.stringContaining("case is not complete: kind has to follow. No row writes kind."),
    ]);
  });

  it("is refused where a code is not the receiver's, at its row", async () => {
    expect(await faultsOf(kind.replace("WASP", "WASPS") + remarks)).toEqual([
      `${mappingFile}:7 “kind”: kind is not one of the values allowed: RAT or WASP.`,
    ]);
  });

  it("is refused where the order is wrong", async () => {
    const [fault, ...others] = await faultsOf(remarks + kind);
    expect(fault).toContain(`${mappingFile}:7 “remarks”: remarks is not expected here`);
    expect(others).toEqual([]);
  });

  it.each([
    ["as it is", remarks.replace(", change: [{ cut: 40, after: word }]", "")],
    ["cut", remarks],
    ["cut too late", remarks.replace("40", "41")],
    ["cut by its letters only", remarks.replace("{ cut: 40, after: word }", "collapse, upper")],
    ["as a part of an address", remarks.replace("answer: ward", "answer: place.line1")],
    ["as a choice", remarks.replace("answer: ward", "answer: pest")],
    ["as what all answers are together", remarks.replace("answer: ward", "fact: summary")],
  ])(
    "has a fault that is named, or no document that is refused, with a text %s",
    async (_, row) => {
      const faults = await faultsOf(kind + row);
      const folder = await shire.read();
      const [service = never()] = folder.services;
      const form = compileForm(service.form);
      const sampler = createSampler(form, "2026-06-12");
      let refused = 0;
      let drawn = 1;
      for (let run = 0; run < 150; run += 1) {
        const pick = (count: number) => {
          drawn = (drawn * 48_271) % 2_147_483_647;
          return drawn % count;
        };
        const answers = sampler.sample(pick) ?? never();
        const rendered = await renderExample(service, { answers }, { folder, checker });
        if ("refused" in rendered) refused += 1;
      }
      expect(refused > 0).toBe(faults.length > 0);
    },
  );

  it("is refused where a change cannot be made to an answer, without a schema too", async () => {
    const rows =
      "  - { target: n, from: { dataset: wards, row: { answer: ward }, column: n }, change: [number], required: true }\n";
    await shire.write({ "datasets/wards.csv": "ward,n\nx,1\n" });
    expect(await faultsOf(rows, "json")).toEqual([
      `${mappingFile}:5 “n”: there is no value, and one is required.`,
    ]);
  });
});

function never(): never {
  throw new Error("Shire has a service whose form can be answered.");
}
