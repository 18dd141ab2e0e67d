import { SchemaSet } from "@guildhall/contract";
import { putSchemaSet, transact } from "@guildhall/store";
import {
  mappingPath as at,
  createMappingWorld,
  type MappingWorld,
} from "../testing/draft-mapping.ts";

const label = { label: "of-option" };

describe("a draft's mapping that is tried on a sample", () => {
  let looked: MappingWorld;
  beforeEach(async () => {
    looked = await createMappingWorld();
  });
  afterEach(() => looked[Symbol.asyncDispose]());

  const ask: MappingWorld["ask"] = (...asked) => looked.ask(...asked);
  const edit: MappingWorld["edit"] = (...edits) => looked.edit(...edits);
  const describeTarget = () => looked.describeTarget();
  const preview = async (json: object = {}) => (await ask("POST", `${at}/preview`, json)).json();

  it("makes a document that people can read, and says what each row gave", async () => {
    const shown = await preview();
    expect(shown.text).toContain('\n  "title": "A pub or club"');
    expect(shown.sample).toMatchObject({ kind: "made-up", faults: [] });
    expect(shown.rows).toContainEqual({
      at: "/mappings/case/rows/title",
      target: "title",
      results: ["A pub or club"],
    });
  });

  it("takes given answers, and leaves out and names what the form does not take", async () => {
    const answers = { noiseSource: "cinema", email: "ada@example.com", shoeSize: 7 };
    const shown = await preview({ answers });
    expect(shown.sample.kind).toBe("given");
    expect(shown.sample.faults).toEqual([
      expect.stringContaining("“Where does the noise come from?”"),
      expect.stringContaining("“When you heard it”"),
      "The form does not ask for “shoeSize”.",
    ]);
    expect(shown.text).not.toContain("cinema");
  });

  it("takes a scenario's answers, and refuses one that there is none of", async () => {
    const expects = { ends: "accepted" };
    const nights = [{ date: "2025-05-01" }];
    const scenario = {
      id: "home",
      name: "At home",
      answers: { noiseSource: "home", nights },
      expects,
    };
    await edit({ act: "add", to: "/scenarios", item: scenario });
    const shown = await preview({ scenario: "home" });
    expect(shown.sample.sentence).toBe("The answers of “At home”.");
    expect(shown.text).toContain("A home");
    expect(await preview({ scenario: "gone" })).toMatchObject({ code: "request-invalid" });
    expect(await preview({ scenario: "home", answers: {} })).toMatchObject({
      code: "request-invalid",
    });
  });

  it("names faults at their rows, and writes what can be written", async () => {
    await describeTarget();
    await edit(
      { act: "set", at: "/mappings/case/rows/pub when is-pub/required", to: true },
      {
        act: "add",
        to: "/mappings/case/rows",
        item: { target: "bedrooms", from: { value: "two" } },
      },
    );
    const { faults, text, checked } = await preview();
    expect(checked).toBe("It was held against “Noise case”.");
    expect(text).toContain('"bedrooms": "two"');
    expect(faults).toContainEqual({
      at: "/mappings/case/rows/bedrooms",
      target: "bedrooms",
      sentence: "“Bedrooms” takes a whole number.",
    });
    expect(faults).toContainEqual({
      at: "/mappings/case/rows",
      target: "email",
      sentence: "“Email” is required, and nothing is written to it.",
    });
    expect(faults).toContainEqual({
      at: "/mappings/case/rows/title",
      target: "title",
      sentence: "The receiver has no place “title”.",
    });
  });

  it("tells what a receiver's schema says of its document at the rows that write it", async () => {
    const xsd = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="Case"><xs:complexType><xs:sequence><xs:element name="Source"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="3"/></xs:restriction></xs:simpleType></xs:element><xs:element name="Phone" type="xs:string"/></xs:sequence></xs:complexType></xs:element></xs:schema>`;
    const set = SchemaSet.parse({ id: "case", main: "case.xsd", files: { "case.xsd": xsd } });
    await transact(looked.world.ctx.db, (tx) => putSchemaSet(tx, set));
    const rows = [{ target: "Source", from: { answer: "noiseSource" }, change: [label] }];
    const xml = { id: "xml", connector: "back-office", operation: "create", format: "xml" };
    const item = { ...xml, root: "Case", schema: "case", rows };
    await edit({ act: "add", to: "/mappings", item });
    const response = await ask("POST", `${at.replace("/case", "/xml")}/preview`, {});
    const { text, faults, checked } = await response.json();
    expect(text).toBe("<Case>\n  <Source>A pub or club</Source>\n</Case>");
    expect(checked).toBe("It was held against the schema “case”.");
    expect(faults).toMatchObject([
      { at: "/mappings/xml/rows/Source", target: "Source" },
      { at: "/mappings/xml", target: "" },
    ]);
    await edit({ act: "set", at: "/mappings/xml/schema", to: "gone" });
    const gone = await (await ask("POST", `${at.replace("/case", "/xml")}/preview`, {})).json();
    expect(gone.checked).toBe("There is no schema “gone” any more, so it could not be checked.");
  });

  it("says that the questions have a fault, and shows what needs none", async () => {
    await edit({
      act: "set",
      at: "/form/conditions/is-pub/when",
      to: { "==": [{ var: "gone" }, 1] },
    });
    const shown = await preview();
    expect(shown.sample).toMatchObject({
      kind: "none",
      sentence: expect.stringContaining("The questions have a fault"),
    });
    expect(shown.text).toContain("EXM-2345-6789");
  });

  it("works from an empty draft on", async () => {
    const empty = { id: "bench", title: "Report a bench" };
    const mapping = {
      id: "case",
      connector: "back-office",
      operation: "create-item",
      format: "json",
    };
    await ask("POST", "/service-drafts", { title: empty.title });
    const made = await ask("POST", "/service-drafts/report-a-bench/edits", {
      since: 1,
      edits: [{ act: "add", to: "/mappings", item: { ...mapping, rows: [] } }],
    });
    expect(made.status).toBe(200);
    const path = "/service-drafts/report-a-bench/mappings/case";
    expect(await (await ask("POST", `${path}/preview`, {})).json()).toMatchObject({ text: "{}" });
    expect(await (await ask("GET", `${path}/lines`)).json()).toMatchObject({ data: [] });
    const readiness = await (await ask("GET", "/service-drafts/report-a-bench/readiness")).json();
    const findings = readiness.sections.flatMap(({ findings: own }: { findings: object[] }) => own);
    expect(findings).toContainEqual({
      section: "destinations",
      at: "/mappings/case/rows",
      sentence: "The mapping “case” writes nothing yet: say what “back-office” is to be told.",
      code: "mapping-empty",
      advice: false,
    });
  });
});
