import { Refused } from "@guildhall/sdk";
import type { Context, ErrorHandler, NotFoundHandler } from "hono";
import type { Council, PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";
import { TooLarge } from "../http/too-large.ts";
import { FaultPage, NotFoundPage, RefusedPage } from "../pages/error-pages.tsx";
import { wearBrand } from "../wear-brand.ts";
import type { Parts } from "./parts.ts";

/** Answer a form that no page of ours sent. */
export function answerForeign(
  c: Context<PortalEnv>,
  { look, speechOf }: Parts,
): Response | Promise<Response> {
  const speech = speechOf(c.req.raw);
  const page = { speech, council: undefined, look, ...speech.words.frame.foreignForm };
  return c.html(<RefusedPage {...page} />, 403);
}

/** Answer what was thrown with a page that says what can be done, and nothing of how the site works inside. */
export function answerFaults(parts: Parts): ErrorHandler<PortalEnv> {
  const { look, reportFault } = parts;
  return (error, c) => {
    const council = councilOf(c, parts);
    const speech = council ?? parts.speechOf(c.req.raw);
    const common = { council, look, speech };
    if (isNotFound(error)) return c.html(<NotFoundPage {...common} />, 404);
    if (error instanceof TooLarge)
      return c.html(<RefusedPage {...common} {...speech.words.frame.tooLarge} />, 413);
    if (error instanceof Refused && error.passes) {
      c.header("Retry-After", "60");
      return c.html(<FaultPage {...common} kind="unavailable" />, 503);
    }
    reportFault(error);
    return c.html(<FaultPage {...common} kind="problem" />, 500);
  };
}

export function answerNotFound(parts: Parts): NotFoundHandler<PortalEnv> {
  return (c) => {
    const path = withoutSlash(c);
    if (path) return c.redirect(path, 301);
    const council = councilOf(c, parts);
    const page = { council, look: parts.look, speech: council ?? parts.speechOf(c.req.raw) };
    return c.html(<NotFoundPage {...page} />, 404);
  };
}

/** The rooms of a council's site that have pages below them: an address elsewhere is nobody's, with or without a slash. */
const rooms =
  /^\/c\/[^/]+\/(?:services|track|following|my-requests|return|feedback|developers)\/[^/]/;

/** The same address of a council's page without the slashes at its end, for whoever typed one. */
function withoutSlash({ req }: Context<PortalEnv>): string | undefined {
  const { pathname, search } = new URL(req.url);
  const asked = ["GET", "HEAD"].includes(req.method) && rooms.test(req.path);
  if (!asked || !/[^/]\/+$/.test(pathname)) return undefined;
  return `${pathname.replace(/\/+$/, "").replace(/^[/\\]+/, "/")}${search}`;
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
