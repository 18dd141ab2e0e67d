import { type Edit, NewEdits } from "@guildhall/contract";
import { fieldOf } from "@guildhall/ui";
import { Hono } from "hono";
import { wayOn } from "../../addresses.ts";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import type { Faults } from "../../pages/frame.ts";
import { FormRefused, formOf } from "../../routes/form.ts";
import { NotSavedPage } from "./not-saved-page.tsx";
import { onDraft } from "./on-draft.ts";
import { saveEdits } from "./save-edits.tsx";

/** Edits as a page of ours put them together: those of somebody who chose their own over another's. */
export function editsRoute(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.post(
    "/services/:service/edits",
    onDraft(parts, async (c, frame) => {
      const fields = await formOf(c);
      const edits = editsOf(fieldOf(fields, "edits"));
      const next = wayOn(frame.here.home, fieldOf(fields, "next"));
      const onFault = (faults: Faults) =>
        c.html(<NotSavedPage {...{ frame, faults, edits, next }} />, 422);
      const saved = edits.map((edit) => ({ edit }));
      return saveEdits(c, frame, { fields, edits: saved, next, done: "draft-saved", onFault });
    }),
  );
  return app;
}

/** @throws FormRefused where they are none that a page of ours sends */
function editsOf(text = ""): Edit[] {
  try {
    return NewEdits.shape.edits.parse(JSON.parse(text));
  } catch {
    throw new FormRefused();
  }
}
