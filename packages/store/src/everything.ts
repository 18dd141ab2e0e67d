import { asc, gt, type SQL } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Db } from "./db.ts";
import { StoreFault } from "./fault.ts";
import { accessRequests } from "./schema/access.ts";
import { callCounts, calls } from "./schema/calls.ts";
import { caseFollowers, corrections } from "./schema/cases.ts";
import { documents } from "./schema/documents.ts";
import { chaseCounts, notFixed, ratings } from "./schema/endings.ts";
import { events } from "./schema/events.ts";
import { feedback, previewComments, previews } from "./schema/feedback.ts";
import { followers, publicPlaces } from "./schema/following.ts";
import { informationRequests } from "./schema/information.ts";
import { apiKeys } from "./schema/keys.ts";
import { alarms, replays } from "./schema/mending.ts";
import { notes } from "./schema/notes.ts";
import { attempts, outbox } from "./schema/outbox.ts";
import { payments } from "./schema/payments.ts";
import { brands, connectors, serviceVersions } from "./schema/platform.ts";
import { drafts, processes } from "./schema/processes.ts";
import { receipts } from "./schema/receipts.ts";
import { recipeConfirmations, takenRecipes } from "./schema/recipes.ts";
import { codeLists, datasetRows, datasets, schemaSets } from "./schema/reference-data.ts";
import { serviceDraftRevisions, serviceDrafts } from "./schema/service-drafts.ts";
import { people } from "./schema/staff.ts";
import { subscriptions } from "./schema/subscriptions.ts";
import { containers, noteSources, records, statusesSeen } from "./schema/synchronisation.ts";
import { targets } from "./schema/targets.ts";
import { tasks } from "./schema/tasks.ts";
import { waits } from "./schema/waits.ts";
import { withoutWaysIn } from "./without-ways-in.ts";

const exportedTables = [
  processes,
  corrections,
  caseFollowers,
  notes,
  documents,
  tasks,
  payments,
  containers,
  informationRequests,
  ratings,
  notFixed,
  chaseCounts,
  feedback,
  followers,
  publicPlaces,
  drafts,
  outbox,
  attempts,
  receipts,
  waits,
  records,
  noteSources,
  statusesSeen,
  people,
  apiKeys,
  accessRequests,
  subscriptions,
  alarms,
  replays,
  calls,
  callCounts,
  serviceVersions,
  serviceDrafts,
  serviceDraftRevisions,
  takenRecipes,
  recipeConfirmations,
  previews,
  previewComments,
  brands,
  connectors,
  datasets,
  datasetRows,
  schemaSets,
  codeLists,
  targets,
  events,
] as const satisfies readonly SQLiteTable[];

const tablesByNoun: ReadonlyMap<string, SQLiteTable> = new Map(
  exportedTables.map((table) => [getTableConfig(table).name, table]),
);

/** What a tenant takes with it. */
export const exportedNouns: readonly string[] = [...tablesByNoun.keys()];

/** What nobody can use elsewhere, or must not have: each with why it stays. */
export const keptTables: Readonly<Record<string, string>> = {
  secrets: "credentials and signing keys, which are this installation's",
  sessions: "sign-ins that go on",
  sign_ins: "sign-ins that have begun",
  idempotency: "answers to requests that may come again",
  client_assertions: "proofs that were used up",
  draft_returns: "ways back to a form that end with this installation",
  draft_links: "links that end with this installation",
  assisted_drafts: "whose session a draft belongs to",
  preview_answers: "trials of a preview, which are sent to nobody",
  trial_runs: "trials",
  folder_imports: "plans that were not carried out",
  case_viewers: "who looks at what just now",
  meta: "this platform's own bookkeeping",
  configuration: "this platform's own bookkeeping",
  applied_folder: "this platform's own bookkeeping",
  seen_changes: "this platform's own bookkeeping",
  breakers: "this platform's own bookkeeping",
  drifts: "this platform's own bookkeeping",
  digests: "this platform's own bookkeeping",
  replay_items: "this platform's own bookkeeping",
  gazetteers: "addresses that are somebody else's",
  gazetteer_addresses: "addresses that are somebody else's",
  gazetteer_words: "addresses that are somebody else's",
};

/** Columns that let somebody in, or are of use to this platform alone. */
const secretColumns = new Set([
  "secretHash",
  "previousHash",
  "tokenHash",
  "digest",
  "emailIndex",
  "phoneIndex",
  "postcodeIndex",
  "surnameIndex",
  "nextUrl",
]);

const pageLength = 500;

/** One noun of a tenant, row by row as it is asked for: what is sealed is opened, and what lets somebody in is left out. */
export async function* exportRows(db: Db, noun: string): AsyncGenerator<Record<string, unknown>> {
  const table = tablesByNoun.get(noun);
  if (!table) throw new Error(`${noun} is nothing that a tenant takes with it`);
  const shape = { name: noun, keys: keysOf(table), table };
  for (let page: Page | undefined = { offset: 0 }; page; ) {
    const rows = await readPage(db, shape, page);
    for (const row of rows) yield readable(db, shape, row);
    page = rows.length < pageLength ? undefined : pageAfter(shape, page, rows);
  }
}

/** Where a page begins: after a key, or where the key is of several columns after so many rows. */
interface Page {
  readonly offset: number;
  readonly from?: SQL;
}

async function readPage(
  db: Db,
  { table, keys }: Shape,
  { from, offset }: Page,
): Promise<Record<string, unknown>[]> {
  return db.reads
    .select()
    .from(table)
    .where(from)
    .orderBy(...keys.map((key) => asc(key)))
    .limit(pageLength)
    .offset(offset)
    .all();
}

function pageAfter(
  { table, keys }: Shape,
  { offset }: Page,
  rows: readonly Record<string, unknown>[],
): Page {
  const [key, ...more] = keys;
  if (!key || more.length > 0) return { offset: offset + pageLength };
  return { offset: 0, from: gt(key, rows.at(-1)?.[propertyOf(table, key)]) };
}

function keysOf(table: SQLiteTable): SQLiteColumn[] {
  const { columns, primaryKeys } = getTableConfig(table);
  const own = columns.filter(({ primary }) => primary);
  return own.length > 0 ? own : [...(primaryKeys[0]?.columns ?? [])];
}

function propertyOf(table: SQLiteTable, column: SQLiteColumn): string {
  const found = Object.entries(table).find(([, one]) => one === column);
  return found?.[0] ?? column.name;
}

interface Shape {
  readonly name: string;
  readonly keys: readonly SQLiteColumn[];
  readonly table: SQLiteTable;
}

function readable(db: Db, shape: Shape, row: Record<string, unknown>): Record<string, unknown> {
  const id = shape.keys.map((key) => String(row[propertyOf(shape.table, key)])).join(" ");
  const said = Object.entries(row).filter(([column]) => !secretColumns.has(column));
  return Object.fromEntries(
    said.map(([column, value]) => [
      column,
      readableValue(db, { table: shape.name, column, id }, value),
    ]),
  );
}

interface Cell {
  readonly table: string;
  readonly column: string;
  readonly id: string;
}

function readableValue(db: Db, cell: Cell, value: unknown): unknown {
  if (Buffer.isBuffer(value)) return withoutWaysIn(cell.table, opened(db, cell, value));
  return typeof value === "string" && /^[{[]/.test(value) ? parsed(value) : value;
}

/** What is sealed opens under its own row and nothing else does, so it need not be said which columns are. */
function opened({ vault }: Db, { table, column, id }: Cell, value: Buffer): unknown {
  const places = [
    { table, row: id },
    { table: `${table}.${column}`, row: id },
    { table, row: `${id}/order` },
  ];
  for (const place of places) {
    try {
      return vault.open(place, value);
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
    }
  }
  return value.toString(column === "hash" ? "hex" : "base64");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** How many there are of each noun. */
export async function countRows(db: Db): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [noun, table] of tablesByNoun) counts[noun] = await db.reads.$count(table);
  return counts;
}
