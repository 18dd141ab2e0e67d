import fc from "fast-check";
import { attribute, call, newCase } from "./fixtures/test-alloy.ts";
import { startSimulators, type TestSimulators } from "./fixtures/test-simulators.ts";
import { logOn, soap, submission } from "./fixtures/test-uniform.ts";

fc.configureGlobal({ seed: 20_261_122 });

describe("whatever is sent", () => {
  let world: TestSimulators;
  beforeAll(() => {
    world = startSimulators();
  });
  afterAll(() => world.close());

  const never = (status: number) => expect(status).toBeLessThan(500);

  it("as a query, Alloy answers it or says what is wrong", async () => {
    const types = fc.constantFrom(
      "And",
      "Not",
      "Equals",
      "In",
      "Attribute",
      "String",
      "ItemProperty",
      "x",
    );
    const { node } = fc.letrec((tie) => ({
      node: fc.record(
        {
          type: types,
          properties: fc.dictionary(
            fc.constantFrom("value", "attributeCode", "itemPropertyName"),
            fc.jsonValue(),
          ),
          children: fc.array(tie("node"), { maxLength: 3 }),
        },
        { requiredKeys: ["type"] },
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(node, { maxLength: 3 }), async (children) => {
        const properties = { dodiCode: newCase({}).designCode };
        never(
          (await call(world, "POST", "aqs/query", { aqs: { type: "Query", properties, children } }))
            .status,
        );
      }),
      { numRuns: 200 },
    );
  });

  it("as a query too deep to follow, Alloy refuses it", async () => {
    const deep = `${'{"type":"Not","children":['.repeat(100)}${"]}".repeat(100)}`;
    const properties = { dodiCode: newCase({}).designCode };
    const aqs = { type: "Query", properties, children: [JSON.parse(deep)] };

    expect((await call(world, "POST", "aqs/query", { aqs })).json.errorCodeString).toBe(
      "AqsInvalidQuery",
    );
  });

  it("as an attribute, Alloy takes it or says what is wrong", async () => {
    const codes = fc.constantFrom(...Object.values(attribute));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(codes, fc.jsonValue()), async (attributes) => {
        never((await call(world, "POST", "item", newCase(attributes))).status);
      }),
      { numRuns: 200 },
    );
  });

  it("as a complaint, Uniform keeps it, and shows it as text", async () => {
    const cookie = await logOn(world);
    const plain = fc
      .string({ unit: "grapheme", minLength: 1 })
      .filter((text) => text.trim() !== "");
    await fc.assert(
      fc.asyncProperty(plain, fc.uuid(), async (text, reference) => {
        const nature = text.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);
        const content = submission({ nature, reference });
        const answer = await soap(world, "SubmitGeneralServiceRequest", content, { cookie });

        expect(answer.text).toContain("<TransactionSuccess>True</TransactionSuccess>");
      }),
      { numRuns: 100 },
    );
    expect((await world.request("/uniform/exampleshire/")).status).toBe(200);
  });

  it("as an envelope, Uniform answers a fault", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (whole) => {
        const answer = await soap(world, "GetCnCodeList", "", { whole });

        expect(answer.text).toContain("<faultcode>soap:Client</faultcode>");
      }),
      { numRuns: 100 },
    );
  });
});
