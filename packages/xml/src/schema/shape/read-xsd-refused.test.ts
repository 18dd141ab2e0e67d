import { schema } from "../../testing/sets.ts";
import { refusal, root, sequence, shapeOf, xsd } from "../../testing/shapes.ts";
import { readXmlShape } from "./read-shape.ts";

describe("an XSD that cannot be read", () => {
  const attack = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>`;
  const outside = (location: string) =>
    schema(`<xs:include schemaLocation="${location}"/>${root('<xs:element name="a"/>')}`);

  it.each([
    ["an entity bomb", { "a.xsd": `${attack}<x>&b;</x>` }, "DOCTYPE"],
    [
      "a network include",
      { "a.xsd": outside("http://evil.example/x.xsd") },
      "http://evil.example/x.xsd, which is not among the files",
    ],
    [
      "an include from the disk",
      { "a.xsd": outside("file:///etc/passwd") },
      "file:///etc/passwd, which is not among",
    ],
    [
      "a redefinition",
      { "a.xsd": schema('<xs:redefine schemaLocation="a.xsd"/>') },
      "changes what another file declares",
    ],
    ["broken XML", { "a.xsd": "<xs:schema" }, "breaks off|well-formed|not closed"],
    ["another document", { "a.xsd": "<html/>" }, "no XML schema"],
    [
      "a type that nobody declares",
      { "a.xsd": schema(root('<xs:element name="a" type="Nowhere"/>')) },
      "No file says what Nowhere is",
    ],
    [
      "two of one name",
      { "a.xsd": schema('<xs:element name="r" type="xs:date"/>'.repeat(2)) },
      "no valid schema",
    ],
    [
      "a type made of itself",
      {
        "a.xsd": schema(
          `<xs:simpleType name="T"><xs:restriction base="T"/></xs:simpleType>${root('<xs:element name="a" type="T"/>')}`,
        ),
      },
      "leads back to itself",
    ],
    [
      "nothing to begin with",
      { "a.xsd": schema("") },
      "No element that a document could begin with",
    ],
    [
      "a root with a value alone",
      { "a.xsd": schema('<xs:element name="r" type="xs:date"/>') },
      "no place in it",
    ],
    ["too much", { "a.xsd": schema(`<!--${"x".repeat(5_000_000)}-->`) }, "larger than 5 MB"],
    [
      "two files of one name",
      { "a/x.xsd": schema(""), "b/x.xsd": schema("") },
      "Two files have this name",
    ],
    ["100,000 fields", { "a.xsd": schema(tooMany()) }, "more than 20,000 places"],
  ])("says in one sentence that it is %s", (_, files, sentence) => {
    const { faults } = refusal(() => readXmlShape(xsd(files)));
    expect(faults.map((fault) => fault.sentence)).toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(sentence))]),
    );
    expect(faults.length).toBeLessThan(5);
  });

  it("says where, where there is a place", () => {
    const { faults } = refusal(() =>
      readXmlShape(
        xsd({ "a.xsd": schema(`\n\n${root('<xs:element name="a" type="Nowhere"/>')}`) }),
      ),
    );
    expect(faults).toMatchObject([{ file: "a.xsd", line: 3 }]);
  });

  it("asks which of several elements documents begin with, and takes it by its name", () => {
    const two = ["r", "s"].map((name) =>
      root('<xs:element name="a" type="xs:date"/>').replace('"r"', `"${name}"`),
    );
    const asked = refusal(() => shapeOf(two.join("")));
    expect(asked.roots).toEqual(["r", "s"]);
    expect(asked.faults[0]?.sentence).toMatch(/say which one is meant: r, s\.$/);
    expect(shapeOf(two.join(""), "", "s").root).toBe("s");
    expect(refusal(() => shapeOf(two.join(""), "", "t")).roots).toEqual(["r", "s"]);
  });

  it("runs no pattern of it", () => {
    const type =
      '<xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="(a|aa|a?)*b"/></xs:restriction></xs:simpleType>';
    const { fields } = shapeOf(root(`<xs:element name="a">${type}</xs:element>`));
    expect(fields[0]?.limits).toEqual({ pattern: "(a|aa|a?)*b" });
  });
});

/** Thirty elements in each of thirty in each of thirty. */
function tooMany(): string {
  const thirty = (type: string) =>
    sequence(
      Array.from({ length: 30 }, (_, at) => `<xs:element name="e${at}" type="${type}"/>`).join(""),
    );
  const named = (name: string, type: string) =>
    thirty(type).replace("<xs:complexType>", `<xs:complexType name="${name}">`);
  const types = [named("A", "B"), named("B", "C"), named("C", "xs:string")];
  return `<xs:element name="r" type="A"/>${types.join("")}`;
}
