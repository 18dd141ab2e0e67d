import type { Ground } from "@guildhall/domain";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "../environment.ts";
import { describeApi, guidesOf, oauth2Scheme } from "../openapi.ts";
import type { JsonObject } from "./json.ts";
import { toOpenApi30 } from "./openapi-30.ts";

/** What the API says of itself, with a tenant's name and address. */
export interface Describer {
  openApi31(ground: Ground): JsonObject;
  openApi30(ground: Ground): JsonObject;
}

/** The same for every tenant but for its name and address, and slow to write: at the first need, once. */
export function createDescriber(v1: OpenAPIHono<ApiEnv>): Describer {
  const written = { name: "", issuer: "" };
  // What is no JSON, such as a field that is undefined, is not in the document.
  const base31 = onFirstNeed(
    () => JSON.parse(JSON.stringify(describeApi(v1, written))) as JsonObject,
  );
  const base30 = onFirstNeed(() => toOpenApi30(base31()));
  return {
    openApi31: (ground) => named(base31(), ground),
    openApi30: (ground) => named(base30(), ground),
  };
}

function named(document: JsonObject, { tenant, issuer }: Ground): JsonObject {
  const info = { ...(document.info as JsonObject), title: `${tenant.name} services API` };
  const { securitySchemes, ...components } = document.components as JsonObject;
  const schemes = { ...(securitySchemes as JsonObject), oauth2: oauth2Scheme(issuer) };
  return {
    ...document,
    info,
    servers: [{ url: `${issuer}/v1` }],
    externalDocs: guidesOf(issuer),
    components: { ...components, securitySchemes: schemes },
  };
}

function onFirstNeed<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
