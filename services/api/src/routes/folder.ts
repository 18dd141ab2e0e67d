import { FolderImport, Id, Problem, Slug } from "@guildhall/contract";
import { contentDisposition } from "@guildhall/documents";
import {
  approveFolderImport,
  exportService,
  exportTenant,
  type GivenFolder,
  getFolderImport,
  planFolderImport,
  recall,
} from "@guildhall/domain";
import {
  ArchiveRefused,
  type FolderFault,
  packFolder,
  readApart,
  type Tree,
  writeFolder,
} from "@guildhall/folder";
import { createRoute, z } from "@hono/zod-openapi";
import { requireCredential } from "../authenticate.ts";
import type { ApiDeps } from "../environment.ts";
import { answered, once } from "../once.ts";
import { readLimited } from "../read-json.ts";
import { bearer, createRouter, idempotencyKey, json, readRefusals, refusals } from "../router.ts";

const common = { tags: ["Folder"], security: bearer };
const zip = "application/zip";
const archive = { content: { [zip]: { schema: z.string().meta({ format: "binary" }) } } };
const largestBytes = 20_000_000;
/** A folder that is wrong all over says as much in its first faults. */
const mostFaults = 100;

const whole = createRoute({
  ...common,
  method: "get",
  path: "/folder",
  operationId: "exportFolder",
  summary: "Export all that was set up, as a folder",
  middleware: [requireCredential] as const,
  description:
    "A zip archive with the files of a tenant's folder: brands, connections, services that are live, in the making or withdrawn, tables, schemas and targets. Credentials and secrets are never in it; connections only with the scope `connectors:read`. The same things are the same bytes. A test key of the sandbox is refused with `scope-missing`: it exports one service at a time.",
  responses: {
    200: { description: "The folder", ...archive },
    ...refusals(...readRefusals),
  },
});

const one = createRoute({
  ...common,
  method: "get",
  path: "/services/{service}/folder",
  operationId: "exportService",
  summary: "Export a service, as a folder",
  middleware: [requireCredential] as const,
  description:
    "The service as it is live and in the making, with the tables, schemas and targets that its mappings name.",
  request: { params: z.object({ service: Slug }) },
  responses: {
    200: { description: "The folder", ...archive },
    ...refusals(...readRefusals),
  },
});

const plan = createRoute({
  ...common,
  method: "post",
  path: "/folder-imports",
  operationId: "planFolderImport",
  summary: "Say what a folder would change",
  description:
    "Takes a zip archive of at most 20 MB with a tenant's folder or a part of it; a `cookbook` folder may lie beside it. Its YAML files may have 512 KB each and 4 MB in all, and there may be 200 services. Brands, tables and schemas are live at once, so they are taken with the scope `connectors:write`, as connections are, and left out otherwise. One is planned at a time, and the latest five are kept. Nothing is changed: the answer says what would come and change and what is not taken, and is kept for a day to be approved. A folder that cannot be read is refused whole, with each fault in a sentence, and so is one that takes longer than half a minute to read.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, once] as const,
  request: { body: { required: true, ...archive } },
  responses: {
    201: { description: "What would be done", ...json(FolderImport) },
    ...refusals(
      ...readRefusals,
      "signature-invalid",
      "media-type-unsupported",
      "body-too-large",
      "malformed-json",
      "request-invalid",
      "idempotency-key-missing",
      "idempotency-mismatch",
    ),
  },
});

const params = z.object({ id: Id });

const read = createRoute({
  ...common,
  method: "get",
  path: "/folder-imports/{id}",
  operationId: "getFolderImport",
  summary: "See what an import would change, or has changed",
  middleware: [requireCredential] as const,
  request: { params },
  responses: {
    200: { description: "The import", ...json(FolderImport) },
    ...refusals(...readRefusals),
  },
});

const approve = createRoute({
  ...common,
  method: "post",
  path: "/folder-imports/{id}/approve",
  operationId: "approveFolderImport",
  summary: "Do what an import says that it would",
  description:
    "All of it is done or nothing. Services become drafts, or one revision of the draft that there is; nothing goes live. Where something that it would change was changed meanwhile, it is refused, and the folder has to be planned anew. An import that changes connections, brands, tables or schemas asks for `connectors:write` as well.",
  parameters: [idempotencyKey],
  middleware: [requireCredential, once] as const,
  request: { params },
  responses: {
    200: { description: "What was done", ...json(FolderImport) },
    ...refusals(
      "sign-in-again",
      ...readRefusals,
      "signature-invalid",
      "invalid-transition",
      "precondition-failed",
      "recipe-part-locked",
      "idempotency-key-missing",
      "idempotency-mismatch",
    ),
  },
});

/** What was set up, as the files of a folder: out, and in again as a plan that somebody approves. */
export function createFolder({ mayCall }: Pick<ApiDeps, "mayCall">) {
  return createRouter()
    .openapi(whole, async (c) => {
      const { tenant, contents } = await exportTenant(c.var.ctx);
      return sent(c.req.raw, await writeFolder(contents, tenant), [tenant.id]);
    })
    .openapi(one, async (c) => {
      const { ctx } = c.var;
      const { service } = c.req.valid("param");
      const tree = await writeFolder(await exportService(ctx, service));
      return sent(c.req.raw, tree, [ctx.tenant.id, service]);
    })
    .openapi(plan, async (c) => {
      const { ctx } = c.var;
      const made = await planFolderImport(ctx, () => opened(c.req.raw), mayCall);
      return c.json(made, 201, answered(undefined, `${ctx.issuer}/v1/folder-imports/${made.id}`));
    })
    .openapi(read, async (c) =>
      c.json(await getFolderImport(c.var.ctx, c.req.valid("param").id), 200),
    )
    .openapi(approve, async (c) => {
      const { ctx } = c.var;
      const before = await recall<FolderImport>(ctx);
      const { id } = c.req.valid("param");
      const done = before?.answer ?? (await approveFolderImport(ctx, id, { mayCall }));
      return c.json(done, 200, answered(before));
    });
}

function sent({ method }: Request, tree: Tree, names: readonly [string, ...string[]]): Response {
  const headers = {
    "Content-Type": zip,
    "Content-Disposition": contentDisposition(`${names.join("-")}.zip`),
    "Cache-Control": "no-store",
  };
  return new Response(method === "HEAD" ? null : packFolder(tree, names[0]), { headers });
}

/** @throws Problem `media-type-unsupported`, `body-too-large`, `request-invalid` with all that is wrong */
async function opened(request: Request): Promise<GivenFolder> {
  const [type] = (request.headers.get("content-type") ?? "").split(";");
  if (type?.trim().toLowerCase() !== zip) throw new Problem("media-type-unsupported");
  const bytes = await readLimited(request, largestBytes);
  try {
    const folder = await readApart(bytes);
    if ("faults" in folder) throw refused(folder.faults.map(faultOf));
    return folder;
  } catch (error) {
    if (!(error instanceof ArchiveRefused)) throw error;
    throw refused([{ pointer: "", code: "unreadable", detail: error.message }]);
  }
}

type Said = { readonly pointer: string; readonly code: string; readonly detail: string };

function refused(faults: readonly Said[]): Problem {
  return new Problem("request-invalid", { faults: faults.slice(0, mostFaults) });
}

function faultOf({ file, line, sentence }: FolderFault): Said {
  const pointer = `/${file.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return { pointer, code: "unreadable", detail: `${file}, line ${line}: ${sentence}` };
}
