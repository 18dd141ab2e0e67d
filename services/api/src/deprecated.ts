import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "./environment.ts";

/** That something will go: since when that is said, when it goes, and what to use instead. */
export interface Deprecation {
  /** A date, as in 2026-11-30. */
  readonly since: string;
  readonly sunset: string;
  /** Where its successor is: an address, or how to make one of the request's. */
  readonly successor: string | ((c: Context<ApiEnv>) => string);
}

/** What the document says of these headers. */
export const goingHeaders = {
  Deprecation: {
    description: "Since when it is known that this will go, as `@` and seconds of Unix time",
    schema: { type: "string" },
  },
  Sunset: { description: "When it goes", schema: { type: "string" } },
  Link: { description: "What to use instead, as `successor-version`", schema: { type: "string" } },
} as const;

/**
 * Say with every answer of a route that it will go (RFC 9745, RFC 8594) and what comes in its place.
 *
 * The route says `deprecated: true` in the document as well.
 */
export function deprecated(deprecation: Deprecation) {
  return createMiddleware<ApiEnv>(async function sayThatItWillGo(c, next) {
    await next();
    announce(c, deprecation);
  });
}

/** Say with this answer that what was asked for will go: for a route of which only one way to ask is deprecated. */
export function announce(c: Context<ApiEnv>, { since, sunset, successor }: Deprecation): void {
  const instead = typeof successor === "string" ? successor : successor(c);
  c.header("Deprecation", `@${Date.parse(since) / 1000}`);
  c.header("Sunset", new Date(sunset).toUTCString());
  c.header("Link", `<${instead}>; rel="successor-version"`, { append: true });
}
