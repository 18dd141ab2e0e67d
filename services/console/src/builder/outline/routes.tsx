import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { saveEdits } from "../ground/save-edits.tsx";
import { OutlinePage } from "./outline-page.tsx";
import { ReadPage } from "./read-page.tsx";
import { writtenIn } from "./written.ts";

/** Questions that are written down or pasted, and looked over before they are added. */
export function outlineRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const path = "/services/:service/outline";
  app.get(
    path,
    onDraft(parts, (c, frame) => c.html(<OutlinePage frame={frame} />)),
  );
  app.post(path, onDraft(parts, read));
  return app;
}

/** As many edits as are taken at once. */
const mostEdits = 200;
const tooMany = {
  text: "These are too many pages to add at once. Put questions together below lines that begin with #, or add some first and the others after",
};

async function read(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const written = writtenIn(fields);
  const again = (text: string) =>
    c.html(<OutlinePage frame={frame} text={written.text} faults={{ text }} />, 422);
  if (written.text.trim() === "") return again("Write your questions, one on each line");
  const call = c.var.desk.api.readOutline(frame.draft.service, written);
  const codes = ["request-invalid", "invalid-text", "body-too-large"];
  const { answer: reading } = await answerOrRefusal(call, codes);
  if (!reading) return again("Write fewer than 40,000 characters, and none that cannot be seen");
  const page = { frame, text: written.text, reading };
  if (fieldOf(fields, "act") !== "add" || reading.edits.length === 0)
    return c.html(<ReadPage {...page} />);
  if (reading.edits.length > mostEdits) return c.html(<ReadPage {...page} faults={tooMany} />, 422);
  const edits = reading.edits.map((edit) => ({ edit }));
  const onFault = (faults: Faults) => c.html(<ReadPage {...page} faults={faults} />, 422);
  const next = frame.here.questions;
  return saveEdits(c, frame, { fields, edits, next, done: "questions-added", onFault });
}
