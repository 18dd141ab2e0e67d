import { Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { onDraft } from "../ground/on-draft.ts";
import { FlowPage } from "./flow-page.tsx";

/** The ways through a form. */
export function flowRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get(
    "/services/:service/flow",
    onDraft(parts, async (c, frame) => {
      const flow = await c.var.desk.api.draftFlow(frame.draft.service);
      return c.html(<FlowPage frame={frame} flow={flow} />);
    }),
  );
  return app;
}
