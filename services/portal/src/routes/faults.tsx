import { Refused } from "@guildhall/sdk";
import type { ErrorHandler, NotFoundHandler } from "hono";
import type { PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { TooLarge } from "../http/too-large.ts";
import { FaultPage, NotFoundPage, RefusedPage } from "../pages/error-pages.tsx";
import type { Parts } from "./parts.ts";

/** Answer what was thrown with a page that says what can be done, and nothing of how the site works inside. */
export function answerFaults({ look, reportFault }: Parts): ErrorHandler<PortalEnv> {
  return (error, c) => {
    if (isNotFound(error)) return c.html(<NotFoundPage look={look} />, 404);
    if (error instanceof TooLarge) {
      const text = "Go back, make what you entered shorter, and try again.";
      return c.html(
        <RefusedPage look={look} title="This is too much to send at once" text={text} />,
        413,
      );
    }
    if (error instanceof Refused && error.passes) {
      c.header("Retry-After", "60");
      return c.html(<FaultPage look={look} kind="unavailable" />, 503);
    }
    reportFault(error);
    return c.html(<FaultPage look={look} kind="problem" />, 500);
  };
}

export function answerNotFound({ look }: Parts): NotFoundHandler<PortalEnv> {
  return (c) => c.html(<NotFoundPage look={look} />, 404);
}

/** What belongs to somebody else is not found, and neither is what the API refuses to name. */
function isNotFound(error: unknown): boolean {
  if (error instanceof NotFound) return true;
  return error instanceof Refused && [401, 403, 404].includes(error.status);
}
