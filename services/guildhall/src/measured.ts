import type { Metrics } from "@guildhall/runtime";

type Handler = (request: Request) => Response | Promise<Response>;

/** Time every request and count it under its route and, where it has one that exists, its tenant. */
export function measured(
  metrics: Metrics,
  handle: (request: Request, path: string) => Response | Promise<Response>,
): Handler {
  return async (request) => {
    const path = pathOf(request.url);
    const startedAt = performance.now();
    const response = await handle(request, path);
    const { status } = response;
    const seconds = (performance.now() - startedAt) / 1000;
    const { route, tenant } = labelsOf(path, status);
    metrics.request({ method: request.method, route, status, seconds, tenant });
    return response;
  };
}

/** Labels come from a bounded set: whatever a caller made up is counted as not found. */
function labelsOf(path: string, status: number): { route: string; tenant?: string } {
  if (status === 404) return { route: "not-found" };
  const [, kind, tenant, ...rest] = path.split("/");
  if (kind !== "t" && kind !== "c") return { route: `/${kind ?? ""}` };
  const parts = rest.map((part, index) => (isName(part, index) ? part : ":id"));
  return {
    route: ["", kind, ":tenant", ...parts].join("/"),
    ...(tenant === undefined ? {} : { tenant }),
  };
}

const names = new Set(
  "v1 docs .well-known jwks.json openapi.json tenant services drafts processes tasks documents notes events tracking token complete track".split(
    " ",
  ),
);

function isName(part: string, index: number): boolean {
  return part === "" || (names.has(part) && index < 5);
}

function pathOf(url: string): string {
  const start = url.indexOf("/", url.indexOf("//") + 2);
  return start === -1 ? "/" : url.slice(start).replace(/[?#].*$/, "");
}
