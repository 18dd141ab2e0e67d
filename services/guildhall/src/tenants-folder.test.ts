import { join } from "node:path";
import { FolderRefused, openTenantsReader, type TenantsReader } from "./tenants-folder.ts";
import { createShire, type Shire } from "./testing/shire.ts";

const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="case"><xs:complexType><xs:sequence>
    <xs:element name="ward"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="30"/></xs:restriction></xs:simpleType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;
const mapping = `connector: office
operation: send
format: xml
root: case
schema: case
rows:
  - { target: ward, from: { answer: ward }, keepEmpty: true }
`;

describe("a tenant's folder that is read to be applied", () => {
  let shire: Shire;
  let reader: TenantsReader;
  beforeEach(async () => {
    shire = await createShire();
    await shire.write({
      "schemas/case/set.yaml": "main: case.xsd\n",
      "schemas/case/case.xsd": schema,
      "services/pests/mapping.case.yaml": mapping,
    });
    reader = openTenantsReader(join(shire.folder, "../cookbook"));
  });
  afterEach(async () => {
    await reader.close();
    await shire[Symbol.asyncDispose]();
  });

  it("is refused where an answer could make a document that its receiver does not accept", async () => {
    const refused = await reader.read(shire.folder).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FolderRefused);
    expect(String(refused)).toMatch(
      /services\/pests\/mapping\.case\.yaml:7 “ward”: ward is too long: .+ “Which ward\?” may have 200: cut it\./,
    );
  });

  it("is refused in a line for each fault, whatever its files are called", async () => {
    await shire.write({ "datasets/a\u001b[2J\nb.csv": "a,b\n" });
    const refused = await reader.read(shire.folder).catch((error: unknown) => error);
    expect(String(refused).split("\n").slice(1)).toEqual([
      expect.stringMatching(/datasets\/a\\u\{1b\}\[2J⏎b\.csv:1 A file of this name/),
    ]);
  });

  it("is read where its row is cut, and tries nothing out that has not changed", async () => {
    const unchanged = await reader.read(shire.folder, async () => new Set());
    expect(unchanged.services.map(({ id }) => id)).toEqual(["pests"]);

    const cut = mapping.replace("keepEmpty: true", "change: [{ cut: 30 }], keepEmpty: true");
    await shire.write({ "services/pests/mapping.case.yaml": cut });
    const again = openTenantsReader(join(shire.folder, "../cookbook"));
    expect((await again.read(shire.folder)).services).toHaveLength(1);
    await again.close();
  });
});
