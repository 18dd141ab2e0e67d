import { Ping, publicEvents } from "@guildhall/contract";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { z } from "zod";
import type { ApiEnv } from "./environment.ts";
import { json } from "./router.ts";

const headers = [
  headerOf("webhook-id", "The same whenever this webhook is sent again: take each once"),
  headerOf("webhook-timestamp", "When this attempt was signed, in seconds since 1970"),
  headerOf(
    "webhook-signature",
    "Signatures apart by spaces, one of which must hold: `v1a,…` by Ed25519, `v1,…` by HMAC-SHA256, of `id.timestamp.body`",
  ),
];

const responses = {
  "2XX": { description: "Taken. What the body says is not read" },
  410: { description: "Call no more: the subscription is disabled" },
  default: { description: "Not taken: sent again for three days, at growing intervals" },
};

/** Describe the calls that subscribers get, in the form of the standard (`webhooks` of OpenAPI 3.1). */
export function describeWebhooks(app: OpenAPIHono<ApiEnv>): void {
  for (const event of publicEvents) describeOne(app, event.shape.type.value, event);
  describeOne(app, Ping.shape.type.value, Ping);
}

function describeOne(app: OpenAPIHono<ApiEnv>, type: string, payload: z.ZodType): void {
  app.openAPIRegistry.registerWebhook({
    method: "post",
    path: type,
    operationId: `hear${nameOf(type)}`,
    summary: payload.meta()?.description ?? type,
    tags: ["Events"],
    security: [],
    parameters: headers,
    request: { body: { required: true, ...json(payload) } },
    responses,
  });
}

function headerOf(name: string, description: string) {
  return {
    name,
    in: "header" as const,
    required: true,
    description,
    schema: { type: "string" as const },
  };
}

function nameOf(type: string): string {
  const words = type.split(/[.-]/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
