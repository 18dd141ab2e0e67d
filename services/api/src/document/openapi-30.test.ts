import { Validator } from "@seriousme/openapi-schema-validator";
import { type ApiWorld, createApiWorld } from "../testing.ts";
import { toOpenApi30 } from "./openapi-30.ts";
import { toSchema30 } from "./schema-30.ts";

describe("the OpenAPI 3.0 document", () => {
  let world: ApiWorld;
  let document: Record<string, never> & { paths: object };
  let newer: Record<string, never> & { paths: object };
  beforeAll(async () => {
    world = await createApiWorld();
    const read = async (name: string) => (await world.fetch(`/t/exampleshire/v1/${name}`)).json();
    [document, newer] = [await read("openapi-3.0.json"), await read("openapi.json")];
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it("is one, by the rules of 3.0", async () => {
    const validator = new Validator();
    expect(await validator.validate(document)).toEqual({ valid: true });
    expect(validator.version).toBe("3.0");
  });

  it("would not be one with the words of 3.1", async () => {
    const passedOff = { ...newer, openapi: "3.0.3" };
    expect(await new Validator().validate(passedOff)).toMatchObject({ valid: false });
  });

  it("is the same council's, and has every operation that the other has", () => {
    expect(document).toMatchObject({
      openapi: "3.0.3",
      info: { title: "Exampleshire District Council services API" },
      servers: [{ url: "https://guildhall.test/t/exampleshire/v1" }],
    });
    expect(operationsOf(document)).toEqual(operationsOf(newer));
    expect(operationsOf(document).length).toBeGreaterThan(20);
  });

  it("leaves out webhooks, the schemas that only they use, and client certificates", () => {
    const schema = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const operation = { security: [{ bearer: [] }, { certificate: [] }] };
    const made = toOpenApi30({
      openapi: "3.1.0",
      webhooks: { "note.added": { post: { schema: schema("Heard") } } },
      paths: { "/a": { get: { ...operation, responses: { 200: { schema: schema("Read") } } } } },
      components: {
        securitySchemes: { bearer: { type: "http" }, certificate: { type: "mutualTLS" } },
        schemas: {
          Heard: schema("Only"),
          Only: {},
          Read: schema("Part"),
          Part: { type: "string" },
        },
      },
    });
    expect(made).toEqual({
      openapi: "3.0.3",
      paths: {
        "/a": {
          get: { security: [{ bearer: [] }], responses: { 200: { schema: schema("Read") } } },
        },
      },
      components: {
        securitySchemes: { bearer: { type: "http" } },
        schemas: { Read: schema("Part"), Part: { type: "string" } },
      },
    });
  });

  it("leaves examples as they are", () => {
    const example = { schema: { const: 1 }, type: ["string", "null"] };
    const made = toOpenApi30({ paths: { "/a": { post: { requestBody: { example } } } } });
    expect(made.paths).toEqual({ "/a": { post: { requestBody: { example } } } });
  });
});

describe("toSchema30", () => {
  const onlyNull = { type: "object", nullable: true, enum: [null] };

  it.each([
    ["a type or null", { type: ["string", "null"] }, { type: "string", nullable: true }],
    [
      "a choice of one or null",
      { anyOf: [{ type: "string" }, { type: "null" }] },
      { type: "string", nullable: true },
    ],
    [
      "values or null",
      { anyOf: [{ type: "string", enum: ["a"] }, { type: "null" }] },
      { type: "string", enum: ["a", null], nullable: true },
    ],
    [
      "a schema elsewhere or null",
      { anyOf: [{ $ref: "#/a" }, { type: "null" }] },
      { anyOf: [{ $ref: "#/a" }, onlyNull] },
    ],
    [
      "several types or null",
      { type: ["string", "integer", "null"] },
      { anyOf: [{ type: "string" }, { type: "integer" }, onlyNull] },
    ],
    ["null", { type: "null" }, onlyNull],
    ["a constant", { type: "string", const: "a" }, { type: "string", enum: ["a"] }],
    ["examples", { type: "string", examples: ["a", "b"] }, { type: "string", example: "a" }],
    ["more than", { exclusiveMinimum: 0 }, { minimum: 0, exclusiveMinimum: true }],
    ["less than", { exclusiveMaximum: 9 }, { maximum: 9, exclusiveMaximum: true }],
    [
      "words beside a reference",
      { $ref: "#/a", description: "Here" },
      { description: "Here", allOf: [{ $ref: "#/a" }] },
    ],
    ["a list of anything", { type: "array" }, { type: "array", items: {} }],
    [
      "a tuple",
      { type: "array", prefixItems: [{ const: 1 }, {}] },
      { type: "array", items: { anyOf: [{ enum: [1] }, {}] } },
    ],
    [
      "rules for names",
      { type: "object", propertyNames: { pattern: "^a" }, additionalProperties: { const: 1 } },
      { type: "object", additionalProperties: { enum: [1] } },
    ],
    [
      "bytes in text",
      { type: "string", contentEncoding: "base64" },
      { type: "string", format: "byte" },
    ],
    ["nothing at all", false, { not: {} }],
    [
      "a field that is called examples",
      { properties: { examples: { const: 1 } } },
      { properties: { examples: { enum: [1] } } },
    ],
  ])("says %s as 3.0 does", (_, schema, expected) => {
    expect(toSchema30(schema)).toEqual(expected);
  });
});

function operationsOf({ paths }: { paths: object }): string[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries<{ operationId: string }>(methods).map(
      ([method, { operationId }]) => `${method} ${path} ${operationId}`,
    ),
  );
}
