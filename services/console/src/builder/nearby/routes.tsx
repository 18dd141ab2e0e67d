import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { formOf } from "../../routes/form.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { Entered } from "../ground/part-fields.tsx";
import { saveEdits } from "../ground/save-edits.tsx";
import { nearbyChanges } from "./nearby-fields.ts";
import { NearbyPage } from "./nearby-page.tsx";

/** What people see of the requests of others near theirs. */
export function nearbyRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get(
    "/services/:service/nearby",
    onDraft(parts, (c, frame) =>
      c.html(<NearbyPage frame={frame} entered={new Entered()} faults={{}} />),
    ),
  );
  app.post("/services/:service/nearby", onDraft(parts, save));
  return app;
}

async function save(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  return saveEdits(c, frame, {
    fields,
    ...nearbyChanges(fields),
    next: frame.here.nearby,
    done: "draft-saved",
    onFault: (faults) =>
      c.html(<NearbyPage frame={frame} entered={new Entered(fields)} faults={faults} />, 422),
  });
}
