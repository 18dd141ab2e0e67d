import { timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { CallEnv } from "../misbehave.ts";
import type { Places } from "./places.ts";
import { type Dataset, presentAddress } from "./present.ts";
import { around, atPostcode, withUprn, withWords } from "./search.ts";
import { drawTile } from "./tiles/draw.ts";
import type { MadeAddress } from "./world/build.ts";

/** The calls of Ordnance Survey's APIs for addresses and maps that the platform makes. */
export function placesApi(places: Places, apiKey: string | undefined): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.use(async (c, next) => refusal(c, places, apiKey) ?? next());
  app.get("/search/places/v1/:operation", (c) => answer(c));
  app.get("/maps/raster/v1/zxy/:layer/:z/:x/:name", (c) => {
    const at = Square.safeParse({ ...c.req.param(), y: c.req.param("name").replace(/\.png$/, "") });
    const tile = at.success ? drawTile(at.data) : undefined;
    if (tile === undefined) return c.json(fault("Tile not found", "NotFound"), 404);
    return c.body(tile, 200, { "Content-Type": "image/svg+xml" });
  });
  return app;
}

const Square = z.object({
  z: z.coerce.number().int().min(7).max(20),
  x: z.coerce.number().int().min(0),
  y: z.coerce.number().int().min(0),
});

function refusal(c: Context, { config, faults }: Places, apiKey: string | undefined) {
  const given = c.req.header("key") ?? c.req.query("key");
  if (!given)
    return c.json(fault("Failed to resolve API Key", "steps.oauth.v2.FailedToResolveAPIKey"), 401);
  if (!isSame(given, apiKey)) return c.json(fault("Invalid ApiKey", "oauth.v2.InvalidApiKey"), 401);
  if (config.plan === "premium" && !faults.take("refused")) return undefined;
  const code = "keymanagement.service.InvalidAPICallAsNoApiProductMatchFound";
  return c.json(fault("Invalid API call as no apiproduct match found", code), 403);
}

function isSame(given: string, wanted: string | undefined): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted ?? "")];
  return wanted !== undefined && a.length === b.length && timingSafeEqual(a, b);
}

const Query = z.object({
  dataset: z.string().default("DPA"),
  maxresults: z.coerce.number().int().min(1).max(100).default(100),
  offset: z.coerce.number().int().min(0).default(0),
  minmatch: z.coerce.number().min(0.1).max(1).default(0.3),
  radius: z.coerce.number().min(0.01).max(1000).default(100),
});

interface Found {
  readonly address: MadeAddress;
  readonly match?: number;
}

function answer(c: Context): Response {
  const read = Query.safeParse(c.req.query());
  if (!read.success) return c.json(badRequest(z.prettifyError(read.error)), 400);
  const found = foundBy(c, read.data);
  if (!Array.isArray(found)) return c.json(badRequest(found), 400);
  const { dataset, maxresults, offset } = read.data;
  const datasets = (["DPA", "LPI"] as const).filter((one) => dataset.split(",").includes(one));
  const all = found.flatMap(({ address, match }) =>
    datasets.map((one: Dataset) => presentAddress(address, one, match)),
  );
  const results = all.slice(offset, offset + maxresults);
  const header = {
    uri: c.req.url.replace(/([?&]key=)[^&]*/, "$1"),
    query: [...new URL(c.req.url).searchParams]
      .map(([name, value]) => `${name}=${value}`)
      .join("&"),
    offset,
    totalresults: all.length,
    format: "JSON",
    dataset,
    lr: "EN,CY",
    maxresults,
    epoch: "121",
    lastupdate: "2026-10-28",
    output_srs: "EPSG:27700",
  };
  // The real one leaves the list out where nothing was found.
  return c.json(results.length > 0 ? { header, results } : { header });
}

type Asked = Readonly<Record<string, string>>;
type Operation = (asked: Asked, limits: z.infer<typeof Query>) => Found[] | string;

/** What an operation finds, or what is wrong with the call. */
function foundBy(c: Context, limits: z.infer<typeof Query>): Found[] | string {
  const operation = operations.get(c.req.param("operation") ?? "");
  return operation ? operation(c.req.query(), limits) : "Operation not found";
}

const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  [
    "postcode",
    ({ postcode = "" }) =>
      /^[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d/.test(postcode)
        ? atPostcode(postcode).map(found)
        : `Requested postcode must contain a minimum of the sector plus 1 digit of the district e.g. SO1. Requested postcode was ${postcode}`,
  ],
  [
    "uprn",
    ({ uprn = "" }) =>
      /^\d{1,12}$/.test(uprn) ? withUprn(uprn).map(found) : "Parameter uprn must be numeric",
  ],
  [
    "find",
    ({ query = "" }, { minmatch }) =>
      query ? withWords(query, minmatch) : "Parameter query is missing",
  ],
  [
    "nearest",
    ({ point = "" }, { radius }) => {
      const [easting = Number.NaN, northing = Number.NaN] = point.split(",").map(Number);
      if (Number.isNaN(easting) || Number.isNaN(northing)) return "Parameter point is not valid";
      return around({ easting, northing }, radius).slice(0, 1).map(found);
    },
  ],
]);

function found(address: MadeAddress): Found {
  return { address };
}

function badRequest(message: string) {
  return { error: { statuscode: 400, message } };
}

function fault(faultstring: string, errorcode: string) {
  return { fault: { faultstring, detail: { errorcode } } };
}
