import { AsyncLocalStorage } from "node:async_hooks";
import type { Caller } from "@guildhall/api";
import { createConsole } from "@guildhall/console";
import { createPortal, platformPath } from "@guildhall/portal";
import type { Config, Health, Metrics } from "@guildhall/runtime";
import { Hono } from "hono";
import type { Answer } from "./door/door.ts";
import { createMailboxPages } from "./mailbox-pages.tsx";
import { measured } from "./measured.ts";
import { createMetricsAccess } from "./metrics-access.ts";
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

/** Answer every request of this server: the API, the citizen's pages, the mailbox, the problem pages and health. */
export function createRoot(options: RootOptions): Answer {
  const { platform, config } = options;
  const api = platform.answer;
  // What is limited by address is limited by the visitor's, not by that of the pages which ask for them.
  const visitor = new AsyncLocalStorage<Caller | undefined>();
  const face = {
    // Portal and console are clients like any other; in this process their calls need no socket.
    fetch: async (request: Request) => api(request, visitor.getStore()),
    apiOrigin: config.publicUrl,
    publicUrl: config.publicUrl,
    assets: options.assets,
    reportFault: platform.reportFault,
  };
  const { domains } = platform;
  const [portal, staff] = [createPortal({ ...face, domains }), createConsole(face)];
  const pages = createOtherPages(options);
  const mayReadMetrics = createMetricsAccess(config);
  const apps = [platform.api, portal, staff, pages];
  const pathOf = (request: Request) => platformPath(request, domains);
  return measured({ metrics: options.metrics, apps, pathOf }, (request, path, caller) => {
    if (ofApi.test(path)) return api(request, caller);
    // To whoever may not read them, there are none.
    const isHidden = ofMetrics.test(path) && !mayReadMetrics(request, caller);
    if (other.test(path) && !isHidden) return pages.fetch(request);
    const shown = ofStaff.test(path) ? staff : portal;
    return visitor.run(caller, () => shown.fetch(request));
  });
}

const ofApi = /^\/(?:t|platform|\.well-known\/oauth-authorization-server)\//;
const ofStaff = /^\/console(?:\/|$)/;
const ofMetrics = /^\/metrics(?:\/|$)/;
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
    c.text(await platform.figures(), 200, { "Content-Type": metrics.contentType }),
  );
  if (platform.mailbox) pages.route("/mailbox", createMailboxPages(platform.mailbox));
  pages.route("/problems", createProblemPages(problems));
  return pages;
}
