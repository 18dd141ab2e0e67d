import { Mapping, SchemaSet, type Ticket } from "@guildhall/contract";
import { type LoadedDelivery, loadDelivery } from "@guildhall/domain";
import { createWorld, type World } from "@guildhall/domain/testing";
import { putDataset, putSchemaSet, removeSchemaSet, type Tx, transact } from "@guildhall/store";
import { createSchemaChecker } from "@guildhall/xml";
import { createDocumentWriter, type WriteDocument } from "./write-document.ts";

const wards = {
  id: "wards",
  columns: ["source", "officer"],
  rows: [
    ["home", "A. Smith"],
    ["2025-05-21", "On call"],
  ],
};

describe("createDocumentWriter", () => {
  const checker = createSchemaChecker();
  let world: World;
  let faults: unknown[];
  let write: WriteDocument;
  /** What is put there beside the service. */
  let given: ((tx: Tx) => Promise<void>)[];
  beforeEach(async () => {
    given = [];
    world = await createWorld();
    faults = [];
    write = createDocumentWriter({ checker, onFault: (error) => faults.push(error) });
  });
  afterEach(() => world[Symbol.asyncDispose]());
  afterAll(() => checker.close());

  async function load(mapping: object, answers = {}): Promise<LoadedDelivery> {
    const rest = { id: "case", connector: "back-office", operation: "send" };
    await world.publish({ mappings: [Mapping.parse({ ...rest, ...mapping })] });
    await transact(world.ctx.db, async (tx) => {
      for (const put of given) await put(tx);
    });
    await world.start(answers);
    const isDelivery = ({ kind }: Ticket) => kind === "delivery";
    const ticket = world.handover.given.findLast(isDelivery);
    const loaded = ticket && (await loadDelivery(world.ctx, ticket));
    if (!loaded) throw new Error("nothing to deliver");
    return loaded;
  }
  const json = (...rows: object[]) => ({ format: "json", rows });
  const xml = (...rows: object[]) => ({ format: "xml", root: "case", schema: "case", rows });

  it("writes what a mapping says", async () => {
    const loaded = await load(json({ target: "source", from: { answer: "noiseSource" } }));
    expect(await write(world.ctx, loaded)).toMatchObject({ text: '{"source":"home"}' });
  });

  it("names the row that cannot be written, and reports it", async () => {
    const rows = [{ target: "pub", from: { answer: "pubName" }, required: true }];
    const loaded = await load(json(...rows));
    expect(await write(world.ctx, loaded)).toEqual({
      code: "mapping-failed",
      faults: [{ target: "pub", sentence: expect.stringMatching(/\w\.$/) }],
    });
    expect(faults).toMatchObject([{ name: "MappingFault" }]);
  });

  describe("with a dataset", () => {
    const officer = (answer: string) => ({ dataset: "wards", row: { answer }, column: "officer" });

    it("writes what its row says, in a row that is required and in a group as well", async () => {
      given = [(tx) => putDataset(tx, wards)];
      const rows = [{ target: "officer", from: officer("date"), required: true }];
      const loaded = await load(
        json(
          { target: "officer", from: officer("noiseSource"), required: true },
          { target: "nights", each: "nights", rows },
        ),
      );
      expect(await write(world.ctx, loaded)).toMatchObject({
        text: '{"officer":"A. Smith","nights":[{"officer":"On call"}]}',
      });
    });

    it("is not written while there is no such dataset", async () => {
      const loaded = await load(json({ target: "officer", from: officer("noiseSource") }));
      expect(await write(world.ctx, loaded)).toEqual({ code: "dataset-missing" });
    });
  });

  describe("with a schema", () => {
    const rows = [
      { target: "reference", from: { fact: "reference" } },
      { target: "who/@kind", from: { value: "citizen" } },
      { target: "who/name", from: { answer: "fullName" } },
      {
        target: "night",
        each: "nights",
        rows: [{ target: "until", from: { answer: "until" } }],
      },
    ];
    const give = (pattern = "[A-Za-z ]*") => {
      given = [(tx) => putSchemaSet(tx, setWith(pattern))];
    };
    beforeEach(() => give());

    it("is as it was written when its schema accepts it", async () => {
      expect(await write(world.ctx, await load(xml(...rows)))).toMatchObject({
        text: expect.stringMatching(/^<case><reference>EXM-/),
      });
    });

    it("is refused with the row behind each fault, and no word of the answers", async () => {
      const answers = { fullName: "Ada 99", nights: [{ date: "2025-05-21" }] };
      const written = await write(world.ctx, await load(xml(...rows), answers));
      expect(written).toMatchObject({
        code: "document-invalid",
        faults: [
          { target: "who/name", sentence: expect.any(String) },
          { target: "/case", sentence: expect.stringContaining("night") },
        ],
      });
      expect(JSON.stringify(written)).not.toContain("Ada");
    });

    it("is refused by a rule with the receiver's own code for it", async () => {
      const answers = { fullName: "Nobody" };
      expect(await write(world.ctx, await load(xml(...rows), answers))).toMatchObject({
        code: "document-invalid",
        faults: [{ target: "who/name", sentence: "Somebody must say it. (1001)" }],
      });
    });

    it("is checked against the set as it is now", async () => {
      const loaded = await load(xml(...rows), { fullName: "Ada 99" });
      expect(await write(world.ctx, loaded)).toMatchObject({ code: "document-invalid" });
      await transact(world.ctx.db, (tx) => putSchemaSet(tx, setWith("[A-Za-z 0-9]*")));
      expect(await write(world.ctx, loaded)).toHaveProperty("text");
      await transact(world.ctx.db, (tx) => removeSchemaSet(tx, "case"));
      expect(await write(world.ctx, loaded)).toEqual({ code: "schema-missing" });
    });

    it("is held when the check takes too long", async () => {
      const fault = { code: "time", sentence: "Checking it took too long." } as const;
      const slow = { check: async () => [fault] };
      write = createDocumentWriter({ checker: slow, onFault: (error) => faults.push(error) });
      expect(await write(world.ctx, await load(xml(...rows)))).toEqual({
        code: "document-check-timeout",
        faults: [{ target: "", sentence: "Checking it took too long." }],
      });
    });

    it("is held when the schema cannot be used, and that is reported", async () => {
      give("[unclosed");
      expect(await write(world.ctx, await load(xml(...rows)))).toEqual({ code: "schema-unusable" });
      expect(faults).toMatchObject([{ name: "SchemaSetRefused" }]);
    });

    it("is nobody's fault when it cannot be checked just now", async () => {
      const closed = createSchemaChecker();
      await closed.close();
      write = createDocumentWriter({ checker: closed, onFault: (error) => faults.push(error) });
      await expect(write(world.ctx, await load(xml(...rows)))).rejects.toThrow("closed");
    });
  });
});

function setWith(pattern: string): SchemaSet {
  const main = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="case"><xs:complexType><xs:sequence>
    <xs:element name="reference" type="xs:string"/>
    <xs:element name="who"><xs:complexType><xs:sequence>
      <xs:element name="name"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="${pattern}"/></xs:restriction></xs:simpleType></xs:element>
    </xs:sequence><xs:attribute name="kind" type="xs:string" use="required"/></xs:complexType></xs:element>
    <xs:element name="night" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="until" type="xs:string"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>`;
  return SchemaSet.parse({
    id: "case",
    main: "case.xsd",
    files: { "case.xsd": main },
    rules: [
      {
        id: "somebody",
        context: "/case/who/name",
        test: ". != 'Nobody'",
        sentence: "Somebody must say it.",
        code: "1001",
      },
    ],
  });
}
