import { randomUUID } from "node:crypto";
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "./environment.ts";

const plainToken = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * Give every answer an id to quote, keep it from being read as another type, and from being kept unless its route
 * says how long.
 */
export const everyAnswer = createMiddleware<ApiEnv>(async function finishAnswer(c, next) {
  const given = c.req.header("x-request-id") ?? "";
  const id = plainToken.test(given) ? given : randomUUID();
  c.set("requestId", id);
  await next();
  const { headers } = c.res;
  headers.set("X-Request-Id", id);
  headers.set("X-Content-Type-Options", "nosniff");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
});
