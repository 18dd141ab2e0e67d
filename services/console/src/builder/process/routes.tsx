import type { DraftDefinition, Edit } from "@guildhall/contract";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { changesIn, Entered } from "../ground/part-fields.tsx";
import { answerRemoved } from "../ground/removed-page.tsx";
import { saveEdits } from "../ground/save-edits.tsx";
import { anchorOf, listOf, processAddresses } from "./addresses.ts";
import { ProcessPage } from "./process-page.tsx";
import { RemovePage } from "./remove-page.tsx";
import { stageRoutes } from "./stage-routes.tsx";
import { titleOf } from "./step-line.tsx";
import { stepRoutes } from "./step-routes.tsx";

/** What happens to a form that is sent in: steps, stages, the promise of an answer, and who is told what. */
export function processRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const at = "/services/:service/process";
  app.get(
    at,
    onDraft(parts, (c, frame) => showAll(c, frame)),
  );
  app.post(`${at}/act`, onDraft(parts, move));
  app.post(`${at}/promise`, onDraft(parts, savePromise));
  app.get(
    `${at}/remove`,
    onDraft(parts, (c, frame) => showRemove(c, frame)),
  );
  app.post(`${at}/remove`, onDraft(parts, remove));
  for (const routes of [stepRoutes, stageRoutes]) app.route("/", routes(parts));
  return app;
}

type Ctx = Context<ConsoleEnv>;

async function showAll(
  c: Ctx,
  frame: DraftFrame,
  again?: { readonly entered: Entered; readonly faults: Faults },
): Promise<Response> {
  const { api } = c.var.desk;
  const { service } = frame.draft;
  const [kinds, { conditions }, connectors, statuses, readiness] = await Promise.all([
    api.stepKinds(),
    api.draftConditions(service),
    api.connectors(),
    api.draftStatuses(service),
    api.readiness(service),
  ]);
  const findings = readiness.sections.find(({ section }) => section === "process")?.findings ?? [];
  const page = { frame, kinds, conditions, connectors, statuses, findings, ...again };
  return c.html(<ProcessPage {...page} />, again ? 422 : 200);
}

/** Move what was pressed one place up or down in its list. */
async function move(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const [does = "", at = ""] = (fieldOf(fields, "do") ?? "").split(" ");
  const { list } = processAddresses(frame.here);
  const onFault = (faults: Faults) => showAll(c, frame, { entered: new Entered(), faults });
  const edit = movement(frame.draft.definition, does, at);
  if (!edit) return c.redirect(list, 303);
  const next = `${list}#${anchorOf(at)}`;
  return saveEdits(c, frame, { fields, edits: [{ edit }], next, onFault });
}

function movement(definition: DraftDefinition, does: string, at: string): Edit | undefined {
  const items = itemsAround(definition, at);
  const place = items.findIndex(({ id }) => at.endsWith(`/${id}`));
  const behind = does === "up" ? place - 2 : place + 1;
  const canMove = does === "up" ? place > 0 : place >= 0 && place < items.length - 1;
  if (!canMove || (does !== "up" && does !== "down")) return undefined;
  return { act: "move", at, after: items[behind]?.id ?? null };
}

function itemsAround(
  { steps = [], stages }: DraftDefinition,
  at: string,
): readonly { readonly id: string }[] {
  if (at.startsWith("/steps/")) return steps;
  return at.startsWith("/stages/") ? stages : [];
}

async function savePromise(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const onFault = (faults: Faults) => showAll(c, frame, { entered: new Entered(fields), faults });
  const days = fieldOf(fields, "days")?.trim() ?? "";
  const isDays = days === "" || (/^\d{1,2}$/.test(days) && Number(days) <= 60);
  if (!isDays) return onFault({ days: "Enter a number of working days from 0 to 60" });
  const edits = changesIn(fields, [
    { field: "days", at: "/target/firstResponseWorkingDays", read: Number },
    { field: "promise", at: "/target/text" },
  ]);
  const next = processAddresses(frame.here).list;
  return saveEdits(c, frame, { fields, edits, next, done: "draft-saved", onFault });
}

/** The step or stage that an address names, and what it is called. */
async function removableIn(c: Ctx, frame: DraftFrame) {
  const at = c.req.query("at") ?? "";
  const { steps = [], stages } = frame.draft.definition;
  const stage = stages.find(({ id }) => at === `/stages/${id}`);
  if (stage) return { at, title: stage.title };
  const step = steps.find(({ id }) => at === `/steps/${id}`);
  if (!step) throw new NotFound();
  const connectors = await c.var.desk.api.connectors();
  return { at, title: titleOf(step, { frame, connectors, kinds: [], conditions: [] }) };
}

/** The list of a step or stage that is there no more. */
function listWhereGone(at: string, frame: DraftFrame) {
  const [, list = "", id] = at.split("/");
  if (list !== "steps" && list !== "stages") return undefined;
  const items: readonly { readonly id: string }[] = frame.draft.definition[list] ?? [];
  return items.some((one) => one.id === id) ? undefined : listOf(frame, list);
}

async function showRemove(c: Ctx, frame: DraftFrame, faults?: Faults): Promise<Response> {
  const removable = await removableIn(c, frame);
  const uses = await c.var.desk.api.partUses(frame.draft.service, removable.at);
  const page = { frame, ...removable, uses, ...(faults && { faults }) };
  return c.html(<RemovePage {...page} />, faults ? 422 : 200);
}

async function remove(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const removed = listWhereGone(c.req.query("at") ?? "", frame);
  if (removed) return answerRemoved(c, frame, { entered: [], list: removed });
  const { at } = await removableIn(c, frame);
  const next = processAddresses(frame.here).list;
  const edits = [{ edit: { act: "remove", at } as const }];
  const onFault = (faults: Faults) => showRemove(c, frame, faults);
  return saveEdits(c, frame, { fields, edits, next, done: "draft-saved", onFault });
}
