import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { SchemaSet } from "@guildhall/contract";
import { createSchemaChecker } from "@guildhall/xml";
import { readSchemaSet } from "./schema-set.ts";

const root = resolve(import.meta.dirname, "../../..");
const documents = join(root, "packages/xml/fixtures");
const read = (name: string) => readFileSync(join(documents, name), "utf8");
const councilTax = read("CTValid1.xml");
const rates = read("NDRValid1.xml");

type Entries = "existing" | "proposed" | "both";

/** What the valuation office's codes are for each reason with these entries; a reason that is not named is in the list. */
const expected: Readonly<Record<string, Record<Entries, string[]>>> = {
  CR03: { existing: ["1001", "1002"], proposed: [], both: ["1002"] },
  CR04: { existing: [], proposed: [], both: ["1003"] },
  CR05: { existing: ["1004"], proposed: ["1005"], both: [] },
  CR08: { existing: ["1006"], proposed: ["1006"], both: ["1006"] },
  CR11: { existing: ["1006"], proposed: ["1006"], both: ["1006"] },
  CR12: { existing: ["1001"], proposed: ["1007"], both: [] },
  CR13: { existing: ["1006"], proposed: ["1006"], both: ["1006"] },
};
const inTheList = { existing: [], proposed: ["1007", "1008"], both: ["1008"] };
const reasons = Array.from({ length: 16 }, (_, at) => `CR${String(at + 1).padStart(2, "0")}`);

describe("Valuebill's rules", () => {
  const checker = createSchemaChecker();
  let set: SchemaSet;

  beforeAll(async () => {
    set = await readSchemaSet(join(root, "tenants/cookbook/schemas/valuebill"), checker);
  });

  afterAll(() => checker.close());

  it("hold for what the valuation office takes", async () => {
    expect(await checker.check(set, councilTax)).toEqual([]);
    expect(await checker.check(set, rates)).toEqual([]);
  });

  it.each(reasons)("ask for the entries that %s needs", async (reason) => {
    for (const entries of ["existing", "proposed", "both"] as const) {
      const found = await codesOf(withEntries(councilTax.replace("CR03", reason), entries));

      expect(found.sort(), entries).toEqual((expected[reason] ?? inTheList)[entries]);
    }
  });

  it.each([
    ["01", "existing", ["1004"]],
    ["04", "both", []],
    ["05", "proposed", ["1005"]],
    ["11", "existing", []],
    ["12", "proposed", []],
  ] as const)(
    "ask of business rates %s with %s entries for no more",
    async (reason, entries, codes) => {
      const document = rates
        .replace(">11<", `>${reason}<`)
        .replace(entries === "existing" ? proposed : entries === "proposed" ? existing : "", "");

      expect(await codesOf(document)).toEqual(codes);
    },
  );

  it.each([
    ["another authority", "<BAidentityNumber>5090", "<BAidentityNumber>5091", "authority"],
    ["remarks of one letter", /<Remarks>.*</, "<Remarks> x <", "remarks-too-short"],
    ["an emoji", "BLUEPRINT", "\u{1f3e0}", "characters"],
    ["a Welsh letter", ">NEW<", ">ŵ<", "characters"],
    ["another schema", '"VbBAtoVOA"', '"VbVOAtoBA"', "schema-name"],
    ["another version", '"4-0"', '"3-1"', "schema-version"],
  ])("refuse %s", async (_, from, to, rule) => {
    const faults = await checker.check(set, councilTax.replace(from, to));

    expect(faults.map((fault) => [fault.code, fault.rule])).toEqual([["rule", rule]]);
  });

  it.each([
    ["an authority with a nought before it", "<BAidentityNumber>5090", "<BAidentityNumber>05090"],
    ["all letters of the schemas", "BLUEPRINT", "£€ ~!@#$%&amp;'()*+,-./:;&lt;=&gt;?[\\]_{}^\""],
    ["counts that differ", "<RecordCount>8", "<RecordCount>3"],
  ])("take %s", async (_, from, to) => {
    expect(
      await checker.check(
        set,
        councilTax.replace(from, () => to),
      ),
    ).toEqual([]);
  });

  async function codesOf(document: string): Promise<(string | undefined)[]> {
    return (await checker.check(set, document)).map(
      ({ code, receiverCode }) => receiverCode ?? code,
    );
  }
});

const existing = /<ExistingEntries>.*<\/ExistingEntries>/s;
const proposed = /<ProposedEntries>.*<\/ProposedEntries>/s;

/** The report with its one entry as the existing one, the proposed one, or both. */
function withEntries(document: string, entries: Entries): string {
  return document.replace(proposed, (entry) => {
    const asExisting = entry.replaceAll("ProposedEntries", "ExistingEntries");
    if (entries === "existing") return asExisting;
    return entries === "both" ? asExisting + entry : entry;
  });
}
