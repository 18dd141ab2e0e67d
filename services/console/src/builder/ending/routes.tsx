import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { formOf } from "../../routes/form.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { Entered } from "../ground/part-fields.tsx";
import { saveEdits } from "../ground/save-edits.tsx";
import { endingChanges } from "./ending-fields.ts";
import { EndingPage } from "./ending-page.tsx";

/** What people can say once their request has ended. */
export function endingRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get(
    "/services/:service/after-end",
    onDraft(parts, (c, frame) =>
      c.html(<EndingPage frame={frame} entered={new Entered()} faults={{}} />),
    ),
  );
  app.post("/services/:service/after-end", onDraft(parts, save));
  return app;
}

async function save(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  return saveEdits(c, frame, {
    fields,
    ...endingChanges(fields),
    next: frame.here.afterEnd,
    done: "draft-saved",
    onFault: (faults) =>
      c.html(<EndingPage frame={frame} entered={new Entered(fields)} faults={faults} />, 422),
  });
}
