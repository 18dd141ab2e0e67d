import type { AccessRequest, NewAccessRequest, ProblemCode } from "@guildhall/contract";
import { type Context, Hono } from "hono";

export const requestId = "acc_01kb3zq8w5v0t6m2h9r4c7d1xe";
export const requestCode = `gh_request_${requestId}_${"s".repeat(43)}123456`;

/** The one request for access that there is. */
export interface FakeAccess {
  request: AccessRequest | undefined;
  /** What was asked, with the Idempotency-Key of each. */
  readonly asked: { readonly body: NewAccessRequest; readonly key: string | undefined }[];
  collected: boolean;
}

const given = { id: "3vQp8ZrT0bLk", expiresAt: "2027-02-20T12:00:00.000Z" };

/** Requests for access as the API takes them, kept in memory. */
export function accessRoutes(access: FakeAccess, problem: (code: ProblemCode) => Response): Hono {
  const app = new Hono();
  app.post("/", async (c) => {
    const body = (await c.req.json()) as NewAccessRequest;
    access.asked.push({ body, key: c.req.header("idempotency-key") });
    access.request = requestOf(body);
    const testKey = {
      ...given,
      key: "gh_test_shown-once",
      scopes: body.scopes,
      baseUrl: "https://api.example/t/exampleshire-test/v1",
    };
    return c.json({ request: access.request, token: requestCode, testKey }, 201);
  });
  app.get("/:id", (c) => withRequest(c, access, problem, (request) => c.json(request)));
  app.post("/:id/key", (c) =>
    withRequest(c, access, problem, ({ state, scopes }) => {
      if (state !== "approved") return problem("invalid-transition");
      const key = access.collected ? {} : { key: "gh_live_shown-once" };
      access.collected = true;
      const baseUrl = "https://api.example/t/exampleshire/v1";
      return c.json({ ...given, ...key, scopes, baseUrl }, 201);
    }),
  );
  return app;
}

function withRequest(
  c: Context,
  { request }: FakeAccess,
  problem: (code: ProblemCode) => Response,
  then: (request: AccessRequest) => Response,
): Response {
  if (c.req.header("authorization") !== `Bearer ${requestCode}`) return problem("unauthenticated");
  return request && c.req.param("id") === requestId ? then(request) : problem("not-found");
}

function requestOf({ wants, ...body }: NewAccessRequest): AccessRequest {
  return {
    ...body,
    id: requestId,
    state: wants === "live" ? "waiting" : "test-only",
    testKey: given.id,
    askedAt: "2026-11-22T12:00:00.000Z",
  };
}

/** The request, approved: a part of it. */
export function approvedOf(request: AccessRequest): AccessRequest {
  return {
    ...request,
    state: "approved",
    decidedAt: "2026-11-23T12:00:00.000Z",
    decidedBy: "Alice Admin",
    granted: { scopes: ["processes:read"], collectUntil: "2026-12-23T12:00:00.000Z" },
  };
}
