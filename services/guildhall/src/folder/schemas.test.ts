import { createShire, type Shire } from "../testing/shire.ts";

const xsd = (content: string) =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">\n${content}\n</xs:schema>\n`;
const good = xsd(`<xs:element name="case"><xs:complexType><xs:sequence>
  <xs:element name="pest" type="xs:string"/>
</xs:sequence></xs:complexType></xs:element>`);
const set = "main: case.xsd\n";

describe("a schema set of a folder", () => {
  let shire: Shire;
  beforeEach(async () => {
    shire = await createShire();
    await shire.write({
      "services/pests/mapping.case.yaml": `connector: office
operation: send
format: xml
root: case
schema: case
rows:
  - target: pest
    from: { answer: pest }
`,
    });
  });
  afterEach(() => shire[Symbol.asyncDispose]());

  const own = (files: Record<string, string | Uint8Array>) =>
    shire.write(
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [`schemas/case/${name}`, text]),
      ),
    );
  const schemas = async () => (await shire.read()).schemas;

  it("is its own file and the schemas beside it", async () => {
    const rules = `rules:
  - { id: one, context: /case, test: pest, sentence: There is no pest., code: "1001" }
`;
    await own({ "set.yaml": set + rules, "case.xsd": good, "README.md": "Where it is from." });
    expect(await schemas()).toEqual([
      {
        id: "case",
        main: "case.xsd",
        files: { "case.xsd": good },
        namespaces: {},
        rules: [
          {
            id: "one",
            context: "/case",
            test: "pest",
            sentence: "There is no pest.",
            code: "1001",
          },
        ],
      },
    ]);
  });

  it("is the cookbook's where the council has none of that name, and only where a mapping asks for it", async () => {
    const shared = (name: string) => `../cookbook/schemas/${name}`;
    await shire.write({
      [shared("case/set.yaml")]: set,
      [shared("case/case.xsd")]: good,
      [shared("other/set.yaml")]: set,
      [shared("other/case.xsd")]: good,
    });
    expect((await schemas()).map(({ id }) => id)).toEqual(["case"]);

    const changed = good.replace("xs:string", "xs:token");
    await own({ "set.yaml": set, "case.xsd": changed });
    expect(await schemas()).toMatchObject([{ files: { "case.xsd": changed } }]);
  });

  it("is wanted where a mapping names it", async () => {
    expect(await shire.faults()).toEqual([
      expect.stringMatching(/mapping\.case\.yaml:5 .*no schema set “case”/),
    ]);
  });

  it.each([
    ["without its own file", { "case.xsd": good }, /case\/set\.yaml:1 This file is missing/],
    [
      "that names no first schema",
      { "set.yaml": "rules: []\n", "case.xsd": good },
      /set\.yaml:1 “main” is missing/,
    ],
    ["whose first schema is missing", { "set.yaml": set }, /case\/set\.yaml:1 /],
    [
      "with a schema that is no XML",
      { "set.yaml": set, "case.xsd": xsd("<xs:element>") },
      /case\/case\.xsd:[23] /,
    ],
    [
      "with a schema that means nothing",
      { "set.yaml": set, "case.xsd": good.replace("xs:string", "xs:story") },
      /case\/case\.xsd:3 /,
    ],
    [
      "that includes what did not come with it",
      {
        "set.yaml": set,
        "case.xsd": good.replace(
          "<xs:element",
          '<xs:include schemaLocation="types.xsd"/>\n<xs:element',
        ),
      },
      /case\/(case\.xsd:2|set\.yaml:1) /,
    ],
    [
      "with a schema that is no UTF-8",
      { "set.yaml": set, "case.xsd": Buffer.from(good.replace("pest", "pést"), "latin1") },
      /case\/case\.xsd:3 The file is not text in UTF-8/,
    ],
    [
      "with a schema that is too large",
      { "set.yaml": set, "case.xsd": good + " ".repeat(5_000_000) },
      /case\/case\.xsd:1 The schema is too large/,
    ],
    [
      "with a rule that is no XPath",
      {
        "set.yaml": `${set}rules:\n  - { id: one, context: /case, test: "true()", sentence: a }\n  - { id: two, context: "//", test: pest, sentence: a }\n`,
        "case.xsd": good,
      },
      /case\/set\.yaml:4 /,
    ],
    [
      "with a rule of the same name",
      {
        "set.yaml": `${set}rules:\n  - { id: one, context: /case, test: pest, sentence: a }\n  - { id: one, context: /case, test: pest, sentence: a }\n`,
        "case.xsd": good,
      },
      /case\/set\.yaml:4 /,
    ],
    [
      "with a file that means nothing",
      { "set.yaml": set, "case.xsd": good, "case.dtd": "" },
      /case\.dtd:1 A file of this name and place means nothing here/,
    ],
  ])("is refused %s", async (_, files, fault) => {
    await own(files);
    expect((await shire.faults()).join("\n")).toMatch(fault);
  });
});
