import type { DraftDefinition } from "@guildhall/contract";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import { anyFault } from "../../pages/fault-summary.tsx";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { changesIn, Entered } from "../ground/part-fields.tsx";
import { answerRemoved } from "../ground/removed-page.tsx";
import { type FieldEdit, saveEdits } from "../ground/save-edits.tsx";
import { nameOfPart } from "../questions/names.ts";
import { listOf, processAddresses } from "./addresses.ts";
import { shownStatus, statusEdit, statusFaults, typedStatus } from "./read-status.ts";
import { StagePage } from "./stage-page.tsx";
import { StatusPage } from "./status-page.tsx";

/** The pages of the stages that a request can stand at, and of the statuses that lead there. */
export function stageRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/services/:service/process/stage", onDraft(parts, showStage));
  app.post("/services/:service/process/stage", onDraft(parts, saveStage));
  app.get("/services/:service/process/status", onDraft(parts, showStatus));
  app.post("/services/:service/process/status", onDraft(parts, saveStatus));
  return app;
}

type Ctx = Context<ConsoleEnv>;

function stageIn(c: Ctx, { draft }: DraftFrame) {
  const id = c.req.query("id");
  const stage = draft.definition.stages.find((one) => one.id === id);
  if (id !== undefined && !stage) throw new NotFound();
  return stage;
}

/** Whether the stage that the address names is there no more. */
function isGone(c: Ctx, { draft }: DraftFrame): boolean {
  const id = c.req.query("id");
  return id !== undefined && !draft.definition.stages.some((one) => one.id === id);
}

function showStage(c: Ctx, frame: DraftFrame): Response | Promise<Response> {
  return c.html(<StagePage frame={frame} stage={stageIn(c, frame)} />);
}

async function saveStage(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const title = fieldOf(fields, "title")?.trim() ?? "";
  const text = (fieldOf(fields, "text") ?? "").replaceAll("\r\n", "\n").trim();
  if (isGone(c, frame)) {
    const entered = [
      ["What it is called", title],
      ["What people read beside it", text],
    ] as const;
    return answerRemoved(c, frame, { entered, list: listOf(frame, "stages") });
  }
  const stage = stageIn(c, frame);
  const onFault = (faults: Faults) => {
    const page = { frame, stage, entered: new Entered(fields), faults };
    return c.html(<StagePage {...page} />, 422);
  };
  if (title === "") return onFault({ title: "Enter what the stage is called" });
  const edits = stage
    ? changesIn(fields, [
        { field: "title", at: `/stages/${stage.id}/title` },
        { field: "text", at: `/stages/${stage.id}/text` },
      ])
    : [addedStage(frame.draft.definition, { title, text })];
  const next = processAddresses(frame.here).list;
  return saveEdits(c, frame, { fields, edits, next, done: "draft-saved", onFault });
}

function addedStage(
  { stages }: DraftDefinition,
  { title, text }: { title: string; text: string },
): FieldEdit {
  const id = nameOfPart("stages", stages, title);
  const item = { id, title, ...(text === "" ? {} : { text }) };
  return { field: "title", edit: { act: "add", to: "/stages", item } };
}

async function statusIn(c: Ctx, { draft }: DraftFrame) {
  const statuses = await c.var.desk.api.draftStatuses(draft.service);
  return statuses.find(({ external }) => external === c.req.query("external"));
}

async function showStatus(c: Ctx, frame: DraftFrame): Promise<Response> {
  const status = await statusIn(c, frame);
  if (!status) throw new NotFound();
  const typed = shownStatus(frame.draft.definition, status);
  return c.html(<StatusPage {...{ frame, status, typed }} />);
}

async function saveStatus(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const status = await statusIn(c, frame);
  const typed = typedStatus(fields);
  if (!status) {
    const entered = [["What people read beside the stage", typed.text]] as const;
    return answerRemoved(c, frame, { entered, list: listOf(frame, "statuses") });
  }
  const onFault = (faults: Faults) =>
    c.html(<StatusPage {...{ frame, status, typed, faults }} />, 422);
  const faults = statusFaults(typed);
  if (anyFault(faults)) return onFault(faults);
  const edits = [statusEdit(frame.draft.definition, status.external, typed)];
  const next = processAddresses(frame.here).list;
  return saveEdits(c, frame, { fields, edits, next, done: "draft-saved", onFault });
}
