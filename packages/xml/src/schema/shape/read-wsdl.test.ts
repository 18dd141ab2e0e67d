import { inBrief, refusal } from "../../testing/shapes.ts";
import { readXmlShape } from "./read-shape.ts";

const wsdl = (content: string) => `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"
  xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="urn:desk" targetNamespace="urn:desk">${content}</definitions>`;

const types = `<types><xs:schema targetNamespace="urn:desk" elementFormDefault="qualified">
  <xs:element name="AddCase"><xs:complexType><xs:sequence>
    <xs:element name="Title" type="xs:string"/><xs:element name="Seen" type="xs:date" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="AddNote"><xs:complexType><xs:sequence><xs:element name="Text" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
  </xs:schema></types>`;
const message = (name: string, part: string) => `<message name="${name}"><part ${part}/></message>`;
const operation = (name: string, input: string) =>
  `<operation name="${name}"><input message="t:${input}"/></operation>`;
const desk = wsdl(
  `${types}${message("A", 'name="body" element="t:AddCase"')}${message("B", 'name="body" element="t:AddNote"')}
   <portType name="Desk">${operation("addCase", "A")}${operation("addNote", "B")}</portType>`,
);
const read = (text: string, root?: string) =>
  readXmlShape({ source: "wsdl", files: [{ name: "desk.wsdl", text }], root });

describe("the shape of an operation in a WSDL", () => {
  it("is that of the element which is its body", () => {
    const shape = read(desk, "addCase");
    expect(inBrief(shape)).toEqual(["Title text required", "Seen date"]);
    expect(shape).toMatchObject({ root: "AddCase", namespaces: { "": "urn:desk" } });
    expect(read(desk, "AddNote").root).toBe("AddNote");
  });

  it("is asked for by a list of operations where there are several", () => {
    const asked = refusal(() => read(desk));
    expect(asked.roots).toEqual(["addCase", "addNote"]);
    expect(asked.faults[0]?.sentence).toContain("several operations");
  });

  it("is made of its parts where the operation names its types alone", () => {
    const rpc = wsdl(
      `<message name="A"><part name="title" type="xs:string"/><part name="count" type="xs:int"/></message>
       <portType name="Desk">${operation("addCase", "A")}</portType>
       <binding name="D" type="t:Desk"><operation name="addCase"><input><soap:body use="literal" namespace="urn:rpc"/></input></operation></binding>`,
    );
    expect(inBrief(read(rpc))).toEqual(["title text required", "count integer required"]);
    expect(read(rpc)).toMatchObject({ root: "ns1:addCase", namespaces: { ns1: "urn:rpc" } });
  });

  it("is found in schemas beside it, and never outside of the files", () => {
    const split = desk.replace(
      types,
      `<types><xs:schema><xs:include schemaLocation="x/desk.xsd"/></xs:schema></types>`,
    );
    const schema = /<xs:schema[\s\S]*<\/xs:schema>/.exec(types)?.[0] ?? "";
    const beside = schema.replace(
      "<xs:schema",
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"',
    );
    const files = [
      { name: "desk.wsdl", text: split },
      { name: "desk.xsd", text: beside },
    ];
    expect(inBrief(readXmlShape({ source: "wsdl", files, root: "addNote" }))).toEqual([
      "Text text required",
    ]);
    expect(refusal(() => read(split, "addNote")).faults).toEqual([
      {
        file: "desk.wsdl",
        line: 3,
        sentence: "It asks for x/desk.xsd, which is not among the files.",
      },
    ]);
    const far = wsdl('<import namespace="urn:x" location="http://evil.example/a.wsdl"/>');
    expect(refusal(() => read(far)).faults[0]?.sentence).toContain("not among the files");
  });

  it.each([
    ["<html/>", "None of the files is a WSDL 1.1."],
    [wsdl(""), "has no operation"],
    [
      desk.replace('element="t:AddCase"', 'element="t:Gone"'),
      "No file says what the element Gone is.",
    ],
    [desk.replace('type="xs:date"', 'type="t:Gone"'), "No file says what Gone is."],
  ])("is refused in a sentence where there is none", (text, sentence) => {
    expect(refusal(() => read(text, "addCase")).faults[0]?.sentence).toContain(sentence);
  });
});
