import { breakingChanges } from "./compare-documents.ts";
import { changed, type Document, made, schemas, things } from "./things.ts";

describe("breakingChanges", () => {
  it("finds none between a document and itself", () => {
    expect(
      breakingChanges(
        made,
        changed(() => undefined),
      ),
    ).toEqual([]);
  });

  const breaking: [string, (document: Document) => void][] = [
    ["GET /things is gone", (d) => Reflect.deleteProperty(things(d), "get")],
    ["listThings is called allThings", (d) => (things(d).get.operationId = "allThings")],
    ["listThings query parameter state is gone", (d) => things(d).get.parameters.pop()],
    [
      "listThings query parameter since is required",
      (d) =>
        things(d).get.parameters.push({
          name: "since",
          in: "query",
          required: true,
          schema: { type: "string", enum: [] },
        }),
    ],
    [
      "listThings query parameter limit is required",
      (d) => Object.assign(things(d).get.parameters[0] ?? {}, { required: true }),
    ],
    [
      "requests: listThings query parameter limit has a tighter maximum",
      (d) => Object.assign(things(d).get.parameters[0]?.schema ?? {}, { maximum: 50 }),
    ],
    [
      "requests: listThings query parameter state takes fewer values",
      (d) => things(d).get.parameters[1]?.schema.enum?.pop(),
    ],
    [
      "listThings answer 200 is gone",
      (d) => Reflect.deleteProperty(things(d).get.responses, "200"),
    ],
    [
      "listThings answer 200 as application/json is gone",
      (d) => Reflect.deleteProperty(things(d).get.responses[200].content, "application/json"),
    ],
    [
      "addThing needs a credential or scope that it did not",
      (d) => Object.assign(things(d).post, { security: [{ bearer: [] }] }),
    ],
    [
      "listThings needs a credential or scope that it did not",
      (d) => things(d).get.security[0]?.bearer.push("more"),
    ],
    [
      "addThing body is required",
      (d) => Object.assign(things(d).post.requestBody, { required: true }),
    ],
    [
      "requests: NewThing.name has a tighter maxLength",
      (d) => (schemas(d).NewThing.properties.name.maxLength = 10),
    ],
    [
      "requests: NewThing.name has a tighter pattern",
      (d) => Object.assign(schemas(d).NewThing.properties.name, { pattern: "^a" }),
    ],
    [
      "requests: NewThing.name takes fewer types",
      (d) => (schemas(d).NewThing.properties.name.type = "integer"),
    ],
    ["requests: NewThing.shape is required", (d) => schemas(d).NewThing.required.push("shape")],
    [
      "requests: NewThing.shape takes fewer kinds",
      (d) => schemas(d).NewThing.properties.shape.oneOf.pop(),
    ],
    [
      "requests: NewThing.shape is gone",
      (d) => Reflect.deleteProperty(schemas(d).NewThing.properties, "shape"),
    ],
    [
      "requests: NewThing takes no other fields any more",
      (d) => Object.assign(schemas(d).NewThing, { additionalProperties: false }),
    ],
    [
      "answers: Thing.size is gone",
      (d) => Reflect.deleteProperty(schemas(d).Thing.properties, "size"),
    ],
    ["answers: Thing.state may be missing", (d) => schemas(d).Thing.required.pop()],
    [
      "answers: Thing.state has more values",
      (d) => schemas(d).Thing.properties.state.enum.push("c"),
    ],
    [
      "answers: Thing.size has more types",
      (d) => Object.assign(schemas(d).Thing.properties.size, { type: ["integer", "null"] }),
    ],
    [
      "answers: Thing.at has another format",
      (d) => (schemas(d).Thing.properties.at.format = "date"),
    ],
    ["webhook thing.added is gone", (d) => Reflect.deleteProperty(d.webhooks, "thing.added")],
    [
      "answers: Heard.type is gone",
      (d) => Reflect.deleteProperty(schemas(d).Heard.properties, "type"),
    ],
  ];
  it.each(breaking)("says: %s", (sentence, change) => {
    expect(breakingChanges(made, changed(change))).toContain(sentence);
  });

  const harmless: [string, (document: Document) => void][] = [
    [
      "an operation more",
      (d) => Object.assign(things(d), { delete: { operationId: "removeThings" } }),
    ],
    [
      "a parameter more that may be left out",
      (d) =>
        things(d).get.parameters.push({
          name: "since",
          in: "query",
          required: false,
          schema: { type: "string", enum: [] },
        }),
    ],
    ["a parameter that takes more", (d) => things(d).get.parameters[1]?.schema.enum?.push("c")],
    [
      "a parameter that takes several",
      (d) => {
        const parameter = things(d).get.parameters[1];
        Object.assign(parameter ?? {}, { schema: { type: "array", items: parameter?.schema } });
      },
    ],
    ["a body that takes more", (d) => (schemas(d).NewThing.properties.name.maxLength = 100)],
    [
      "a field more that may be left out",
      (d) => Object.assign(schemas(d).NewThing.properties, { note: { type: "string" } }),
    ],
    [
      "a body that takes a kind more",
      (d) =>
        Object.assign(schemas(d).NewThing.properties.shape.oneOf, [
          ...schemas(d).NewThing.properties.shape.oneOf,
          { type: "null" },
        ]),
    ],
    [
      "a field more in an answer",
      (d) => Object.assign(schemas(d).Thing.properties, { note: { type: "string" } }),
    ],
    ["a field of an answer that is always there", (d) => schemas(d).Thing.required.push("size")],
    ["an answer with fewer values", (d) => schemas(d).Thing.properties.state.enum.pop()],
    [
      "more values where the document says that more can come",
      (d) => schemas(d).Thing.properties.kind.enum.push("y"),
    ],
    ["a scope less", (d) => things(d).get.security[0]?.bearer.pop()],
    ["a refusal more", (d) => Object.assign(things(d).get.responses, { 429: {} })],
  ];
  it.each(harmless)("lets pass: %s", (_, change) => {
    expect(breakingChanges(made, changed(change))).toEqual([]);
  });
});
