import type { Following, NearbyProcess, ProblemCode, Service } from "@guildhall/contract";
import { noiseService } from "@guildhall/question-view/testing";
import { Hono } from "hono";

/** What others have reported nearby, who asked to be told of it, and what their links lead to. */
export interface FakeFollowing {
  nearby: NearbyProcess[];
  readonly wishes: unknown[];
  readonly links: Map<string, Following>;
}

const [source, ...others] = noiseService.form.pages;
const where = { id: "spot", type: "location", label: "Where is it?", required: true } as const;

/** A service whose open requests anybody may see: it asks where it is after its first page. */
export const streetService: Service = {
  ...noiseService,
  version: 2,
  location: "spot",
  lookFirst: { inPublic: true, metres: 100, days: 60 },
  form: {
    ...noiseService.form,
    pages: [
      ...(source ? [source] : []),
      { id: "where", title: "Where it is", kind: "questions", questions: [where] },
      ...others,
    ],
  },
};

/** What the page with the place is answered with. */
export const somewhere = {
  "spot-latitude": "52.2053",
  "spot-longitude": "0.1192",
  "spot-description": "By the bench",
};

export const nearbyOne: NearbyProcess = {
  reference: "EXA-2V4K-7XQP",
  stage: "An officer is looking at it",
  receivedAt: "2026-11-20T09:00:00.000Z",
  metres: 30,
  followers: 2,
};

export const followKey = "k".repeat(52);

/** The API of those who are near, and of those who follow. */
export function followingRoutes(
  api: FakeFollowing,
  problem: (code: ProblemCode) => Response,
): Hono {
  const app = new Hono();
  app.get("/services/:id/nearby", (c) => c.json({ data: api.nearby }));
  app.post("/tracking/:reference/followers", async (c) => {
    api.wishes.push({ reference: c.req.param("reference"), ...(await c.req.json()) });
    return c.body(null, 202);
  });
  app.post("/following/:verb", async (c) => {
    const { key } = await c.req.json();
    const found = api.links.get(key);
    if (!found) return problem("not-found");
    const verb = c.req.param("verb");
    if (verb === "confirm" && found.state === "asked")
      api.links.set(key, { ...found, state: "following" });
    if (verb !== "stop") return c.json(api.links.get(key));
    api.links.set(key, { state: "stopped" });
    return c.body(null, 204);
  });
  return app;
}
