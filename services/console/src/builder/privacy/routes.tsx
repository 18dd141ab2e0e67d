import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { formOf } from "../../routes/form.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { Entered } from "../ground/part-fields.tsx";
import { saveEdits } from "../ground/save-edits.tsx";
import { privacyChanges } from "./privacy-fields.ts";
import { PrivacyPage } from "./privacy-page.tsx";

/** How a service looks after what people tell it. */
export function privacyRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get(
    "/services/:service/privacy",
    onDraft(parts, (c, frame) =>
      c.html(<PrivacyPage frame={frame} entered={new Entered()} faults={{}} />),
    ),
  );
  app.post("/services/:service/privacy", onDraft(parts, save));
  return app;
}

async function save(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  return saveEdits(c, frame, {
    fields,
    ...privacyChanges(fields, frame.draft.definition),
    next: frame.here.privacy,
    done: "draft-saved",
    onFault: (faults) =>
      c.html(<PrivacyPage frame={frame} entered={new Entered(fields)} faults={faults} />, 422),
  });
}
