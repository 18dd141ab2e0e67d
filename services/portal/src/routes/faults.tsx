import { Refused } from "@guildhall/sdk";
import type { Context, ErrorHandler, NotFoundHandler } from "hono";
import type { Council, PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { TooLarge } from "../http/too-large.ts";
import { FaultPage, NotFoundPage, RefusedPage } from "../pages/error-pages.tsx";
import { wearBrand } from "../wear-brand.ts";
import type { Parts } from "./parts.ts";

/** Answer what was thrown with a page that says what can be done, and nothing of how the site works inside. */
export function answerFaults(parts: Parts): ErrorHandler<PortalEnv> {
  const { look, reportFault } = parts;
  return (error, c) => {
    const council = councilOf(c, parts);
    if (isNotFound(error)) return c.html(<NotFoundPage council={council} look={look} />, 404);
    if (error instanceof TooLarge) {
      const text = "Go back, make what you entered shorter, and try again.";
      return c.html(
        <RefusedPage
          council={council}
          look={look}
          title="This is too much to send at once"
          text={text}
        />,
        413,
      );
    }
    if (error instanceof Refused && error.passes) {
      c.header("Retry-After", "60");
      return c.html(<FaultPage council={council} look={look} kind="unavailable" />, 503);
    }
    reportFault(error);
    return c.html(<FaultPage council={council} look={look} kind="problem" />, 500);
  };
}

export function answerNotFound(parts: Parts): NotFoundHandler<PortalEnv> {
  return (c) => c.html(<NotFoundPage council={councilOf(c, parts)} look={parts.look} />, 404);
}

/**
 * The council whose pages were being read, where it was found before something went wrong; on the pages of a service
 * it wears that one's brand, as far as it is known.
 */
function councilOf(c: Context<PortalEnv>, { shelf }: Parts): Council | undefined {
  const council: Council | undefined = c.get("council");
  const [, id] = /^\/c\/[^/]+\/services\/([^/]+)/.exec(c.req.path) ?? [];
  const service = council && id !== undefined && shelf.lastSeen(council, id);
  if (service) wearBrand(c, service);
  return c.get("council");
}

/** What belongs to somebody else is not found, and neither is what the API refuses to name. */
function isNotFound(error: unknown): boolean {
  if (error instanceof NotFound) return true;
  return error instanceof Refused && [401, 403, 404].includes(error.status);
}
