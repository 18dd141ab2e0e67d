import { PublicEventType } from "@guildhall/contract";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { type ApiWorld, createApiWorld } from "./testing.ts";

interface Webhook {
  readonly post: {
    readonly operationId: string;
    readonly summary: string;
    readonly parameters: { name: string; required: boolean }[];
    readonly requestBody: { content: { "application/json": { schema: object } } };
    readonly responses: Record<string, unknown>;
  };
}

describe("the webhooks of the OpenAPI document", () => {
  let world: ApiWorld;
  let document: { webhooks: Record<string, Webhook> };
  beforeAll(async () => {
    world = await createApiWorld();
    document = await (await world.fetch("/t/exampleshire/v1/openapi.json")).json();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  it("are the catalogue of events, and the test", () => {
    const names = Object.keys(document.webhooks);
    expect(names.toSorted()).toEqual([...PublicEventType.options, "ping"].toSorted());
  });

  it("say what each means, how it is signed and what an answer does", () => {
    for (const [type, { post }] of Object.entries(document.webhooks)) {
      const headers = post.parameters.filter(({ required }) => required).map(({ name }) => name);
      expect({ type, headers }).toEqual({
        type,
        headers: ["webhook-id", "webhook-timestamp", "webhook-signature"],
      });
      expect(post.summary).toMatch(/^[A-Z]/);
      expect(Object.keys(post.responses)).toEqual(["410", "2XX", "default"]);
    }
  });

  it("describe an event as it is told, and nothing else", async () => {
    await world.start();
    const key = await world.keyFor("events:read");
    const [event] = (await (await world.ask("GET", "/events", { as: key })).json()).data;
    expect(accepts("process.started", event)).toBe(true);
    expect(accepts("stage.changed", event)).toBe(false);
    expect(accepts("process.started", { ...event, data: {} })).toBe(false);
  });

  function accepts(type: string, event: unknown): boolean {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema(document, "document");
    const { schema } = document.webhooks[type]?.post.requestBody.content["application/json"] ?? {};
    return ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')))(
      event,
    ) as boolean;
  }
});
