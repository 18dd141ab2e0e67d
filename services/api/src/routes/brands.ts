import { Brand, BrandChange, Retention, Slug } from "@guildhall/contract";
import { changeBrand, changeLogo, getRetention, removeLogo } from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import { readJson, readLimited } from "../read-json.ts";
import { bearer, createRouter, json, readRefusals, refusals, writeRefusals } from "../router.ts";

const common = { tags: ["Services"], security: bearer };
const params = z.object({ brand: Slug });
/** A logo may have 100 kB: whoever sends more is told so in words, unless it is far more. */
const largestBytes = 1_000_000;

const example = {
  name: "Exampleshire District Council",
  shortName: "Exampleshire",
  colours: { brand: "#0a5c55", link: "#0b5f6f", linkHover: "#063e49" },
  contact: { telephone: "01632 960000" },
};

const replace = createRoute({
  ...common,
  method: "put",
  path: "/brands/{brand}",
  operationId: "changeBrand",
  summary: "Add or replace a brand",
  description:
    "What it is called, its colours, and how the council is reached. Colours that cannot be read by all are refused. Its logo stays as it is. `getTenant` lists the brands.",
  middleware: [requireCredential, readJson] as const,
  request: { params, body: { required: true, ...json(BrandChange, example) } },
  responses: {
    200: { description: "The brand", ...json(Brand) },
    ...refusals(...writeRefusals, "sign-in-again"),
  },
});

const logo = createRoute({
  ...common,
  method: "put",
  path: "/brands/{brand}/logo",
  operationId: "changeLogo",
  summary: "Put the logo of a brand in its place",
  description:
    "An SVG drawing that holds shapes and nothing else, or a PNG picture, of at most 100 kB.",
  middleware: [requireCredential] as const,
  request: {
    params,
    body: {
      required: true,
      content: {
        "application/octet-stream": { schema: z.string().meta({ format: "binary" }) },
      },
    },
  },
  responses: {
    200: { description: "The brand", ...json(Brand) },
    ...refusals(
      ...readRefusals,
      "signature-invalid",
      "body-too-large",
      "malformed-json",
      "request-invalid",
      "sign-in-again",
    ),
  },
});

const remove = createRoute({
  ...common,
  method: "delete",
  path: "/brands/{brand}/logo",
  operationId: "removeLogo",
  summary: "Take the logo of a brand away",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    204: { description: "Its pages show the name" },
    ...refusals(...readRefusals, "sign-in-again"),
  },
});

const retention = createRoute({
  ...common,
  method: "get",
  path: "/retention",
  operationId: "getRetention",
  summary: "See for how long things are kept",
  description:
    "What the privacy notice of each live service promises, and what the platform forgets by itself.",
  middleware: [requireCredential] as const,
  responses: {
    200: { description: "Days, by service and by kind", ...json(Retention) },
    ...refusals(...readRefusals),
  },
});

/** What a council's pages look like, what its notices promise, and what they say of how it is reached. */
export const brands = createRouter()
  .openapi(replace, async (c) =>
    c.json(await changeBrand(c.var.ctx, c.req.valid("param").brand, c.req.valid("json")), 200),
  )
  .openapi(logo, async (c) => {
    const bytes = await readLimited(c.req.raw, largestBytes);
    return c.json(await changeLogo(c.var.ctx, c.req.valid("param").brand, bytes), 200);
  })
  .openapi(retention, async (c) => c.json(await getRetention(c.var.ctx), 200))
  .openapi(remove, async (c) => {
    await removeLogo(c.var.ctx, c.req.valid("param").brand);
    return c.body(null, 204);
  });
