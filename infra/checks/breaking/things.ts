import type { Part } from "./schema.ts";

/** A small API that uses all that is compared. */
export const made = {
  paths: {
    "/things": {
      get: {
        operationId: "listThings",
        security: [{ bearer: ["things:read"] }],
        parameters: [
          {
            name: "limit",
            in: "query",
            required: false,
            schema: { type: "integer", maximum: 100 },
          },
          {
            name: "state",
            in: "query",
            required: false,
            schema: { type: "string", enum: ["a", "b"] },
          },
        ],
        responses: {
          200: {
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: {
                    data: { type: "array", items: { $ref: "#/components/schemas/Thing" } },
                  },
                  required: ["data"],
                },
              },
            },
          },
          404: {},
        },
      },
      post: {
        operationId: "addThing",
        security: [],
        requestBody: {
          content: { "application/json": { schema: { $ref: "#/components/schemas/NewThing" } } },
        },
        responses: {
          201: {
            content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
          },
        },
      },
    },
  },
  webhooks: {
    "thing.added": {
      post: {
        requestBody: {
          content: { "application/json": { schema: { $ref: "#/components/schemas/Heard" } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: "object",
        properties: {
          id: { type: "string" },
          state: { type: "string", enum: ["a", "b"] },
          kind: { type: "string", enum: ["x"], "x-extensible": true },
          at: { type: "string", format: "date-time" },
          parent: { $ref: "#/components/schemas/Thing" },
          size: { type: "integer" },
        },
        required: ["id", "state"],
      },
      NewThing: {
        type: "object",
        properties: {
          name: { type: "string", maxLength: 80 },
          shape: {
            oneOf: [
              { type: "object", properties: { round: { const: true } }, required: ["round"] },
              { type: "object", properties: { edges: { type: "integer" } }, required: ["edges"] },
            ],
          },
        },
        required: ["name"],
      },
      Heard: { type: "object", properties: { type: { const: "thing.added" } }, required: ["type"] },
    },
  },
};
export type Document = typeof made;

/** The document as it is after a change, in JSON, of which the types know nothing. */
export function changed(change: (document: Document) => void): Part {
  const copy = structuredClone(made);
  change(copy);
  return copy;
}

export const things = ({ paths }: Document) => paths["/things"];
export const schemas = ({ components }: Document) => components.schemas;
