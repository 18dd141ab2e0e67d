import type { DraftConditions } from "@guildhall/contract";
import { fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import { anyFault } from "../../pages/fault-summary.tsx";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import { answerOrRefusal } from "../../routes/refusal.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { answerRemoved } from "../ground/removed-page.tsx";
import { saveEdits } from "../ground/save-edits.tsx";
import { pageAt, questionAt } from "../questions/held.ts";
import { conditionEdits } from "./condition-edits.ts";
import { ConditionPage, type ConditionPageProps } from "./condition-page.tsx";
import { ConditionsPage } from "./conditions-page.tsx";
import { RemoveConditionPage } from "./remove-condition-page.tsx";
import {
  changedRows,
  emptyRow,
  partsOf,
  type TypedCondition,
  typedCondition,
  typedFrom,
} from "./rows.ts";

/** The named conditions of a service: read, made, changed and removed. */
export function conditionRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/services/:service/conditions", onDraft(parts, showAll));
  app.get("/services/:service/conditions/new", onDraft(parts, showOne));
  app.post("/services/:service/conditions/new", onDraft(parts, save));
  app.get("/services/:service/conditions/edit", onDraft(parts, showOne));
  app.post("/services/:service/conditions/edit", onDraft(parts, save));
  app.get("/services/:service/conditions/remove", onDraft(parts, showRemove));
  app.post("/services/:service/conditions/remove", onDraft(parts, remove));
  return app;
}

async function showAll(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const { conditions } = await knownTo(c, frame);
  return c.html(<ConditionsPage frame={frame} conditions={conditions} />);
}

function knownTo(c: Context<ConsoleEnv>, { draft }: DraftFrame): Promise<DraftConditions> {
  return c.var.desk.api.draftConditions(draft.service);
}

/** The condition that an address names, and the part that a new one is for. */
function toldBy(c: Context<ConsoleEnv>, { draft }: DraftFrame, known: DraftConditions) {
  const id = c.req.query("id");
  const condition = known.conditions.find((one) => one.id === id);
  if (id !== undefined && !condition) throw new NotFound();
  const at = c.req.query("for") ?? "";
  const title =
    pageAt(draft.definition, at)?.title ?? questionAt(draft.definition, at)?.question.label;
  const target = title === undefined ? undefined : { at, title };
  return { condition, target, isForGone: at !== "" && !target };
}

async function showOne(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const known = await knownTo(c, frame);
  const told = toldBy(c, frame, known);
  const { condition } = told;
  const typed: TypedCondition = condition
    ? typedFrom(condition.name, condition.parts)
    : { name: "", join: "all", rows: [emptyRow] };
  const page = { frame, known, ...told, typed, sentence: condition?.sentence };
  return c.html(<ConditionPage {...page} />);
}

async function save(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const known = await knownTo(c, frame);
  const typedNow = typedCondition(fields);
  if (isGone(c, known))
    return gone(c, frame, { typed: typedNow, known, list: conditionList(frame) });
  const told = toldBy(c, frame, known);
  if (told.isForGone) return gone(c, frame, { typed: typedNow, known, list: questionList(frame) });
  const does = fieldOf(fields, "do") ?? "save";
  const typed = changedRows(typedNow, does);
  const page: ConditionPageProps = { frame, known, ...told, typed };
  const read = await reading(c, frame, { typed, known });
  if (does !== "save") return c.html(<ConditionPage {...page} sentence={read.sentence} />);
  const show = (faults: Faults) =>
    c.html(<ConditionPage {...page} sentence={read.sentence} faults={faults} />, 422);
  if (!read.when || anyFault(read.faults)) return show(read.faults);
  const said = { name: typed.name || named(read.sentence), when: read.when.logic };
  const { edits, next } = conditionEdits(frame, told, said);
  return saveEdits(c, frame, { fields, edits, next, done: "condition-saved", onFault: show });
}

/** Whether the condition that the address names is there no more. */
function isGone(c: Context<ConsoleEnv>, { conditions }: DraftConditions): boolean {
  const id = c.req.query("id");
  return id !== undefined && !conditions.some((one) => one.id === id);
}

/** Say that it was removed, and what was entered: as a sentence, or what it was compared with while it is none yet. */
async function gone(
  c: Context<ConsoleEnv>,
  frame: DraftFrame,
  put: { typed: TypedCondition; known: DraftConditions; list: PartList },
): Promise<Response> {
  const { name, rows } = put.typed;
  const { sentence } = await reading(c, frame, put);
  const said = sentence || rows.flatMap(({ values }) => values).join("\n");
  const entered = [
    ["Name", name],
    ["It holds if", said],
  ] as const;
  return answerRemoved(c, frame, { entered, list: put.list });
}

interface PartList {
  readonly words: string;
  readonly href: string;
}

function conditionList({ here }: DraftFrame): PartList {
  return { words: "Conditions", href: here.conditions };
}

/** The list of what a new condition was to be for. */
function questionList({ here }: DraftFrame): PartList {
  return { words: "Questions", href: here.questions };
}

interface Reading {
  readonly faults: Faults;
  readonly sentence: string;
  readonly when?: { readonly logic: unknown };
}

/** What a condition says, as the API reads it; or what is missing from it. */
async function reading(
  c: Context<ConsoleEnv>,
  { draft }: DraftFrame,
  { typed, known }: { typed: TypedCondition; known: DraftConditions },
): Promise<Reading> {
  // A condition cannot go by itself.
  const conditions = known.conditions.filter(({ id }) => id !== c.req.query("id"));
  const put = partsOf(typed, { ...known, conditions });
  if ("faults" in put) return { faults: put.faults, sentence: "" };
  const call = c.var.desk.api.conditionReading(draft.service, put.parts);
  const { answer, refused } = await answerOrRefusal(call, ["request-invalid"]);
  if (answer) return { faults: {}, sentence: answer.sentence, when: { logic: answer.when } };
  const [fault] = refused.faults;
  return { faults: { "row-0-about": fault?.detail ?? "This cannot be used" }, sentence: "" };
}

/** A condition without a name is called by what it says. */
function named(sentence: string): string {
  const name = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return name.length > 200 ? `${name.slice(0, 199)}…` : name;
}

async function showRemove(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const { condition } = toldBy(c, frame, await knownTo(c, frame));
  if (!condition) throw new NotFound();
  return c.html(<RemoveConditionPage frame={frame} condition={condition} />);
}

async function remove(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const known = await knownTo(c, frame);
  const { condition } = isGone(c, known) ? {} : toldBy(c, frame, known);
  if (!condition) {
    return answerRemoved(c, frame, { entered: [], list: conditionList(frame) });
  }
  const page = { frame, condition };
  if (condition.uses.length > 0) return c.html(<RemoveConditionPage {...page} />, 409);
  const onFault = (faults: Faults) =>
    c.html(<RemoveConditionPage {...page} faults={faults} />, 422);
  const edits = [{ edit: { act: "remove", at: condition.at } as const }];
  const next = frame.here.conditions;
  return saveEdits(c, frame, { fields, edits, next, done: "condition-removed", onFault });
}
