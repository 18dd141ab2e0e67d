import {
  FieldQuery,
  NewTarget,
  PageQuery,
  pageOf,
  Slug,
  Target,
  TargetChange,
  TargetField,
} from "@guildhall/contract";
import {
  addTarget,
  getTarget,
  listTargetFields,
  listTargets,
  recall,
  removeTarget,
  replaceTarget,
} from "@guildhall/domain";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { ApiDeps } from "../environment.ts";
import { answered, once } from "../once.ts";
import { readJsonUpTo } from "../read-json.ts";
import {
  bearer,
  createRouter,
  idempotencyKey,
  json,
  postRefusals,
  readRefusals,
  refusals,
  writeRefusals,
} from "../router.ts";

const common = { tags: ["Targets"], security: bearer };
const params = z.object({ target: Slug });
/** Five megabytes of schemas, as JSON writes them. */
const readTargetFiles = readJsonUpTo(8 * 1024 * 1024);

const exampleTarget: z.input<typeof NewTarget> = {
  name: "Street works case",
  source: "json-schema",
  files: [
    {
      name: "case.json",
      text: '{"type":"object","required":["title"],"properties":{"title":{"type":"string","maxLength":80},"seenOn":{"type":"string","format":"date"}}}',
    },
  ],
};

const add = createRoute({
  ...common,
  method: "post",
  path: "/",
  operationId: "addTarget",
  summary: "Take in a description of what a receiver takes",
  description:
    "An XML schema or a WSDL 1.1 with all files that it includes, a JSON Schema, an OpenAPI document, or samples. Nothing is fetched: what one file asks for has to be among the others. Where several elements, operations or schemas could be meant, the answer lists each as a fault `root-candidate`, and `root` says which. It is read whole or not at all, and the files are not kept.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, readTargetFiles, once] as const,
  request: { body: { required: true, ...json(NewTarget, exampleTarget) } },
  responses: {
    201: { description: "The target", ...json(Target) },
    ...refusals(...postRefusals),
  },
});

const list = createRoute({
  ...common,
  method: "get",
  path: "/",
  operationId: "listTargets",
  summary: "List targets",
  middleware: [requireCredential] as const,
  request: { query: PageQuery },
  responses: {
    200: { description: "Targets, by id", ...json(pageOf(Target)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const read = createRoute({
  ...common,
  method: "get",
  path: "/{target}",
  operationId: "getTarget",
  summary: "Read about a target",
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 200: { description: "The target", ...json(Target) }, ...refusals(...readRefusals) },
});

const fields = createRoute({
  ...common,
  method: "get",
  path: "/{target}/fields",
  operationId: "listTargetFields",
  summary: "List the fields of a target, in document order",
  description:
    "`q` keeps those in which all of its words are, `under` those within one, `requiredOnly` those that have to be there where what they stand in is there.",
  middleware: [requireCredential] as const,
  request: { params, query: FieldQuery },
  responses: {
    200: { description: "Fields", ...json(pageOf(TargetField)) },
    ...refusals(...readRefusals, "request-invalid", "invalid-text"),
  },
});

const replace = createRoute({
  ...common,
  method: "put",
  path: "/{target}",
  operationId: "replaceTarget",
  summary: "Put a new description in the place of a target's",
  description: "The answer says which fields came, which went, and which are described anew.",
  middleware: [requireCredential, readTargetFiles] as const,
  request: { params, body: { required: true, ...json(NewTarget, exampleTarget) } },
  responses: {
    200: { description: "The target, and what became of its fields", ...json(TargetChange) },
    ...refusals(...writeRefusals),
  },
});

const remove = createRoute({
  ...common,
  method: "delete",
  path: "/{target}",
  operationId: "removeTarget",
  summary: "Remove a target",
  description: "Mappings that name it go on as they are.",
  middleware: [requireCredential] as const,
  request: { params },
  responses: { 204: { description: "Removed" }, ...refusals(...readRefusals) },
});

/** What receivers take, as mappings are made for it. */
export function createTargets({ targets }: Pick<ApiDeps, "targets">) {
  return createRouter()
    .openapi(add, async (c) => {
      const { ctx } = c.var;
      const before = await recall<Target>(ctx);
      const target = before?.answer ?? (await addTarget(ctx, c.req.valid("json"), targets));
      return c.json(target, 201, answered(before, `${ctx.issuer}/v1/targets/${target.id}`));
    })
    .openapi(list, async (c) => c.json(await listTargets(c.var.ctx, c.req.valid("query")), 200))
    .openapi(read, async (c) =>
      c.json(await getTarget(c.var.ctx, c.req.valid("param").target), 200),
    )
    .openapi(fields, async (c) => {
      const { target } = c.req.valid("param");
      return c.json(await listTargetFields(c.var.ctx, target, c.req.valid("query")), 200);
    })
    .openapi(replace, async (c) => {
      const asked = { given: c.req.valid("json"), desk: targets };
      return c.json(await replaceTarget(c.var.ctx, c.req.valid("param").target, asked), 200);
    })
    .openapi(remove, async (c) => {
      await removeTarget(c.var.ctx, c.req.valid("param").target);
      return c.body(null, 204);
    });
}
