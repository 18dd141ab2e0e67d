import { answering, answeringText, type Handler, unhurried } from "../test-server.ts";
import { openOffice } from "../testing/office.ts";

const wsdl = `<?xml version="1.0"?>
<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t">
 <w:types><xs:schema targetNamespace="urn:t">
  <xs:element name="NewEnquiry" type="t:Enquiry"/>
  <xs:complexType name="Enquiry"><xs:sequence>
   <xs:element name="Text" type="xs:string"/>
   <xs:element name="Kind" type="t:Kind" minOccurs="0"/>
   <xs:element name="Place"><xs:complexType><xs:all><xs:element name="X" type="xs:int"/></xs:all></xs:complexType></xs:element>
   <xs:element ref="t:Customer" minOccurs="0"/>
   <xs:element name="Next" type="t:Enquiry" minOccurs="0"/>
  </xs:sequence></xs:complexType>
  <xs:element name="Customer" type="xs:string"/>
  <xs:simpleType name="Kind"><xs:restriction base="xs:string"><xs:enumeration value="A"/><xs:enumeration value="B"/></xs:restriction></xs:simpleType>
 </xs:schema></w:types>
</w:definitions>`;

describe("describing what a SOAP back office takes", () => {
  const describeWith = async (handler: Handler, designs: readonly string[]) => {
    const office = await openOffice("highways-soap", handler, {
      settings: { shape: { path: "", query: "wsdl" } },
    });
    return { office, found: office.connector.describe?.(designs, unhurried()) };
  };

  it("reads the elements of a document from the schemas in the WSDL", async () => {
    const { office, found } = await describeWith(answeringText(wsdl), ["NewEnquiry", "Gone"]);
    const [design, ...more] = (await found) ?? [];

    expect(more).toEqual([]);
    expect(office.server.seen[0]).toMatchObject({
      method: "GET",
      path: "/connector.asmx?wsdl",
      body: "",
    });
    expect(design?.fields.slice(0, 5)).toEqual([
      { target: "Text", title: "Text", type: "string", required: true },
      {
        target: "Kind",
        title: "Kind",
        type: "Kind",
        required: false,
        options: [
          { code: "A", text: "A" },
          { code: "B", text: "B" },
        ],
      },
      { target: "Place", title: "Place", type: "any", required: true },
      { target: "Place/X", title: "X", type: "int", required: true },
      { target: "Customer", title: "Customer", type: "string", required: false },
    ]);
    expect(design?.fields.length).toBeLessThanOrEqual(500);
    expect((await office.connector.designs?.(unhurried()))?.map(({ id }) => id)).toEqual([
      "NewEnquiry",
      "Customer",
    ]);
  });

  it("asks for none of the elements that may stand in each other's place", async () => {
    const chosen = wsdl
      .replace("<xs:all>", "<xs:choice>")
      .replace("</xs:all>", '<xs:element name="Y" type="xs:int"/></xs:choice>');
    const { found } = await describeWith(answeringText(chosen), ["NewEnquiry"]);
    const [design] = (await found) ?? [];
    const inPlace = design?.fields.filter(({ target }) => /^Place\/[XY]$/.test(target));

    expect(inPlace?.map(({ target, required }) => [target, required])).toEqual([
      ["Place/X", false],
      ["Place/Y", false],
    ]);
  });

  it.each<[string, Handler, string]>([
    ["is refused", answering({}, 401), "shape-refused"],
    ["is no XML", answeringText("Hello"), "bad-answer"],
    ["has a DOCTYPE", answeringText(`<!DOCTYPE a []>${wsdl.slice(22)}`), "bad-answer"],
  ])("fails with a code of ours when the WSDL %s", async (_, handler, code) => {
    const { found } = await describeWith(handler, ["NewEnquiry"]);

    await expect(found).rejects.toThrow(code);
  });
});
