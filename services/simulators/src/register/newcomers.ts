import { type Handler, Hono } from "hono";
import type { CallEnv } from "../misbehave.ts";
import type { RegisterCredentials } from "./register.ts";

/**
 * Open a register for a tenant of which the folder says nothing, when it is first called: who has just joined can try
 * out what they make.
 */
export function serveNewcomers(
  credentialsOf: (tenant: string) => Promise<RegisterCredentials | undefined>,
  open: (tenant: string, credentials: RegisterCredentials) => Hono<CallEnv> | undefined,
): Handler<CallEnv, "/register/:tenant/*"> {
  const opened = new Map<string, Hono<CallEnv>>();
  const begin = (tenant: string, credentials: RegisterCredentials) => {
    const register = open(tenant, credentials);
    const one = new Hono<CallEnv>({ strict: false });
    if (register) one.route(`/register/${tenant}`, register);
    opened.set(tenant, one);
    return one;
  };
  return async (c) => {
    const tenant = c.req.param("tenant");
    const credentials = opened.has(tenant) ? undefined : await credentialsOf(tenant);
    // Two that call first at the same moment get the same register.
    const found = opened.get(tenant) ?? (credentials && begin(tenant, credentials));
    return found ? found.fetch(c.req.raw) : c.notFound();
  };
}
