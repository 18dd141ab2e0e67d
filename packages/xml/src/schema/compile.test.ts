import type { SchemaSet } from "@guildhall/contract";
import { compileSchemaSet } from "../compile-schema-set.ts";
import type { SchemaFault } from "../fault.ts";
import { faultsOf, schema, setOf } from "../testing/sets.ts";

const root = '<xs:element name="r" type="T"/>';
const type = (base: string) =>
  `<xs:simpleType name="T"><xs:restriction base="xs:${base}"/></xs:simpleType>`;

function check(set: SchemaSet, document: string): string[] {
  const compiled = compileSchemaSet(set);
  try {
    return compiled.check(document).map(({ sentence }) => sentence);
  } finally {
    compiled.dispose();
  }
}

describe("compileSchemaSet", () => {
  it("finds includes in the set, by their names alone", () => {
    for (const place of ["t.xsd", "./t.xsd", "../x/t.xsd", "https://example.org/a/t.xsd"]) {
      const main = schema(`<xs:include schemaLocation="${place}"/>${root}`);

      expect(check(setOf({ "m.xsd": main, "t.xsd": schema(type("date")) }), "<r>x</r>")).toEqual([
        "r is not a date, such as 2026-03-31.",
      ]);
    }
  });

  it("keeps two sets apart whose files have the same names", () => {
    const main = schema(`<xs:include schemaLocation="t.xsd"/>${root}`);
    const dates = compileSchemaSet(setOf({ "m.xsd": main, "t.xsd": schema(type("date")) }));
    const numbers = compileSchemaSet(setOf({ "m.xsd": main, "t.xsd": schema(type("integer")) }));
    onTestFinished(() => {
      dates.dispose();
      numbers.dispose();
    });

    expect(dates.check("<r>2026-03-31</r>")).toEqual([]);
    expect(numbers.check("<r>2026-03-31</r>")).toHaveLength(1);
    expect(dates.check("<r>12</r>")).toHaveLength(1);
    expect(numbers.check("<r>12</r>")).toEqual([]);
  });

  it("takes files that include each other in a ring, whatever encoding they say they were in", () => {
    const set = setOf({
      "m.xsd": `<?xml version="1.0" encoding="ISO-8859-1"?>\n${schema(`<xs:include schemaLocation="t.xsd"/>${root}`)}`,
      "t.xsd": `\ufeff<?xml version='1.0' encoding='utf-16'?>${schema(`<xs:include schemaLocation="m.xsd"/><xs:simpleType name="T"><xs:restriction base="xs:string"><xs:enumeration value="£"/></xs:restriction></xs:simpleType>`)}`,
    });

    expect(check(set, "<r>£</r>")).toEqual([]);
    expect(check(set, "<r>$</r>")).toEqual(["r is not one of the values allowed: £."]);
  });

  it("reads no file of this machine and asks no other", () => {
    for (const place of [
      import.meta.filename,
      "/etc/passwd",
      "/dev/stdin",
      "http://127.0.0.1:9/t.xsd",
    ]) {
      const set = setOf({ "m.xsd": schema(`<xs:include schemaLocation="${place}"/>${root}`) });

      expect(faultsOf(set)).toEqual([
        {
          file: "m.xsd",
          line: 1,
          sentence: `It asks for ${place.split("/").at(-1)}, which is not in the set.`,
        },
      ]);
    }
  });

  it.each<[string, Record<string, string>, SchemaFault[]]>([
    [
      "a missing include, however deep",
      {
        "m.xsd": schema(`<xs:include schemaLocation="t.xsd"/>${root}`),
        "t.xsd": schema(
          `${type("date")}\n<xs:import namespace="urn:x" schemaLocation="gone.xsd"/>`,
        ),
      },
      [{ file: "t.xsd", line: 2, sentence: "It asks for gone.xsd, which is not in the set." }],
    ],
    [
      "a DOCTYPE",
      { "m.xsd": `<?xml version="1.0"?>\n<!DOCTYPE xs:schema [<!ENTITY x "y">]>${schema(root)}` },
      [{ file: "m.xsd", line: 2, sentence: "It has a DOCTYPE, which is not let in." }],
    ],
    [
      "a DOCTYPE in an included file",
      {
        "m.xsd": schema(`<xs:include schemaLocation="t.xsd"/>${root}`),
        "t.xsd": `<!DOCTYPE x>${schema(type("date"))}`,
      },
      [{ file: "t.xsd", line: 1, sentence: "It has a DOCTYPE, which is not let in." }],
    ],
    [
      "malformed XML",
      { "m.xsd": "<xs:schema\n" },
      [{ file: "m.xsd", line: 2, sentence: "It breaks off." }],
    ],
    [
      "what is no schema",
      { "m.xsd": "<html/>" },
      [{ file: "m.xsd", line: 1, sentence: "It is no XML schema." }],
    ],
    [
      "a type that is nowhere",
      { "m.xsd": schema(`\n${root}`) },
      [
        {
          file: "m.xsd",
          line: 2,
          sentence: "No file says what T is, which has to be a type definition.",
        },
      ],
    ],
    [
      "a type that leads back to itself",
      {
        "m.xsd": schema(
          '<xs:simpleType name="A"><xs:restriction base="B"/></xs:simpleType><xs:simpleType name="B"><xs:restriction base="A"/></xs:simpleType>',
        ),
      },
      [{ file: "m.xsd", line: 1, sentence: "A definition leads back to itself." }],
    ],
    [
      "elements that cannot be told apart",
      {
        "m.xsd": schema(
          '<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="a" minOccurs="0"/><xs:element name="a"/></xs:sequence></xs:complexType></xs:element>',
        ),
      },
      [
        {
          file: "m.xsd",
          line: 1,
          sentence:
            "It is not clear which of two elements is meant, as both may come at the same place.",
        },
      ],
    ],
    [
      "a file that includes itself",
      { "m.xsd": schema(`<xs:include schemaLocation="m.xsd"/>${root}`) },
      [
        {
          file: "m.xsd",
          line: 1,
          sentence:
            "It is no valid schema: Element 'include': The schema must not import/include/redefine itself.",
        },
      ],
    ],
    [
      "more than 5 MB together",
      { "m.xsd": schema(root), "a.xsd": "a".repeat(2_500_000), "b.xsd": "b".repeat(2_500_000) },
      [{ sentence: "The files are larger than 5 MB together." }],
    ],
    [
      "includes without end",
      Object.fromEntries(
        Array.from({ length: 150 }, (_, at) => {
          return [`f${at}.xsd`, schema(`<xs:include schemaLocation="f${at + 1}.xsd"/>`)];
        }),
      ),
      [{ sentence: "Files include one another more than 100 deep." }],
    ],
  ])("refuses %s", (_, files, faults) => {
    expect(faultsOf(setOf(files))).toEqual(faults);
  });

  it("says in a few words what is wrong with a pattern of many", () => {
    const pattern = `<xs:pattern value="${"(".repeat(10_000)}"/>`;
    const simple = `<xs:simpleType name="T"><xs:restriction base="xs:string">${pattern}</xs:restriction></xs:simpleType>`;
    const [fault] = faultsOf(setOf({ "m.xsd": schema(root + simple) }));

    expect(fault?.sentence).toMatch(/^It is no valid schema: Element 'pattern': .{300,400}…$/);
  });

  it("refuses a main file that is not there", () => {
    expect(faultsOf({ ...setOf({ "m.xsd": schema(root) }), main: "n.xsd" })).toEqual([
      { sentence: "There is no file n.xsd." },
    ]);
  });

  it("leaves alone what the main file does not lead to", () => {
    expect(faultsOf(setOf({ "m.xsd": schema(root + type("date")), "old.xsd": "<broken" }))).toEqual(
      [],
    );
  });
});
