import { createPortal } from "@guildhall/portal";
import type { Config, Health, Metrics } from "@guildhall/runtime";
import { Hono } from "hono";
import { createMailboxPages } from "./mailbox-pages.tsx";
import { measured } from "./measured.ts";
import type { Platform } from "./platform.ts";
import { createProblemPages } from "./problem-pages.tsx";

export interface RootOptions {
  readonly platform: Platform;
  readonly config: Config;
  readonly health: Health;
  readonly metrics: Metrics;
  /** Where the pages' stylesheet and scripts were built. */
  readonly assets: string;
  /** The pages of `docs/problems`. */
  readonly problems: string;
}

type Handler = (request: Request) => Response | Promise<Response>;

/** Answer every request of this server: the API, the citizen's pages, the mailbox, the problem pages and health. */
export function createRoot(options: RootOptions): Handler {
  const { platform, config } = options;
  const api: Handler = (request) => platform.api.fetch(request);
  const portal = createPortal({
    // The portal is a client like any other; in this process its calls need no socket.
    fetch: async (request) => api(request),
    apiOrigin: config.publicUrl,
    publicUrl: config.publicUrl,
    assets: options.assets,
    reportFault: platform.reportFault,
  });
  const pages = createOtherPages(options);
  return measured(options.metrics, (request, path) => {
    if (path.startsWith("/t/") || path.startsWith("/platform/")) return api(request);
    if (other.test(path)) return pages.fetch(request);
    return portal.fetch(request);
  });
}

const other = /^\/(?:mailbox|problems|livez|readyz|metrics)(?:\/|$)/;

function createOtherPages({ platform, health, metrics, problems }: RootOptions): Hono {
  const pages = new Hono({ strict: false });
  pages.get("/livez", (c) => {
    const live = health.live();
    return c.json(live, live.status === "ok" ? 200 : 503);
  });
  pages.get("/readyz", async (c) => {
    const ready = await health.ready();
    return c.json(ready, ready.status === "down" ? 503 : 200);
  });
  pages.get("/metrics", async (c) =>
    c.text(await metrics.text(), 200, { "Content-Type": metrics.contentType }),
  );
  if (platform.mailbox) pages.route("/mailbox", createMailboxPages(platform.mailbox));
  pages.route("/problems", createProblemPages(problems));
  return pages;
}
