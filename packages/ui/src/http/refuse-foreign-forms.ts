import type { Context, MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { isFromOurPages } from "./same-origin.ts";

/** What a person reads whose form came from elsewhere. */
export const foreignForm = {
  title: "This did not come from our pages",
  text: "Go back to the page that you were on, load it again, and then try again.",
};

/**
 * Refuse what would change something and was not sent by a page of ours, with a page that `answer` makes.
 *
 * `home` is where our pages stand, or tells it of a request where that is not always the same.
 */
export function refuseForeignForms(
  home: string | ((c: Context) => string),
  answer: (c: Context, words: typeof foreignForm) => Response | Promise<Response>,
): MiddlewareHandler {
  return createMiddleware(async function refuseForeign(c, next) {
    const safe = c.req.method === "GET" || c.req.method === "HEAD";
    const url = typeof home === "string" ? home : home(c);
    if (safe || isFromOurPages(c.req.raw.headers, url)) return next();
    return answer(c, foreignForm);
  });
}
