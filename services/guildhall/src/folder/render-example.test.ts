import { createSchemaChecker } from "@guildhall/xml";
import { createShire, type Shire } from "../testing/shire.ts";
import { type RenderedExample, renderExample } from "./render-example.ts";

describe("renderExample", () => {
  const checker = createSchemaChecker();
  let shire: Shire;
  beforeEach(async () => {
    shire = await createShire();
  });
  afterEach(() => shire[Symbol.asyncDispose]());
  afterAll(() => checker.close());

  const map = (rows: string, schema = "") =>
    shire.write({
      "services/pests/mapping.case.yaml": `connector: office
operation: send
format: xml
root: case
${schema}rows:
${rows}`,
    });
  async function render(answers: Record<string, unknown>): Promise<RenderedExample> {
    const folder = await shire.read();
    const [service] = folder.services;
    if (!service) throw new Error("Shire has a service");
    return renderExample(service, { answers }, { folder, checker });
  }

  it("writes the document from what a delivery has: facts, datasets and code lists", async () => {
    await shire.write({ "datasets/wards.csv": "ward,officer\nAbbey,A. Smith\n" });
    await map(`  - { target: council, from: { fact: councilName } }
  - { target: until, from: { fact: respondBy }, change: [{ date: dd/MM/yyyy }] }
  - { target: town, from: { fact: location }, change: [{ address: town }] }
  - { target: officer, from: { dataset: wards, row: { answer: ward }, column: officer } }
  - { target: kind, from: { value: Pests }, change: [{ code: KIND }] }
`);
    const place = { line1: "1 High Street", town: "Ely" };
    expect(await render({ pest: "rats", ward: "Abbey", place })).toEqual({
      documents: {
        case: `<case>
  <council>Shire District Council</council>
  <until>17/06/2026</until>
  <town>Ely</town>
  <officer>A. Smith</officer>
  <kind>P</kind>
</case>
`,
      },
    });
  });

  it("tells of the payment that the answers come to", async () => {
    await map(`  - { target: paid, from: { fact: payment.amount } }
  - { target: reference, from: { fact: payment.reference } }
`);
    await shire.write({
      "connectors/pay.yaml": "kind: govuk-pay\nname: payments\naddress: https://pay.example\n",
      "services/pests/service.yaml": paidService,
    });
    expect(await render({ pest: "wasps" })).toMatchObject({
      documents: { case: expect.stringContaining("<paid>6500</paid>\n  <reference>") },
    });
    expect(await render({ pest: "rats" })).toEqual({ documents: { case: "<case/>\n" } });
  });

  it("refuses answers that the form does not take", async () => {
    expect(await render({ pest: "bees" })).toEqual({ refused: [expect.stringContaining("pest")] });
  });

  it("refuses a row that cannot be written, by its name", async () => {
    await shire.write({ "datasets/pests.csv": "pest,code\nrats,R\n" });
    const from = "{ dataset: pests, row: { answer: pest }, column: code }";
    await map(`  - { target: code, from: ${from}, required: true }\n`);
    expect(await render({ pest: "rats" })).toHaveProperty("documents");
    expect(await render({ pest: "wasps" })).toEqual({
      refused: [expect.stringMatching(/^case: “code”: .+\.$/)],
    });
  });

  it("refuses a document that its schema does not accept, by the rows at fault", async () => {
    await shire.write({
      "schemas/case/set.yaml": "main: case.xsd\n",
      "schemas/case/case.xsd": `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="case"><xs:complexType><xs:sequence>
    <xs:element name="ward"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="5"/></xs:restriction></xs:simpleType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`,
    });
    await map("  - { target: ward, from: { answer: ward } }\n", "schema: case\n");
    expect(await render({ pest: "rats", ward: "Abbey" })).toHaveProperty("documents");
    expect(await render({ pest: "rats", ward: "Cherry Hinton" })).toEqual({
      refused: [expect.stringMatching(/^case: “ward”: .*5.*\.$/)],
    });
  });
});

const paidService = `title: Report pests
summary: Tell us about pests.
form:
  pages:
    - id: pests
      title: The pests
      questions:
        - { id: pest, type: radios, label: What are they?, options: [{ value: rats, label: Rats }, { value: wasps, label: Wasps }] }
stages: [{ id: received, title: Received }]
steps:
  - { id: pay, kind: payment, connector: pay, title: Treatment, amount: { answer: pest, pence: { rats: 0, wasps: 6500 } } }
  - { id: send, kind: deliver, mapping: case }
target: { firstResponseWorkingDays: 3, text: Within 3 working days. }
whatHappensNext: We look into it.
retention: { days: 365, lawfulBasis: Public task }
`;
