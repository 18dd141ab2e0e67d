import type { Edit } from "@guildhall/contract";
import { type ApiWorld, createApiWorld } from "../testing.ts";

const properties = {
  source: { type: "string", title: "Source of the noise", enum: ["home", "PUB"] },
  reference: { type: "string", maxLength: 10 },
  nights: {
    type: "array",
    items: { type: "object", required: ["date"], properties: { date: { format: "date" } } },
  },
  email: { type: "string", format: "email" },
  bedrooms: { type: "integer" },
};
const schema = JSON.stringify({
  type: "object",
  required: ["source", "reference", "email"],
  properties,
});

/** A draft of the noise service, whose mapping is looked at over the API by somebody who may change it. */
export interface MappingWorld extends AsyncDisposable {
  readonly world: ApiWorld;
  ask(method: string, path: string, json?: unknown): Promise<Response>;
  edit(...edits: Edit[]): Promise<void>;
  /** Add a description of what the back office takes, and name it in the mapping. */
  describeTarget(): Promise<void>;
}

/** Where the mapping is. */
export const mappingPath = "/service-drafts/noise/mappings/case";

export async function createMappingWorld(): Promise<MappingWorld> {
  const world = await createApiWorld();
  const key = await world.keyFor("services:read", "services:write");
  const ask: MappingWorld["ask"] = (method, path, json) =>
    world.ask(method, path, { as: key, json });
  const begun = await ask("POST", "/service-drafts", { service: "noise" });
  let { revision: since } = await begun.json();
  const edit = async (...edits: Edit[]) => {
    const response = await ask("POST", "/service-drafts/noise/edits", { since, edits });
    expect(response.status).toBe(200);
    since = (await response.json()).revision;
  };
  return {
    world,
    ask,
    edit,
    describeTarget: async () => {
      const files = [{ name: "case.json", text: schema }];
      await ask("POST", "/targets", { name: "Noise case", source: "json-schema", files });
      await edit({ act: "set", at: "/mappings/case/target", to: "noise-case" });
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}
