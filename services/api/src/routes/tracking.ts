import { Reference, Tracking } from "@guildhall/contract";
import { openTracking, trackProcess } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import type { ApiDeps } from "../environment.ts";
import { LanguageQuery, languageHeaders, languageOf, sayLanguage } from "../language.ts";
import { readJson } from "../read-json.ts";
import { anyone, createRouter, json, refusals, writeRefusals } from "../router.ts";
import { createAdditions } from "./additions.ts";
import { createChanges } from "./changes.ts";
import { endings } from "./endings.ts";

const params = z.object({ reference: Reference });
const tags = ["Tracking"];

const track = createRoute({
  method: "get",
  path: "/{reference}",
  operationId: "trackProcess",
  summary: "Follow a process by its public reference",
  description:
    "Without a token: the stage and what the council does, no personal data. With the citizen's own token: everything.",
  tags,
  security: [{}, { bearer: [] }],
  request: { params, query: LanguageQuery },
  responses: {
    200: { description: "How far it has got", headers: languageHeaders, ...json(Tracking) },
    ...refusals(),
  },
});

const TrackingKey = z.strictObject({ key: z.string().max(60) }).meta({ id: "TrackingKey" });

const open = createRoute({
  method: "post",
  path: "/{reference}/token",
  operationId: "openTracking",
  summary: "Get the citizen's token for the key in a tracking link",
  tags,
  security: anyone,
  middleware: [readJson] as const,
  request: {
    params,
    body: {
      required: true,
      ...json(TrackingKey, { key: "4v7tq2m8rk9w1x5z3c6n0b8d2h" }),
    },
  },
  responses: {
    200: {
      description: "The token",
      ...json(z.object({ token: z.string(), expiresInS: z.int() }).meta({ id: "TrackingToken" })),
    },
    ...refusals(...writeRefusals),
  },
});

const following = createRouter()
  .openapi(track, async (c) => {
    const { reference } = c.req.valid("param");
    const language = languageOf(c, c.req.valid("query").language);
    const tracking = await trackProcess(c.var.ctx, reference, language);
    c.var.views.record(c.var.ctx, tracking);
    sayLanguage(c, [tracking.languages.includes(language) ? language : "en"]);
    return c.json(tracking, 200);
  })
  .openapi(open, async (c) => {
    const { reference } = c.req.valid("param");
    return c.json(await openTracking(c.var.ctx, reference, c.req.valid("json").key), 200);
  });

/** What anyone, and what its citizen, can do with a process by its reference. */
export function createTracking({ files, live }: Pick<ApiDeps, "files" | "live">) {
  const router = createRouter();
  for (const part of [following, endings, createAdditions(files), createChanges(live)])
    router.route("/", part);
  return router;
}
