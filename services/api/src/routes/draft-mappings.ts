import {
  LineQuery,
  MappingLines,
  MappingOptions,
  MappingPreview,
  MappingSources,
  NewMappingPreview,
  OptionQuery,
  Slug,
} from "@guildhall/contract";
import {
  listMappingLines,
  listMappingSources,
  matchMappingOptions,
  previewMapping,
} from "@guildhall/domain";
import { createRoute } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { ApiDeps } from "../environment.ts";
import { several } from "../filters.ts";
import { createRouter, json, readRefusals, refusals, writeRefusals } from "../router.ts";
import { common, params, readDraft } from "./service-drafts.ts";

const place = params.extend({ mapping: Slug });
/** Of each line that is asked for by name. */
const lineQuery = LineQuery.extend({ target: several(LineQuery.shape.target.unwrap().element) });

const lines = createRoute({
  ...common,
  method: "get",
  path: "/{service}/mappings/{mapping}/lines",
  operationId: "listMappingLines",
  summary: "Lay a mapping of a draft beside what its receiver takes",
  description:
    "A line for each field in the receiver's order, and one for each row that writes to none: how it stands, the rows that write to it in words and with what they make of a sample, where an edit adds a row, and what may be meant where nothing is written. What the receiver takes comes from the description that the mapping names, else from its back office as it is now; where neither is known, `target` says why.",
  middleware: [requireCredential] as const,
  request: { params: place, query: lineQuery },
  responses: {
    200: { description: "The lines", ...json(MappingLines) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const preview = createRoute({
  ...common,
  method: "post",
  path: "/{service}/mappings/{mapping}/preview",
  operationId: "previewMapping",
  summary: "See the document that a mapping of a draft makes of a sample",
  description:
    "Of a scenario's answers, of answers that are given, or of some that are made up to fit the form. What cannot be written is left out, and each fault is told at its row. Nothing is sent and nothing is kept, so it may be asked as often as you like.",
  middleware: [requireCredential, readDraft] as const,
  request: {
    params: place,
    body: { required: true, ...json(NewMappingPreview, {}) },
  },
  responses: {
    200: { description: "The document", ...json(MappingPreview) },
    ...refusals(...writeRefusals),
  },
});

const sources = createRoute({
  ...common,
  method: "get",
  path: "/{service}/mappings/{mapping}/sources",
  operationId: "listMappingSources",
  summary: "List what the rows of a mapping can be made of",
  description:
    "Questions by page, facts, datasets with their columns, named conditions, and the kinds of changes with the settings of each, all in words.",
  middleware: [requireCredential] as const,
  request: { params: place },
  responses: {
    200: { description: "What there is", ...json(MappingSources) },
    ...refusals(...readRefusals),
  },
});

const options = createRoute({
  ...common,
  method: "get",
  path: "/{service}/mappings/{mapping}/options",
  operationId: "matchMappingOptions",
  summary: "Lay a question's options beside the values that a field takes",
  description:
    "With what is likely meant by each. Where the back office can be asked, they are its values as they are now.",
  middleware: [requireCredential] as const,
  request: { params: place, query: OptionQuery },
  responses: {
    200: { description: "Options and values", ...json(MappingOptions) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

/** What the mappings of a draft make of answers, beside what receivers take. */
export function createDraftMappings({ targets }: Pick<ApiDeps, "targets">) {
  return createRouter()
    .openapi(lines, async (c) => {
      const asked = { ...c.req.valid("param"), query: c.req.valid("query") };
      return c.json(await listMappingLines(c.var.ctx, asked, targets), 200);
    })
    .openapi(preview, async (c) => {
      const asked = { ...c.req.valid("param"), asked: c.req.valid("json") };
      return c.json(await previewMapping(c.var.ctx, asked, targets), 200);
    })
    .openapi(sources, async (c) =>
      c.json(await listMappingSources(c.var.ctx, c.req.valid("param")), 200),
    )
    .openapi(options, async (c) => {
      const asked = { ...c.req.valid("param"), query: c.req.valid("query") };
      return c.json(await matchMappingOptions(c.var.ctx, asked, targets), 200);
    });
}
