import { Problem } from "@guildhall/contract";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnv } from "./environment.ts";
import { toResponse } from "./problem-response.ts";

/** Say at every documented address which methods it takes, and refuse the others. Comes after the routes. */
export function refuseOtherMethods(app: OpenAPIHono<ApiEnv>, publicUrl: string): void {
  for (const [path, methods] of methodsByPath(app)) {
    const headers = { Allow: [...methods, "OPTIONS"].join(", ") };
    app.all(path, (c) => {
      if (c.req.method === "OPTIONS") return c.body(null, 204, headers);
      c.set("problem", "method-not-allowed");
      return toResponse(new Problem("method-not-allowed"), publicUrl, headers);
    });
  }
}

/** The methods of every documented address. */
export function methodsByPath({ openAPIRegistry }: OpenAPIHono<ApiEnv>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const definition of openAPIRegistry.definitions) {
    if (definition.type !== "route") continue;
    const path = definition.route.path.replaceAll(/\{(.+?)\}/g, ":$1");
    const method = definition.route.method.toUpperCase();
    found.set(path, [
      ...(found.get(path) ?? []),
      ...(method === "GET" ? ["GET", "HEAD"] : [method]),
    ]);
  }
  return found;
}
