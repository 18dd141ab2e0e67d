import type { CallEntry, CallLog } from "@guildhall/domain";
import type { Context as HonoContext } from "hono";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { ApiEnv } from "./environment.ts";

/**
 * Note every call of a tenant with what became of it, refusals too.
 *
 * What is refused before its tenant was found, such as a key that is nobody's, is no tenant's to see.
 */
export function logCalls(log: Pick<CallLog, "record">) {
  return createMiddleware<ApiEnv>(async function logCall(c, next) {
    const began = performance.now();
    await next();
    const ground = c.get("ground");
    if (!ground) return;
    log.record(ground.tenant.id, {
      at: ground.now(),
      ...callerOf(c),
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      code: c.get("problem") ?? null,
      durationMs: Math.round(performance.now() - began),
      requestId: c.get("requestId"),
    });
  });
}

/** A key that was refused is known by its id: whoever holds it should see that somebody tried. */
function callerOf(c: HonoContext<ApiEnv>): Pick<CallEntry, "callerKind" | "caller"> {
  const ctx = c.get("ctx");
  const key = ctx?.key ?? c.get("apiKey")?.id ?? c.get("client");
  if (key !== undefined) return { callerKind: "key", caller: key };
  const { kind, id } = ctx?.actor ?? nobody;
  if (kind === "vendor" || kind === "partner") return { callerKind: "key", caller: id };
  if (kind === "staff" || kind === "back-office") return { callerKind: kind, caller: id };
  return { callerKind: "citizen", caller: "" };
}

const nobody = { kind: "citizen", id: "" } as const;

const templates = new Map<string, string>();

/** The pattern of the route that answered, or would have: as many as there are routes, whatever a caller makes up. */
function routeOf(c: HonoContext<ApiEnv>): string {
  const routes = matchedRoutes(c);
  const reached = routes.slice(c.req.routeIndex);
  const { path = "" } = reached.find((route) => !route.path.endsWith("*")) ?? routes.at(-1) ?? {};
  const known = templates.get(path) ?? templateOf(path);
  templates.set(path, known);
  return known;
}

/** A route as the documentation writes it: `/v1/processes/{id}`. */
function templateOf(path: string): string {
  return path.replace("/t/:tenant", "").replaceAll(/:(\w+)(?:\{[^}]*\})?/g, "{$1}");
}
