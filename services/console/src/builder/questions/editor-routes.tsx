import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import { anyFault } from "../../pages/fault-summary.tsx";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import { wantsJson } from "../../routes/wants-json.ts";
import { wayFrom } from "../conditions/new-condition-button.tsx";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { type FieldEdit, saveEdits } from "../ground/save-edits.tsx";
import { questionAddresses } from "./addresses.ts";
import { changesRows } from "./calculation/rows.ts";
import { EditorPage, type EditorPageProps, EditorPreview } from "./editor-page.tsx";
import { type HeldQuestion, questionAt, questionListAt } from "./held.ts";
import { newQuestion } from "./new-question.ts";
import { isQuestionType, questionTypes } from "./question-types.ts";
import {
  blankQuestion,
  changedSince,
  editsOf,
  readQuestion,
  type Shown,
  shownOf,
  typedIn,
} from "./read-question.ts";
import { namesOfTexts, removedMeanwhile } from "./removed.ts";
import { TypePage } from "./type-page.tsx";
import { welshEdits, welshFields, welshShown } from "./welsh-fields.ts";

/** Questions one by one: new ones, and what is said of those that are there. */
export function editorRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/services/:service/questions/add", onDraft(parts, chooseType));
  app.get("/services/:service/questions/add/:type", onDraft(parts, showNew));
  app.post("/services/:service/questions/add/:type", onDraft(parts, add));
  app.get("/services/:service/questions/edit", onDraft(parts, showEditor));
  app.post("/services/:service/questions/edit", onDraft(parts, save));
  return app;
}

function chooseType(c: Context<ConsoleEnv>, frame: DraftFrame): Response | Promise<Response> {
  const { list, into } = listOf(c, frame);
  const type = c.req.query("type");
  if (type !== undefined && isQuestionType(type)) {
    return c.redirect(questionAddresses(frame.here).add(type, list), 303);
  }
  const faults = type === undefined ? {} : { type: "Select what kind of answer it takes" };
  const types = Object.keys(questionTypes).filter(isQuestionType);
  const offered = types.filter((one) => !into.group || !large.has(one));
  const title = into.group?.label ?? into.page.title;
  return c.html(
    <TypePage frame={frame} list={list} into={title} types={offered} faults={faults} />,
  );
}

/** What cannot stand in a group. */
const large: ReadonlySet<string> = new Set(["group", "files", "calculated"]);

function listOf(c: Context<ConsoleEnv>, { draft }: DraftFrame) {
  const list = c.req.query("to") ?? "";
  const into = questionListAt(draft.definition, list);
  if (!into) throw new NotFound();
  return { list, into };
}

function blankOf(c: Context<ConsoleEnv>) {
  const type = c.req.param("type") ?? "";
  if (!isQuestionType(type)) throw new NotFound();
  return blankQuestion(type, "question");
}

function showNew(c: Context<ConsoleEnv>, frame: DraftFrame): Response | Promise<Response> {
  const { list } = listOf(c, frame);
  const question = blankOf(c);
  const typed = emptied(shownOf(question));
  const action = questionAddresses(frame.here).add(question.type, list);
  return c.html(<EditorPage {...{ frame, question, place: list, action, typed, seen: typed }} />);
}

/** Nothing is said of a new question but what is usual. */
function emptied(shown: Shown): Shown {
  const unsaid = new Set(["label", "statement", "itemName", "options", "value"]);
  return new Map([...shown].map(([field, value]) => [field, unsaid.has(field) ? "" : value]));
}

async function add(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const blank = blankOf(c);
  const list = c.req.query("to") ?? "";
  if (!questionListAt(frame.draft.definition, list)) return removed(c, frame, fields);
  const to = questionAddresses(frame.here);
  const seen = emptied(shownOf(blank));
  const typed = typedIn(fields, [...seen.keys(), "first"]);
  const read = newQuestion(frame.draft.definition, list, { blank, typed });
  const action = to.add(blank.type, list);
  const page = {
    ...shownIn(fields),
    frame,
    question: read.question,
    place: list,
    action,
    typed,
    seen,
  };
  if (wantsPreview(fields)) return previewed(c, page);
  const show = (faults: Faults) => c.html(<EditorPage {...page} faults={faults} />, 422);
  if (anyFault(read.faults)) return show(read.faults);
  const next = to.placed(`${list}/${read.question.id}`, "added");
  return saveEdits(c, frame, { fields, edits: read.edits, next, onFault: show });
}

function removed(c: Context<ConsoleEnv>, frame: DraftFrame, fields: Fields) {
  return removedMeanwhile(c, frame, { fields, names: namesOfTexts(fields) });
}

function heldOf(c: Context<ConsoleEnv>, { draft }: DraftFrame): HeldQuestion {
  const held = questionAt(draft.definition, c.req.query("at") ?? "");
  if (!held) throw new NotFound();
  return held;
}

function showEditor(c: Context<ConsoleEnv>, frame: DraftFrame): Response | Promise<Response> {
  const held = heldOf(c, frame);
  return c.html(<EditorPage {...pageFor(frame, held)} />);
}

/** The editor as it is first shown. */
function pageFor(frame: DraftFrame, held: HeldQuestion): EditorPageProps {
  const { question, at } = held;
  const welsh = welshFields(held);
  const typed = new Map([...shownOf(question), ...welshShown(frame.draft.definition, welsh)]);
  const action = questionAddresses(frame.here).edit(at);
  return { frame, question, held, place: at, action, typed, seen: typed, welsh };
}

async function save(c: Context<ConsoleEnv>, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const held = questionAt(frame.draft.definition, c.req.query("at") ?? "");
  if (!held) return removed(c, frame, fields);
  const own = typedIn(fields, shownOf(held.question).keys());
  const read = readQuestion(held.question, own);
  const welsh = welshFields(held, read.question);
  const typed = new Map([
    ...own,
    ...typedIn(
      fields,
      welsh.map(({ field }) => field),
    ),
  ]);
  const changed = changedSince(fields, typed);
  const seen = new Map(
    [...typed.keys()].map((field) => [field, fieldOf(fields, `was-${field}`) ?? ""]),
  );
  const page = {
    ...pageFor(frame, held),
    ...shownIn(fields),
    question: read.question,
    typed,
    seen,
    welsh,
  };
  if (wantsPreview(fields)) return previewed(c, page);
  const show = (faults: Faults) => c.html(<EditorPage {...page} faults={faults} />, 422);
  const faults = Object.entries(read.faults).filter(([field]) => changed(field));
  if (faults.length > 0) return refused(c, Object.fromEntries(faults), show);
  const edits: FieldEdit[] = [
    ...editsOf(held, read, changed),
    ...welshEdits(welsh, typed, changed),
  ];
  const placed = questionAddresses(frame.here).placed(held.at, "saved");
  const next = wayFrom(fields, { here: frame.here, at: held.at, next: placed });
  return saveEdits(c, frame, { fields, edits, next, onFault: show });
}

/** What is typed and not right yet is not kept; who types on is told so beside the form. */
function refused(
  c: Context<ConsoleEnv>,
  faults: Readonly<Record<string, string | undefined>>,
  show: (faults: Faults) => Response | Promise<Response>,
): Response | Promise<Response> {
  if (!wantsJson(c)) return show(faults);
  return c.json({ said: `Not saved yet. ${Object.values(faults).join(". ")}.` }, 422);
}

/** Whether the page is only shown again: with a preview, or with a row of a calculation more or less. */
function wantsPreview(fields: Fields): boolean {
  return fieldOf(fields, "show") === "preview" || changesRows(fields);
}

/** The language that the preview is wanted in. */
function shownIn(fields: Fields): Pick<EditorPageProps, "inWelsh"> {
  return { inWelsh: fieldOf(fields, "previewIn") === "cy" };
}

/** The preview alone for the script that asks for it; else the page, with what was typed. */
function previewed(c: Context<ConsoleEnv>, page: EditorPageProps): Response | Promise<Response> {
  return c.req.header("accept")?.includes("fragment=preview")
    ? c.html(<EditorPreview {...page} />)
    : c.html(<EditorPage {...page} />);
}
