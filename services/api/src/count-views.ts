import type { ViewLog } from "@guildhall/domain";
import { createMiddleware } from "hono/factory";
import type { ApiEnv } from "./environment.ts";

/** Give routes where looks at tracking pages are counted. */
export function countViews(views: Pick<ViewLog, "record">) {
  return createMiddleware<ApiEnv>(async function giveViews(c, next) {
    c.set("views", views);
    await next();
  });
}
