import type { LineRow, MappingLine, Row } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { type FieldEdit, saveEdits } from "../ground/save-edits.tsx";
import { destinationAddresses } from "./addresses.ts";
import { changeRoutes } from "./change-routes.tsx";
import { lineOf, mappingIn, systemName } from "./find-mapping.ts";
import { LinePage, type LinePageProps } from "./line-page.tsx";
import { rowAsTyped, sourceOf, type TypedRow, typedRow } from "./read-row.ts";
import { repeatEdits } from "./repeat-edits.ts";
import { unlessRemoved } from "./unless-removed.ts";

type Ctx = Context<ConsoleEnv>;

/** One thing that a system takes. */
export function lineRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const at = "/services/:service/destinations/to/:mapping/line";
  app.get(
    at,
    onDraft(parts, (c, frame) => showLine(c, frame, { faults: {} })),
  );
  app.post(at, onDraft(parts, unlessRemoved(saveLine)));
  app.route("/", changeRoutes(parts));
  return app;
}

function asked(c: Ctx): string {
  return c.req.query("target") ?? "";
}

async function showLine(
  c: Ctx,
  frame: DraftFrame,
  shown: Pick<LinePageProps, "again" | "faults">,
): Promise<Response> {
  const mapping = mappingIn(c, frame);
  const line = await lineOf(c, frame, asked(c));
  const sources = await c.var.desk.api.mappingSources(frame.draft.service, mapping.id);
  const system = await systemName(c, mapping.connector);
  const isFaulty = Object.keys(shown.faults).length > 0;
  const page = { frame, mapping, system, line, sources, ...shown };
  return c.html(<LinePage {...page} />, isFaulty ? 422 : 200);
}

interface Asked {
  readonly fields: Fields;
  readonly line: MappingLine;
  /** The row that it is about; undefined for a new one. */
  readonly row: LineRow | undefined;
}

async function saveLine(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const line = await lineOf(c, frame, asked(c));
  const at = fieldOf(fields, "at");
  const row = line.rows.find((one) => one.at === at);
  if (at !== undefined && !row) throw new NotFound();
  const does = fieldOf(fields, "does") ?? "";
  if (does === "") return saveRow(c, frame, { fields, line, row });
  const said = actOf(frame, c, { does, fields, line, row });
  return go(c, frame, {
    fields,
    line,
    edits: said,
    onFault: (faults) => showLine(c, frame, { faults }),
  });
}

function actOf(
  frame: DraftFrame,
  c: Ctx,
  { does, fields, line, row }: Asked & { readonly does: string },
): FieldEdit[] {
  const mapping = mappingIn(c, frame);
  if (does === "repeat") {
    const each = fieldOf(fields, "each") ?? "";
    return repeatEdits(mapping, { line, row, each }).map((edit) => ({ edit, field: "each" }));
  }
  if (!row) throw new NotFound();
  if (does === "remove") return [{ edit: { act: "remove", at: row.at } }];
  const [, place] = /^unchange-(\d+)$/.exec(does) ?? [];
  const rest = (row.row.change ?? []).toSpliced(Number(place), 1);
  const at = `${row.at}/change`;
  return [{ edit: rest.length > 0 ? { act: "set", at, to: rest } : { act: "clear", at } }];
}

interface Going {
  /** Whether all of the line is said now. */
  readonly isDone?: boolean;
  readonly fields: Fields;
  readonly line: MappingLine;
  readonly edits: readonly FieldEdit[];
  readonly onFault: (faults: Faults) => Response | Promise<Response>;
}

/** A value that is said leads back to all lines; anything else stays with the line. */
function go(c: Ctx, frame: DraftFrame, { isDone = false, fields, line, edits, onFault }: Going) {
  const at = destinationAddresses(frame.here);
  const { id } = mappingIn(c, frame);
  const isLeft = isDone || line.field === undefined;
  const next = isLeft ? at.mapping(id) : at.line(id, line.target);
  return saveEdits(c, frame, { fields, edits, next, done: "draft-saved", onFault });
}

async function saveRow(c: Ctx, frame: DraftFrame, { fields, line, row }: Asked): Promise<Response> {
  const typed = typedRow(fields);
  const { format } = mappingIn(c, frame);
  const again = (faults: Faults) =>
    showLine(c, frame, { again: { at: row?.at, typed }, faults: pointed(faults) });
  const isKept = typed.source === "kept" && row?.row.from !== undefined;
  const read = isKept ? { from: row.row.from } : sourceOf(typed, { field: line.field, format });
  if ("fault" in read) return again({ [read.name]: read.fault });
  const said = { ...typed, from: read.from };
  const edits = row ? changeEdits(row, said) : [addEdit(line, said)];
  return go(c, frame, { isDone: true, fields, line, edits, onFault: again });
}

/** A fault of a whole row is told at its first field. */
function pointed(faults: Faults): Faults {
  const { "main-content": whole, ...rest } = faults;
  return whole === undefined ? rest : { source: whole, ...rest };
}

type Said = TypedRow & { readonly from: Row["from"] };

function addEdit(
  { add, rows, suggestion }: MappingLine,
  { from, when, required }: Said,
): FieldEdit {
  const isSuggested = JSON.stringify(suggestion?.row.from) === JSON.stringify(from);
  const change = isSuggested && rows.length === 0 ? suggestion?.row.change : undefined;
  const item = {
    target: add.target,
    ...(from ? { from } : {}),
    ...(change ? { change } : {}),
    ...(when === "" ? {} : { when }),
    ...(required ? { required } : {}),
  };
  const last = rows.at(-1)?.at.split("/").at(-1);
  const after = last?.replaceAll("~1", "/").replaceAll("~0", "~") ?? add.after;
  return { edit: { act: "add", to: add.to, item, after }, field: "source" };
}

/** What was changed of a row. Its condition is part of what it goes by, and comes last. */
function changeEdits({ at, row }: LineRow, { from, when, required }: Said): FieldEdit[] {
  const before = rowAsTyped(row);
  const isSame = JSON.stringify(row.from) === JSON.stringify(from);
  const edits: FieldEdit[] = [];
  if (!isSame && from)
    edits.push({ edit: { act: "set", at: `${at}/from`, to: from }, field: "source" });
  if (before.required !== required) edits.push(said(`${at}/required`, required || undefined));
  if (before.when !== when) edits.push(said(`${at}/when`, when || undefined, "when"));
  return edits;
}

function said(at: string, to: string | boolean | undefined, field = "required"): FieldEdit {
  return { edit: to === undefined ? { act: "clear", at } : { act: "set", at, to }, field };
}
