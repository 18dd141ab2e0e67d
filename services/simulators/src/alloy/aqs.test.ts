import { attribute, call, create, design, status } from "../fixtures/test-alloy.ts";
import { startSimulators, type TestSimulators } from "../fixtures/test-simulators.ts";

type Node = { type: string; properties?: object; children?: Node[] };

const node = (type: string, ...children: Node[]): Node => ({ type, children });
const attributeNode = (attributeCode: string): Node => ({
  type: "Attribute",
  properties: { attributeCode },
});
const value = (type: string, ...values: unknown[]): Node => ({
  type,
  properties: { value: values },
});
const lastEdit: Node = { type: "ItemProperty", properties: { itemPropertyName: "lastEditDate" } };
const equals = (code: string, literal: Node) => node("Equals", attributeNode(code), literal);

describe("Alloy's queries", () => {
  let world: TestSimulators;
  let ids: Record<string, string>;
  beforeEach(async () => {
    world = startSimulators();
    ids = {};
    for (const [name, occasions] of [
      ["A-1", 1],
      ["A-2", 2],
      ["B-1", undefined],
    ] as const) {
      const more = occasions === undefined ? {} : { [attribute.occasions]: occasions };
      ids[name] = (await create(world, { [attribute.reference]: name, ...more })).itemId;
      world.at = new Date(world.at.getTime() + 60_000);
    }
  });
  afterEach(() => world.close());

  const run = (children: Node[], properties: object = {}, query = "") =>
    call(world, "POST", `aqs/query${query}`, {
      aqs: { type: "Query", properties: { dodiCode: design, ...properties }, children },
    });
  const found = async (...children: Node[]) => {
    const { json } = await run(children);
    const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
    return json.results.map(({ itemId }: { itemId: string }) => names.get(itemId));
  };

  it.each<[string, Node, string[]]>([
    [
      "Equals a text, whole and exact",
      equals(attribute.reference, value("String", "A-1")),
      ["A-1"],
    ],
    ["Equals no part of a text", equals(attribute.reference, value("String", "A-")), []],
    [
      "NotEquals",
      node("NotEquals", attributeNode(attribute.reference), value("String", "A-1")),
      ["A-2", "B-1"],
    ],
    [
      "In a list",
      node("In", attributeNode(attribute.reference), value("String", "A-2", "B-1")),
      ["A-2", "B-1"],
    ],
    [
      "StartsWith",
      node("StartsWith", attributeNode(attribute.reference), value("String", "A-")),
      ["A-1", "A-2"],
    ],
    [
      "GreaterThan a number",
      node("GreaterThan", attributeNode(attribute.occasions), value("Number", 1)),
      ["A-2"],
    ],
    [
      "LessThan a number",
      node("LessThan", attributeNode(attribute.occasions), value("Number", 2)),
      ["A-1"],
    ],
    ["Exists", node("Exists", attributeNode(attribute.occasions)), ["A-1", "A-2"]],
    ["Not", node("Not", node("Exists", attributeNode(attribute.occasions))), ["B-1"]],
    [
      "a link, by id",
      equals(attribute.status, value("AlloyId", status.received)),
      ["A-1", "A-2", "B-1"],
    ],
    [
      "And",
      node(
        "And",
        node("Exists", attributeNode(attribute.occasions)),
        equals(attribute.reference, value("String", "A-2")),
      ),
      ["A-2"],
    ],
    [
      "Or",
      node(
        "Or",
        equals(attribute.reference, value("String", "A-1")),
        equals(attribute.reference, value("String", "B-1")),
      ),
      ["A-1", "B-1"],
    ],
    [
      "an edit date after",
      node("GreaterThan", lastEdit, value("DateTime", "2026-03-03T09:15:00Z")),
      ["A-2", "B-1"],
    ],
    [
      "an edit date before",
      node("LessThan", lastEdit, value("DateTime", "2026-03-03T10:16:00+01:00")),
      ["A-1"],
    ],
  ])("find by %s", async (_, condition, names) => {
    expect(await found(condition)).toEqual(names);
  });

  it("find the item with an id", async () => {
    const id: Node = { type: "ItemProperty", properties: { itemPropertyName: "itemID" } };

    expect(await found(node("Equals", id, value("AlloyId", ids["A-2"])))).toEqual(["A-2"]);
  });

  it("look in the archive only when asked to", async () => {
    const { json } = await call(world, "GET", `item/${ids["A-1"]}`);
    await call(world, "PUT", `item/${ids["A-1"]}`, {
      signature: json.item.signature,
      collection: "Archive",
    });

    expect(await found()).toEqual(["A-2", "B-1"]);
    const both = await run([], { collectionCode: ["Live", "Archive"] });
    expect(both.json.results).toHaveLength(3);
  });

  it("are cut into pages that count from 1, and to the attributes asked for", async () => {
    const { json } = await run([], { attributes: [attribute.reference] }, "?page=2&pageSize=2");

    expect(json).toMatchObject({ page: 2, pageSize: 2 });
    expect(json.results.map((item: { attributes: object[] }) => item.attributes)).toEqual([
      [{ attributeCode: attribute.reference, value: "B-1" }],
    ]);
  });

  it("can be counted", async () => {
    const { json } = await call(world, "POST", "aqs/statistics?page=1&pageSize=1", {
      aqs: { type: "MathAggregation", properties: { dodiCode: design, aggregationType: "Count" } },
    });

    expect(json.results[0].value.value).toBe(3);
  });

  it.each<[string, Node[], object, string]>([
    [
      "an unknown operator",
      [node("GeomWithin", attributeNode(attribute.reference), value("String", "x"))],
      {},
      "AqsInvalidQuery",
    ],
    [
      "an unknown property",
      [node("Exists", { type: "ItemProperty", properties: { itemPropertyName: "mood" } })],
      {},
      "AqsInvalidQuery",
    ],
    [
      "a value that is no list",
      [
        node("Equals", attributeNode(attribute.reference), {
          type: "String",
          properties: { value: "x" },
        }),
      ],
      {},
      "AqsInvalidQuery",
    ],
    ["one side only", [node("Equals", attributeNode(attribute.reference))], {}, "AqsInvalidQuery"],
    ["an unknown collection", [], { collectionCode: "Bin" }, "AqsInvalidQuery"],
    ["an unknown design", [], { dodiCode: "designs_x" }, "DesignNotFound"],
    [
      "an attribute of another design",
      [node("Exists", attributeNode("attributes_x"))],
      {},
      "DodiAttributeNotInDesign",
    ],
  ])("are refused with %s", async (_, children, properties, code) => {
    expect((await run(children, properties)).json.errorCodeString).toBe(code);
  });

  it.each([
    ["?page=0", "ModelValidationFailed"],
    ["?page=101", "ResourceLimited"],
  ])("are refused with the paging %s", async (query, code) => {
    expect((await run([], {}, query)).json.errorCodeString).toBe(code);
  });
});
