import type { TileAt } from "@guildhall/contract";
import type { PlaceDesk } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { anyone, createRouter, refusals } from "../router.ts";

/** Zoom, column and row. */
const params = z.object({
  tile: z
    .string()
    .regex(/^(7|8|9|1\d|20)-(0|[1-9]\d{0,6})-(0|[1-9]\d{0,6})$/)
    .openapi({ example: "15-16394-10794" }),
});

const picture = { schema: z.string().meta({ format: "binary" }) };

const read = createRoute({
  method: "get",
  path: "/tiles/{tile}",
  operationId: "getTile",
  summary: "Get a square of the map",
  description:
    "`{zoom}-{column}-{row}`, as web maps count them (EPSG:3857). It is drawn by the council's provider of maps; the attribution in `GET /tenant` has to stand beside it.",
  tags: ["Addresses"],
  security: anyone,
  request: { params },
  responses: {
    200: {
      description: "The picture",
      content: { "image/png": picture, "image/jpeg": picture, "image/svg+xml": picture },
    },
    ...refusals("places-unavailable"),
  },
});

/** Squares of a map, so that a page loads nothing from elsewhere and no key leaves the server. */
export function createTiles(places: Pick<PlaceDesk, "tile">) {
  return createRouter().openapi(read, async (c) => {
    const { contentType, bytes } = await places.tile(c.var.ctx, tileOf(c.req.valid("param").tile));
    return new Response(new Uint8Array(bytes), {
      headers: {
        "Content-Type": contentType,
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "public, max-age=86400",
      },
    });
  });
}

function tileOf(name: string): TileAt {
  const [z = 0, x = 0, y = 0] = name.split("-").map(Number);
  return { z, x, y };
}
