import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import { anyFault } from "../../pages/fault-summary.tsx";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { saveEdits } from "../ground/save-edits.tsx";
import { questionAddresses } from "./addresses.ts";
import { type HeldQuestion, pageAt, questionAt } from "./held.ts";
import { MovePage, PatternsPage, RemovePage } from "./moving-pages.tsx";
import { removedMeanwhile } from "./removed.ts";

/** Where questions are moved to, taken out, and put in as they are asked elsewhere. */
export function arrangeRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get(
    "/services/:service/questions/move",
    onDraft(parts, (c, frame) => c.html(<MovePage frame={frame} held={movable(c, frame)} />)),
  );
  app.post("/services/:service/questions/move", onDraft(parts, move));
  app.get(
    "/services/:service/questions/remove",
    onDraft(parts, (c, frame) => showRemove(c, frame, {})),
  );
  app.post("/services/:service/questions/remove", onDraft(parts, remove));
  app.get(
    "/services/:service/questions/patterns",
    onDraft(parts, (c, frame) => showPatterns(c, frame, {})),
  );
  app.post("/services/:service/questions/patterns", onDraft(parts, insert));
  return app;
}

function movable(c: Context<ConsoleEnv>, { draft }: DraftFrame): HeldQuestion {
  const held = questionAt(draft.definition, c.req.query("at") ?? "");
  if (!held || held.group) throw new NotFound();
  return held;
}

async function move(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  if (isGone(c, frame)) return removedMeanwhile(c, frame, { fields, names: [] });
  const held = movable(c, frame);
  const { at, question } = held;
  const show = (faults: Faults) => c.html(<MovePage {...{ frame, held, faults }} />, 422);
  const page = pageAt(frame.draft.definition, fieldOf(fields, "page") ?? "");
  if (!page) return show({ page: "Choose another page: this one was removed meanwhile" });
  const list = `/form/pages/${page.id}/questions`;
  const edits = [{ edit: { act: "move", at, to: list } as const }];
  const next = questionAddresses(frame.here).placed(`${list}/${question.id}`, "moved");
  return saveEdits(c, frame, { fields, edits, next, onFault: show });
}

/** Whether neither a page nor a question is any more where the address says. */
function isGone(c: Context<ConsoleEnv>, { draft: { definition } }: DraftFrame): boolean {
  const at = c.req.query("at") ?? "";
  return !pageAt(definition, at) && !questionAt(definition, at);
}

function removable(c: Context<ConsoleEnv>, { draft: { definition } }: DraftFrame) {
  const at = c.req.query("at") ?? "";
  const page = pageAt(definition, at);
  if (page) return { at, title: page.title, kind: "page" } as const;
  const held = questionAt(definition, at);
  if (!held) throw new NotFound();
  return { at, title: held.question.label, kind: "question" } as const;
}

async function showRemove(
  c: Context<ConsoleEnv>,
  frame: DraftFrame,
  faults: Faults,
): Promise<Response> {
  const part = removable(c, frame);
  const uses = await c.var.desk.api.partUses(frame.draft.service, part.at);
  const page = { frame, ...part, uses, faults };
  return c.html(<RemovePage {...page} />, anyFault(faults) ? 422 : 200);
}

async function remove(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  if (isGone(c, frame)) return removedMeanwhile(c, frame, { fields, names: [] });
  const { at, kind } = removable(c, frame);
  const next = frame.here.questions;
  const done = `${kind}-removed` as const;
  const edits = [{ edit: { act: "remove", at } as const }];
  const onFault = (faults: Faults) => showRemove(c, frame, faults);
  return saveEdits(c, frame, { fields, edits, next, done, onFault });
}

async function showPatterns(
  c: Context<ConsoleEnv>,
  frame: DraftFrame,
  faults: Faults,
): Promise<Response> {
  const { data } = await c.var.desk.api.servicePatterns();
  const page = { frame, patterns: data, faults };
  return c.html(<PatternsPage {...page} />, anyFault(faults) ? 422 : 200);
}

async function insert(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const pattern = fieldOf(fields, "pattern") ?? "";
  if (!/^[a-z0-9-]{1,80}$/.test(pattern))
    return showPatterns(c, frame, { pattern: "Select what you want to ask" });
  const edit = { act: "insert", pattern, to: fieldOf(fields, "to") ?? "/form/pages" } as const;
  const next = frame.here.questions;
  const onFault = (faults: Faults) => showPatterns(c, frame, faults);
  const edits = [{ edit, field: "pattern" }];
  return saveEdits(c, frame, { fields, edits, next, done: "pattern-inserted", onFault });
}
