import type { ChangeKind, LineRow, MappingLine, Transform } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import { type Context, Hono } from "hono";
import type { ConsoleEnv, Parts } from "../../environment.ts";
import { NotFound } from "../../not-found.ts";
import type { Faults } from "../../pages/frame.ts";
import { formOf } from "../../routes/form.ts";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { onDraft } from "../ground/on-draft.ts";
import { saveEdits } from "../ground/save-edits.tsx";
import { destinationAddresses } from "./addresses.ts";
import { ChangePage, OptionsPage } from "./change-pages.tsx";
import { lineOf, mappingIn } from "./find-mapping.ts";
import { changeOf, withList } from "./read-change.ts";
import { unlessRemoved } from "./unless-removed.ts";

type Ctx = Context<ConsoleEnv>;

/** How a value is changed on its way to a system. */
export function changeRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  const at = "/services/:service/destinations/to/:mapping";
  app.get(
    `${at}/change`,
    onDraft(parts, async (c, frame) => {
      const { target, at: row } = c.req.query();
      const found = await rowOf(c, frame, { target, row });
      const kind = await kindOf(c, frame, c.req.query("kind"));
      return showChange(c, frame, { ...found, kind, faults: {}, typed: {} });
    }),
  );
  app.post(`${at}/change`, onDraft(parts, unlessRemoved(addChange)));
  app.get(
    `${at}/options`,
    onDraft(parts, async (c, frame) => {
      const { target, at: row } = c.req.query();
      const found = await rowOf(c, frame, { target, row });
      return showOptions(c, frame, { ...found, faults: {}, typed: {} });
    }),
  );
  app.post(`${at}/options`, onDraft(parts, unlessRemoved(saveOptions)));
  return app;
}

interface Found {
  readonly line: MappingLine;
  readonly row: LineRow;
}

interface Shown extends Found {
  readonly faults: Faults;
  readonly typed: Readonly<Record<string, string>>;
}

/** @throws NotFound where there is no such row any more */
async function rowOf(
  c: Ctx,
  frame: DraftFrame,
  { target = "", row: at }: { target: string | undefined; row: string | undefined },
): Promise<Found> {
  const line = await lineOf(c, frame, target);
  const row = line.rows.find((one) => one.at === at);
  if (!row) throw new NotFound();
  return { line, row };
}

/** @throws NotFound */
async function kindOf(c: Ctx, frame: DraftFrame, id = ""): Promise<ChangeKind> {
  const mapping = mappingIn(c, frame).id;
  const { changes } = await c.var.desk.api.mappingSources(frame.draft.service, mapping);
  const kind = changes.find((one) => one.id === id);
  if (!kind) throw new NotFound();
  return kind;
}

function showChange(c: Ctx, frame: DraftFrame, shown: Shown & { kind: ChangeKind }) {
  const page = { frame, mapping: mappingIn(c, frame).id, ...shown };
  return c.html(<ChangePage {...page} />, statusOf(shown.faults));
}

function statusOf(faults: Faults): 200 | 422 {
  return Object.keys(faults).length > 0 ? 422 : 200;
}

function typedIn(fields: Fields): Record<string, string> {
  return Object.fromEntries([...fields].map(([name, [value = ""]]) => [name, value]));
}

function foundIn(c: Ctx, frame: DraftFrame, fields: Fields): Promise<Found> {
  return rowOf(c, frame, { target: fieldOf(fields, "target"), row: fieldOf(fields, "at") });
}

async function addChange(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const found = await foundIn(c, frame, fields);
  const kind = await kindOf(c, frame, fieldOf(fields, "kind"));
  const read = changeOf(kind, fields);
  const again = (faults: Faults) =>
    showChange(c, frame, { ...found, kind, faults, typed: typedIn(fields) });
  if ("faults" in read) return again(read.faults);
  const { row, line } = found;
  return keep(c, frame, {
    ...{ fields, line, row, again },
    change: [...(row.row.change ?? []), read.change],
  });
}

interface Keeping extends Found {
  readonly fields: Fields;
  readonly change: readonly Transform[];
  readonly again: (faults: Faults) => Response | Promise<Response>;
}

function keep(c: Ctx, frame: DraftFrame, { fields, line, row, change, again }: Keeping) {
  const to = [...change];
  return saveEdits(c, frame, {
    fields,
    edits: [{ edit: { act: "set", at: `${row.at}/change`, to } }],
    next: destinationAddresses(frame.here).line(mappingIn(c, frame).id, line.target),
    onFault: again,
  });
}

async function showOptions(c: Ctx, frame: DraftFrame, shown: Shown): Promise<Response> {
  const { from } = shown.row.row;
  if (!from || !("answer" in from)) throw new NotFound();
  const mapping = mappingIn(c, frame).id;
  const asked = { answer: from.answer, target: shown.line.target };
  const matches = await c.var.desk.api.mappingOptions(frame.draft.service, mapping, asked);
  return c.html(<OptionsPage {...{ frame, mapping, matches, ...shown }} />, statusOf(shown.faults));
}

async function saveOptions(c: Ctx, frame: DraftFrame): Promise<Response> {
  const fields = await formOf(c);
  const found = await foundIn(c, frame, fields);
  const typed = typedIn(fields);
  const again = (faults: Faults) => showOptions(c, frame, { ...found, faults, typed });
  const named = Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith("option-") ? [[name.slice("option-".length), value.trim()] as const] : [],
  );
  const otherwise = (typed.otherwise ?? "").trim();
  const empty = named.filter(([, value]) => value === "").map(([name]) => `option-${name}`);
  if (empty.length > 0 && otherwise === "") {
    const faults = empty.map((name) => [name, "Say what it becomes, or what anything else does"]);
    return again(Object.fromEntries(faults));
  }
  const list = Object.fromEntries(named.filter(([, value]) => value !== ""));
  const { row, line } = found;
  if (Object.keys(list).length === 0)
    return again({ otherwise: "Say for one option at least what it becomes" });
  const change = withList(row.row, { list, ...(otherwise === "" ? {} : { otherwise }) });
  return keep(c, frame, { fields, line, row, again, change });
}
