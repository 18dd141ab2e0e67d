import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { type ApiWorld, createApiWorld } from "./testing.ts";

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: string[];
  readonly security: unknown[];
  readonly parameters?: { name: string; in: string; required: boolean }[];
  readonly requestBody?: { content: Record<string, { schema: object; example?: unknown }> };
  readonly responses: Record<string, unknown>;
}

describe("the OpenAPI document", () => {
  let world: ApiWorld;
  let document: Record<string, unknown> & { paths: Record<string, Record<string, Operation>> };
  let operations: [string, Operation][];
  beforeAll(async () => {
    world = await createApiWorld();
    document = await (await world.fetch("/t/exampleshire/v1/openapi.json")).json();
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, one]): [string, Operation] => [
        `${method} ${path}`,
        one,
      ]),
    );
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it("is the council's own", () => {
    expect(document).toMatchObject({
      openapi: "3.1.0",
      info: { title: "Exampleshire District Council services API" },
      servers: [{ url: "https://guildhall.test/t/exampleshire/v1" }],
    });
  });

  it("names, sorts and explains every operation, and says who may use it and how it refuses", () => {
    expect(operations.length).toBeGreaterThan(20);
    for (const [place, { operationId, summary, tags, security, responses }] of operations) {
      expect({ place, operationId, summary }).toEqual({
        place,
        operationId: expect.stringMatching(/^[a-z][A-Za-z]+$/),
        summary: expect.stringMatching(/^[A-Z].+[^.]$/),
      });
      expect(tags).toHaveLength(1);
      expect(security).toBeInstanceOf(Array);
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(["401", "404", "500", "503"]));
    }
    expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(
      operations.length,
    );
  });

  it("says that a POST which changes something must have an Idempotency-Key", () => {
    const without = operations.filter(
      ([place, { parameters = [] }]) =>
        place.startsWith("post ") &&
        !parameters.some(({ name, required }) => name === "Idempotency-Key" && required),
    );
    // What signs in serves once by itself, and an answer that lets somebody in is not kept. What compares or tries out
    // may be asked for as often as one likes, a draft that has moved stays where it is, and what a carrier says twice is
    // said once.
    expect(without.map(([, { operationId }]) => operationId).sort()).toEqual([
      "actUnderAgreement",
      "addNotifyReceipt",
      "addReceipt",
      "askForMyRequests",
      "askForReturn",
      "beginSignIn",
      "checkNewTenant",
      "compareDelivery",
      "confirmFollow",
      "dryRunService",
      "findFollow",
      "findMyRequests",
      "findReturn",
      "hearOfPayment",
      "lookForDrift",
      "moveDraft",
      "openReturn",
      "openTracking",
      "previewMapping",
      "previewMessage",
      "previewNote",
      "previewReplay",
      "readCondition",
      "readDeliveryContents",
      "readOutline",
      "refreshSession",
      "runScenarios",
      "runTenantScenarios",
      "searchCases",
      "startSession",
      "stopFollow",
      "testConnection",
    ]);
  });

  it("has for every JSON body an example that is as it describes", () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema(document, "document");
    for (const [place, { requestBody }] of operations) {
      const { schema, example } = requestBody?.content["application/json"] ?? {};
      if (!schema) continue;
      const resolved = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/'));
      const valid = ajv.compile(resolved);
      expect({ place, valid: valid(example), errors: valid.errors }).toEqual({
        place,
        valid: true,
        errors: null,
      });
    }
  });

  it("has only references that lead somewhere", () => {
    const references = JSON.stringify(document).match(/"#\/[^"]+"/g) ?? [];
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) {
      const steps = JSON.parse(reference).slice(2).split("/");
      const found = steps.reduce((part: never, step: never) => part?.[step], document);
      expect({ reference, found: typeof found }).toEqual({ reference, found: "object" });
    }
  });
});
