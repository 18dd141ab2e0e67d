import { Refused } from "@guildhall/sdk";
import type { Context } from "hono";
import type { PortalEnv } from "../environment.ts";
import { EndedPage } from "../pages/ended-page.tsx";
import type { Parts } from "./parts.ts";
import { serviceOf } from "./service-of.ts";

/**
 * Answer for a service that is not there with what its council left to say in its place.
 *
 * @throws Error that was caught, where there is nothing of the kind
 */
export async function showEnded(
  c: Context<PortalEnv>,
  caught: unknown,
  { look }: Pick<Parts, "look">,
): Promise<Response> {
  const { council } = c.var;
  if (!isMissing(caught)) throw caught;
  const exit = await council.api.exit(serviceOf(c)).catch((error) => {
    throw isMissing(error) ? caught : error;
  });
  return c.html(<EndedPage council={council} look={look} exit={exit} />, 410);
}

function isMissing(error: unknown): boolean {
  return error instanceof Refused && error.status === 404;
}
