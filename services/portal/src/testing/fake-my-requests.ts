import type { MyRequest, ProblemCode } from "@guildhall/contract";
import { Hono } from "hono";
import { reference, trackingKey } from "./tracking.ts";

/** Who asked for a link, and what each council has of whoever holds one; a council that is not named does not answer. */
export interface FakeMyRequests {
  readonly asked: unknown[];
  readonly at: Map<string, readonly MyRequest[]>;
}

export const goodToken = "t".repeat(80);

export const myRequestOpen: MyRequest = {
  reference,
  serviceTitle: "Report a noise <nuisance>",
  status: "open",
  stage: "An officer is looking at it",
  language: "en",
  receivedAt: "2026-11-20T09:00:00.000Z",
  updatedAt: "2026-11-21T09:00:00.000Z",
  trackingKey,
};

export const myRequestEnded: MyRequest = {
  ...myRequestOpen,
  reference: "SHA-2V4K-7XQP",
  serviceTitle: "Order a bin",
  status: "completed",
  stage: "Delivered",
  receivedAt: "2026-10-02T09:00:00.000Z",
};

/** The API of those who look for what they have sent, at every council. */
export function myRequestsRoutes(
  api: FakeMyRequests,
  problem: (code: ProblemCode) => Response,
): Hono {
  const app = new Hono();
  app.post("/:tenant/v1/my-requests/links", async (c) => {
    api.asked.push(await c.req.json());
    return c.body(null, 202);
  });
  app.post("/:tenant/v1/my-requests/find", async (c) => {
    const { token } = await c.req.json();
    const found = api.at.get(c.req.param("tenant"));
    if (token !== goodToken) return problem("not-found");
    return found ? c.json({ data: found }) : problem("tenant-unavailable");
  });
  return app;
}
