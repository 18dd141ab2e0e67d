import { schema } from "../../testing/sets.ts";
import { inBrief, root, shapeOf, xsd } from "../../testing/shapes.ts";
import { readXmlShape } from "./read-shape.ts";

describe("the shape of an XSD", () => {
  it("lists everything in document order, with what is required and what repeats", () => {
    const shape = shapeOf(
      `${root(`<xs:element name="Caller" type="C"/><xs:element name="Photo" type="xs:base64Binary" minOccurs="0" maxOccurs="3"/>`)}
       <xs:complexType name="C"><xs:all><xs:element name="PostCode" type="xs:string"><xs:annotation><xs:documentation>Where
         they live</xs:documentation></xs:annotation></xs:element></xs:all>
       <xs:attribute name="id" type="xs:int" use="required"/></xs:complexType>`,
    );
    expect(inBrief(shape)).toEqual([
      "Caller group required",
      "Caller/@id integer required",
      "Caller/PostCode text required",
      "Photo file repeats",
    ]);
    expect(shape).toMatchObject({ root: "r", namespaces: {} });
    expect(shape.fields[2]).toMatchObject({ title: "Post code", text: "Where they live" });
  });

  it("names what may be chosen, and the alternatives that go together", () => {
    const shape = shapeOf(
      root(
        `<xs:choice><xs:element name="a" type="xs:string"/><xs:sequence><xs:element name="b" type="xs:string"/>
         <xs:choice><xs:element name="c" type="xs:string"/><xs:element name="d" type="xs:string"/></xs:choice></xs:sequence></xs:choice>`,
      ),
    );
    const choices = shape.fields.map(({ target, choice, branch }) => [target, choice, branch]);
    expect(choices).toEqual([
      ["a", "#1", 1],
      ["b", "#1", 2],
      ["c", "#1.2#1", 1],
      ["d", "#1.2#1", 2],
    ]);
  });

  it("asks for nothing of a choice that may be empty", () => {
    const shape = shapeOf(
      root(
        '<xs:choice><xs:element name="a" type="xs:string"/><xs:element name="b" minOccurs="0"/></xs:choice>',
      ),
    );
    expect(shape.fields.map(({ required }) => required)).toEqual([false, false]);
  });

  it("says what values have to keep to, along a chain of types", () => {
    const { fields } = shapeOf(
      `<xs:simpleType name="Short"><xs:restriction base="xs:string"><xs:maxLength value="9"/></xs:restriction></xs:simpleType>
       <xs:simpleType name="Code"><xs:restriction base="Short"><xs:enumeration value="A"><xs:annotation><xs:documentation>Dogs</xs:documentation></xs:annotation></xs:enumeration><xs:enumeration value="B"/></xs:restriction></xs:simpleType>
       <xs:simpleType name="Age"><xs:restriction base="xs:int"><xs:minExclusive value="0"/><xs:maxInclusive value="120"/></xs:restriction></xs:simpleType>
       <xs:simpleType name="Either"><xs:union memberTypes="Code Age"/></xs:simpleType>
       ${root(
         `<xs:element name="code" type="Code"/><xs:element name="age" type="Age"/><xs:element name="either" type="Either"/>
          <xs:element name="many"><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:element>
          <xs:element name="same" type="xs:string" fixed="GH"/>`,
       )}`,
    );
    expect(
      fields.map(({ target: _, title: __, required: ___, repeats: ____, ...rest }) => rest),
    ).toEqual([
      {
        type: "text",
        limits: { maxLength: 9 },
        options: [
          { code: "A", text: "Dogs" },
          { code: "B", text: "B" },
        ],
      },
      { type: "integer", limits: { min: 1, max: 120 } },
      { type: "text" },
      { type: "list" },
      { type: "text", options: [{ code: "GH", text: "GH" }] },
    ]);
  });

  it("takes over what a type extends, and leaves out what a restriction forbids", () => {
    const shape = shapeOf(
      `<xs:complexType name="P"><xs:sequence><xs:element name="name" type="xs:string"/></xs:sequence><xs:attribute name="x"/><xs:attribute name="y"/></xs:complexType>
       <xs:complexType name="Q"><xs:complexContent><xs:extension base="P"><xs:group ref="G"/><xs:attributeGroup ref="AG"/></xs:extension></xs:complexContent></xs:complexType>
       <xs:complexType name="R"><xs:complexContent><xs:restriction base="P"><xs:sequence><xs:element name="name" type="xs:string"/></xs:sequence><xs:attribute name="x" use="prohibited"/></xs:restriction></xs:complexContent></xs:complexType>
       <xs:complexType name="Money"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="currency" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
       <xs:group name="G"><xs:sequence><xs:element name="phone" type="xs:string"/></xs:sequence></xs:group>
       <xs:attributeGroup name="AG"><xs:attribute name="z"/></xs:attributeGroup>
       ${root('<xs:element name="q" type="Q"/><xs:element name="r" type="R"/><xs:element name="m" type="Money"/><xs:any/>')}`,
    );
    expect(shape.fields.map(({ target }) => target)).toEqual([
      ..."q q/@x q/@y q/@z q/name q/phone r r/@y r/name m m/@currency *".split(" "),
    ]);
    expect(shape.fields.find(({ target }) => target === "m")?.type).toBe("number");
  });

  it("offers what may stand in the place of an element, and the kinds of an abstract type", () => {
    const shape = shapeOf(
      `<xs:element name="who" type="Who" abstract="true"/>
       <xs:complexType name="Who"><xs:sequence><xs:element name="name" type="xs:string"/></xs:sequence></xs:complexType>
       <xs:element name="person" substitutionGroup="who"/><xs:element name="firm" substitutionGroup="who"/>
       <xs:complexType name="Place" abstract="true"/>
       <xs:complexType name="Point"><xs:complexContent><xs:extension base="Place"><xs:sequence><xs:element name="x" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
       ${root('<xs:element ref="who"/><xs:element name="at" type="Place"/>')}`,
      "",
      "r",
    );
    expect(shape.fields.map(({ target, choice }) => [target, choice])).toEqual([
      ["person", "#1"],
      ["person/name", undefined],
      ["firm", "#1"],
      ["firm/name", undefined],
      ["at", undefined],
      ["at/@xsi:type", undefined],
      ["at/x", undefined],
    ]);
    expect(shape.fields[5]?.options).toEqual([{ code: "Point", text: "Point" }]);
  });

  it("enters a type that holds itself once, and says so", () => {
    const shape = shapeOf(
      `<xs:complexType name="Part"><xs:sequence><xs:element name="name" type="xs:string"/><xs:element name="part" type="Part" minOccurs="0"/></xs:sequence></xs:complexType>
       ${root('<xs:element name="part" type="Part"/>')}`,
    );
    expect(inBrief(shape)).toEqual([
      "part group required",
      "part/name text required",
      "part/part group",
    ]);
    expect(shape.fields.map(({ isCut }) => isCut)).toEqual([undefined, undefined, true]);
  });

  it("keeps namespaces, so that a mapping can be written in them", () => {
    const other = schema(
      '<xs:element name="post" type="xs:string"/><xs:attribute name="lang" type="xs:string"/>',
      'targetNamespace="urn:b" elementFormDefault="qualified"',
    );
    const main = (form: string) =>
      schema(
        `<xs:import namespace="urn:b" schemaLocation="http://a.example/x/b.xsd"/>${root('<xs:element name="own" type="xs:string"/><xs:element ref="b:post"/>').replace("</xs:complexType>", '<xs:attribute ref="b:lang"/></xs:complexType>')}`,
        `xmlns:b="urn:b" xmlns:m="urn:a" targetNamespace="urn:a" elementFormDefault="${form}"`,
      );
    const read = (form: string) => readXmlShape(xsd({ "a.xsd": main(form), "b.xsd": other }, "r"));
    expect(read("qualified")).toMatchObject({
      root: "r",
      namespaces: { "": "urn:a", b: "urn:b" },
      fields: [{ target: "@b:lang" }, { target: "own" }, { target: "b:post" }],
    });
    expect(read("unqualified")).toMatchObject({
      root: "m:r",
      namespaces: { m: "urn:a", b: "urn:b" },
      fields: [{ target: "@b:lang" }, { target: "own" }, { target: "b:post" }],
    });
  });

  it("gives a file without a namespace that of the one which includes it", () => {
    const shape = readXmlShape(
      xsd({
        "main.xsd": schema(
          `<xs:include schemaLocation="part.xsd"/>${root('<xs:element name="p" type="a:P"/>')}`,
          'targetNamespace="urn:a" xmlns:a="urn:a" elementFormDefault="qualified"',
        ),
        "part.xsd": schema(
          '<xs:complexType name="P"><xs:sequence><xs:element name="q" type="Q"/></xs:sequence></xs:complexType><xs:simpleType name="Q"><xs:restriction base="xs:date"/></xs:simpleType>',
          'elementFormDefault="qualified"',
        ),
      }),
    );
    expect(inBrief(shape)).toEqual(["p group required", "p/q date required"]);
  });

  it("enters a shape less deep where it would be too large otherwise", () => {
    const levels = Array.from({ length: 15 }, (_, at) => {
      const next = at === 14 ? "xs:string" : `T${at + 1}`;
      const inner = ["a", "b", "c"].map((name) => `<xs:element name="${name}" type="${next}"/>`);
      return `<xs:complexType name="T${at}"><xs:sequence>${inner.join("")}</xs:sequence></xs:complexType>`;
    });
    const { fields } = shapeOf(`<xs:element name="r" type="T0"/>${levels.join("")}`);
    expect(fields.length).toBeLessThan(20_000);
    expect(fields.filter(({ isCut }) => isCut).length).toBeGreaterThan(1000);
  });
});
