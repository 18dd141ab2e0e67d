import { Refused } from "@guildhall/sdk";
import { createMiddleware } from "hono/factory";
import { addressesOf } from "../addresses.ts";
import type { ConsoleEnv } from "../environment.ts";
import { NotFound } from "../not-found.ts";
import type { ClientFor } from "../platform/clients.ts";
import { createVisitorApi } from "../platform/visitor-api.ts";

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Find the organisation that the address names. */
export function findOffice(clientFor: ClientFor) {
  return createMiddleware<ConsoleEnv>(async function findOfficeOfPath(c, next) {
    const id = c.req.param("tenant") ?? "";
    if (!slug.test(id) || id.length > 80) throw new NotFound();
    const visitor = createVisitorApi(clientFor(id));
    const tenant = await visitor.tenant().catch((error) => {
      throw error instanceof Refused && error.status === 404 ? new NotFound() : error;
    });
    c.set("office", { tenant, at: addressesOf(id), visitor });
    await next();
  });
}
