import type { PreviewComment } from "@guildhall/contract";
import { Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { PreviewPage, PreviewsPage } from "../pages/previews-page.tsx";
import { formOf, onceOf } from "./form.ts";
import { doneAt, frameOf, moreOf } from "./frame-of.ts";
import { answerOrRefusal } from "./refusal.ts";

/** Services that are shown before they are published: their links, and what was said of their questions. */
export function previewRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/previews", async (c) => {
    const { data: previews, nextCursor } = await c.var.desk.api.previews(c.req.query("cursor"));
    const page = { ...frameOf(c, parts), previews, more: moreOf(c, nextCursor) };
    return c.html(<PreviewsPage {...page} />);
  });
  app.get("/previews/:id", async (c) => {
    const { api } = c.var.desk;
    const id = c.req.param("id");
    const preview = await api.preview(id);
    const places = placesOf(await api.previewComments(id));
    const page = { ...frameOf(c, parts), preview, places, once: crypto.randomUUID() };
    return c.html(<PreviewPage {...page} />);
  });
  app.post("/previews/:id/end", async (c) => {
    const id = c.req.param("id");
    await c.var.desk.api.endPreview(id);
    return doneAt(c, c.var.office.at.preview(id), "preview-ended");
  });
  app.post("/previews/:id/comments/:comment/deal-with", async (c) => {
    const { id, comment } = c.req.param();
    const once = `${onceOf(await formOf(c))}-${comment}`;
    const call = c.var.desk.api.dealWithPreviewComment(id, comment, once);
    await answerOrRefusal(call, ["invalid-transition"]);
    return doneAt(c, c.var.office.at.preview(id), "comment-dealt-with");
  });
  return app;
}

/** Under each question, in the order of the form. */
function placesOf(said: readonly PreviewComment[]) {
  const nameOf = ({ page, question = "" }: PreviewComment) => `${page}/${question}`;
  const names = [...new Set(said.map(nameOf))];
  return names
    .map((name) => said.filter((one) => nameOf(one) === name))
    .map((here) => ({
      title: here[0]?.title ?? "",
      said: here,
    }));
}
