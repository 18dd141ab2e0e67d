import type { Context, MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { isFromOurPages } from "./same-origin.ts";

/** What a person reads whose form came from elsewhere. */
export const foreignForm = {
  title: "This did not come from our pages",
  text: "Go back to the page that you were on, load it again, and then try again.",
};

/** Refuse what would change something and was not sent by a page of ours, with a page that `answer` makes. */
export function refuseForeignForms(
  publicUrl: string,
  answer: (c: Context, words: typeof foreignForm) => Response | Promise<Response>,
): MiddlewareHandler {
  return createMiddleware(async function refuseForeign(c, next) {
    const safe = c.req.method === "GET" || c.req.method === "HEAD";
    if (safe || isFromOurPages(c.req.raw.headers, publicUrl)) return next();
    return answer(c, foreignForm);
  });
}
