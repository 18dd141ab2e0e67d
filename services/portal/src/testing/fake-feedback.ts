import { Hono } from "hono";

/** Where anyone says what is wrong with a page. */
export function feedbackRoutes(given: unknown[]): Hono {
  const app = new Hono();
  app.post("/", async (c) => {
    given.push(await c.req.json());
    const id = `fbk_${String(given.length).padStart(26, "0")}`;
    return c.json({ id, receivedAt: "2026-11-22T12:00:00.000Z" }, 201);
  });
  return app;
}
