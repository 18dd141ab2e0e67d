import type { Caller } from "@guildhall/api";
import { inRequestSpan, type Metrics } from "@guildhall/runtime";
import type { Answer } from "./door/door.ts";

/** What answers at known addresses. */
export interface Routed {
  readonly routes: readonly { readonly path: string }[];
}

export interface Measuring {
  readonly metrics: Metrics;
  readonly apps: readonly Routed[];
  /** Where on the platform a request leads. */
  readonly pathOf?: (request: Request) => string;
}

/** Time every request and count it under its route and, where it has one that exists, its tenant. */
export function measured(
  { metrics, apps, pathOf = pathInUrl }: Measuring,
  handle: (
    request: Request,
    path: string,
    caller: Caller | undefined,
  ) => Response | Promise<Response>,
): Answer {
  const labelsOf = createLabels(apps);
  return (request, caller) =>
    inRequestSpan(request.headers, async (describe) => {
      const path = pathOf(request);
      const startedAt = performance.now();
      const response = await handle(request, path, caller);
      const { status } = response;
      const seconds = (performance.now() - startedAt) / 1000;
      const facts = { method: request.method, status, ...labelsOf(path, status) };
      metrics.request({ ...facts, seconds });
      describe({ ...facts, requestId: response.headers.get("X-Request-Id") ?? undefined });
      return response;
    });
}

/**
 * Label requests from a bounded set, whatever a caller makes up: routes that there are, and tenants that have
 * answered one.
 */
function createLabels(apps: readonly Routed[]) {
  const routeOf = createRouteFinder(apps);
  const answering = new Set<string>();
  return (path: string, status: number): { route: string; tenant?: string } => {
    if (status === 404) return { route: "not-found" };
    const route = routeOf(path);
    const tenant = /^\/[tc]\/([^/]+)/.exec(path)?.[1];
    if (tenant === undefined) return { route };
    if (status < 300) answering.add(tenant);
    return answering.has(tenant) ? { route, tenant } : { route };
  };
}

function createRouteFinder(apps: readonly Routed[]): (path: string) => string {
  const paths = apps.flatMap(({ routes }) => routes.map(({ path }) => path));
  const names = new Set(paths.flatMap((path) => path.split("/").filter(isName)));
  const withPlaces = (path: string) =>
    path
      .split("/")
      .map((part) => (names.has(part) ? part : ":"))
      .join("/");
  const routes = new Map(paths.map((path) => [withPlaces(path), path]));
  return (path) => {
    const [, first = ""] = path.split("/");
    return routes.get(withPlaces(path)) ?? (names.has(first) ? `/${first}` : "other");
  };
}

/** Whether a part of a route stands for itself. */
function isName(part: string): boolean {
  return !/[:*{]/.test(part);
}

function pathInUrl({ url }: Request): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  return start === -1 ? "/" : url.slice(start).replace(/[?#].*$/, "");
}
