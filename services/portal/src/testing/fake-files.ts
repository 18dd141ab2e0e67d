import type { Draft, ProblemCode } from "@guildhall/contract";
import { type Context, Hono } from "hono";
import type { FakeApi } from "./fake-api.ts";
import { documentOf } from "./tracking.ts";

/** The routes of a draft's files. */
export function fileRoutes(
  api: Pick<FakeApi, "uploads">,
  withDraft: (c: Context, then: (draft: Draft) => Response) => Response,
  problem: (code: ProblemCode) => Response,
): Hono {
  const app = new Hono();
  app.post("/:id/documents", async (c) => {
    const form = await c.req.formData();
    const file = form.get("file") as File;
    api.uploads.push({
      question: form.get("question") as string | null,
      name: file.name,
      bytes: await file.text(),
    });
    const label = form.get("label");
    return withDraft(c, (draft) => {
      const made = documentOf(`doc_${draft.documents.length + 1}`, file.name);
      const document = typeof label === "string" && label ? { ...made, label } : made;
      draft.documents.push(document);
      return c.json(document, 201);
    });
  });
  app.patch("/:id/documents/:document", async (c) => {
    const { label } = (await c.req.json()) as { label: string };
    return withDraft(c, (draft) => {
      const document = draft.documents.find(({ id }) => id === c.req.param("document"));
      if (!document) return problem("not-found");
      document.label = label;
      return c.json(document);
    });
  });
  app.delete("/:id/documents/:document", (c) =>
    withDraft(c, (draft) => {
      draft.documents = draft.documents.filter(({ id }) => id !== c.req.param("document"));
      return c.body(null, 204);
    }),
  );
  return app;
}
