import { FoundPlace, Location } from "@guildhall/contract";
import type { PlaceDesk } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { anyone, createRouter, json, refusals } from "../router.ts";

const { latitude, longitude } = Location.shape;

const find = createRoute({
  method: "get",
  path: "/places",
  operationId: "findPlace",
  summary: "Find what is at a point",
  description:
    "The point in WGS84 and on the National Grid, to five metres, and the nearest address within 250 metres.",
  tags: ["Addresses"],
  security: anyone,
  request: {
    query: z.object({
      latitude: z.coerce.number().pipe(latitude),
      longitude: z.coerce.number().pipe(longitude),
    }),
  },
  responses: {
    200: { description: "The place", ...json(FoundPlace) },
    ...refusals("request-invalid", "places-unavailable"),
  },
});

/** Places, for whoever puts a pin into a map. */
export function createPlaces(places: Pick<PlaceDesk, "nearest">) {
  return createRouter().openapi(find, async (c) => {
    const found = await places.nearest(c.var.ctx, c.req.valid("query"));
    return c.json(found, 200, { "Cache-Control": "no-store" });
  });
}
