import type { Service } from "@guildhall/contract";
import { noiseService } from "@guildhall/question-view/testing";
import { type Context, Hono } from "hono";

/** What is secret in the link of the one preview that the fake has. */
export const previewKey = "p".repeat(43);

/** A service that is shown before it is published, and what is said of it. */
export function previewRoutes(
  said: unknown[],
  inLanguage: (c: Context, service: Service) => Service,
): Hono {
  const app = new Hono();
  app.get("/:key", (c) =>
    c.json({
      name: "First try",
      service: inLanguage(c, noiseService),
      showsComments: false,
      expiresAt: "2026-12-22T12:00:00.000Z",
    }),
  );
  app.post("/:key/comments", async (c) => {
    const comment = await c.req.json();
    said.push(comment);
    const id = `cmt_${String(said.length).padStart(26, "0")}`;
    const at = "2026-11-22T12:00:00.000Z";
    return c.json({ ...comment, id, title: "Source", state: "new", at }, 201);
  });
  return app;
}
