import type { Context } from "hono";
import { getPath } from "hono/utils/url";
import type { ApiEnv } from "../environment.ts";
import { type Sayable, writeXml } from "./xml.ts";

export type Format = "json" | "xml";

const withExtension = /^(\/t\/[^/]+\/open311\/v2\/.+)\.(json|xml)$/;

/**
 * The path of a request without the extension that says how an Open311 client wants its answer.
 *
 * Routes are found by it: what follows the last full stop is then no part of an id.
 */
export function pathOf(request: Request): string {
  const path = getPath(request);
  return withExtension.exec(path)?.[1] ?? path;
}

/** XML is what every Open311 client reads, so it is the answer to a path that does not say. */
export function formatOf(request: Request): Format {
  return withExtension.exec(getPath(request))?.[2] === "json" ? "json" : "xml";
}

/** Answer in the format that was asked for. JSON leaves out the outermost name, which XML cannot do without. */
export function say(
  c: Context<ApiEnv>,
  root: string,
  value: Sayable,
  more: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  const isJson = formatOf(c.req.raw) === "json";
  const type = isJson ? "application/json; charset=utf-8" : "text/xml; charset=utf-8";
  return new Response(isJson ? JSON.stringify(value) : writeXml(root, value), {
    status: more.status ?? 200,
    headers: { "Content-Type": type, ...more.headers },
  });
}
