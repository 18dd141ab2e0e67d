import type { ProblemCode } from "@guildhall/contract";
import { type Context, Hono } from "hono";
import type { FakeApi } from "./fake-api.ts";
import { documentOf } from "./tracking.ts";

/** What a citizen adds to a request, and where an open page hears of changes. */
export function additionRoutes(
  api: Pick<FakeApi, "notes" | "tracking" | "uploads">,
  problem: (code: ProblemCode) => Response,
): Hono {
  const app = new Hono();
  const open = (c: Context, then: () => Response): Response => {
    const found = api.tracking.get(c.req.param("reference") ?? "");
    if (!found || c.req.header("authorization") !== "Bearer token.process")
      return problem("not-found");
    return found.status === "open" ? then() : problem("process-closed");
  };
  app.post("/:reference/notes", async (c) => {
    const { contents } = (await c.req.json()) as { contents: string };
    return open(c, () => {
      api.notes.push(contents);
      return c.json({}, 201);
    });
  });
  app.post("/:reference/documents", async (c) => {
    const file = (await c.req.formData()).get("file") as File;
    const bytes = await file.text();
    return open(c, () => {
      api.uploads.push({ question: null, name: file.name, bytes });
      return c.json(documentOf(`doc_${api.uploads.length}`, file.name), 201);
    });
  });
  app.get("/:reference/changes", (c) => {
    const found = api.tracking.get(c.req.param("reference"));
    if (!found) return problem("not-found");
    const told = `event: version\ndata: ${found.version}\n\n`;
    return c.body(told, 200, { "Content-Type": "text/event-stream" });
  });
  return app;
}
