import { Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { addingRoutes } from "./adding.tsx";
import { answerRoutes } from "./answering.tsx";
import { endingRoutes } from "./ending.tsx";
import { followRoutes } from "./following.tsx";
import type { Parts } from "./parts.ts";
import { paymentRoutes } from "./payment.tsx";
import { trackingRoutes } from "./tracking.tsx";

/** All that there is of a request that was sent: below its reference. */
export function requestRoutes(parts: Parts): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  for (const routes of [
    addingRoutes,
    paymentRoutes,
    followRoutes,
    answerRoutes,
    endingRoutes,
    trackingRoutes,
  ])
    app.route("/", routes(parts));
  return app;
}
