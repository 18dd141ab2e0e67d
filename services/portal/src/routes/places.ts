import { Location } from "@guildhall/contract";
import { Refused } from "@guildhall/sdk";
import { type Context, Hono } from "hono";
import type { PortalEnv } from "../environment.ts";
import { NotFound } from "../http/not-found.ts";

const number = /^\d{1,7}$/;

const Point = Location.pick({ latitude: true, longitude: true });

/** What the map of a page asks for: its squares, and the address nearest to its middle. */
export function placeRoutes(): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  app.get("/tiles/:z/:x/:y", async (c) => {
    const { z: zoom, x, y } = c.req.param();
    if (![zoom, x, y].every((one) => number.test(one))) throw new NotFound();
    return c.var.council.api.tile(`${Number(zoom)}-${Number(x)}-${Number(y)}`);
  });
  app.get("/places", nearest);
  return app;
}

/** The address on one line, or null where there is none near or nobody can say. */
async function nearest(c: Context<PortalEnv>): Promise<Response> {
  const { latitude = "", longitude = "" } = c.req.query();
  const point = Point.safeParse({ latitude: Number(latitude), longitude: Number(longitude) });
  if (!point.success) return c.json({ near: null }, 422);
  try {
    const { nearest: found } = await c.var.council.api.place(point.data);
    return c.json({ near: found?.text ?? null });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return c.json({ near: null }, error.passes ? 503 : 422);
  }
}
