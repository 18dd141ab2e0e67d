import { asPlatform, type Ground, listTasks, openTracking } from "@guildhall/domain";
import { trackingKey } from "@guildhall/keys";
import { lastEventSeq, listEvents } from "@guildhall/store";
import { events } from "../../../packages/store/src/schema/events.ts";
import { outbox } from "../../../packages/store/src/schema/outbox.ts";
import { processes } from "../../../packages/store/src/schema/processes.ts";
import { tasks } from "../../../packages/store/src/schema/tasks.ts";
import { cookieNameOf } from "../../../services/portal/src/session/cookie.ts";
import { Session } from "../../../services/portal/src/session/session.ts";
import { columnsOf, numbersTo } from "./copies.ts";

/** A process as its citizen's browser and the council's team know it. */
export interface Followed {
  readonly reference: string;
  /** What the citizen's browser keeps. */
  readonly cookie: string;
  /** What the team has to do. */
  readonly task?: string | undefined;
}

/** Copied tasks belong to so many teams, by name and number. */
export const teams = 10;
export const teamName = "Team ";

/** Where the citizens' pages of the bench's servers are said to be. */
export const publicUrl = "http://localhost:3000";

/** How many copies are made, of how many of them is told, and whether the tasks are copied with them. */
export interface Copies {
  readonly count: number;
  readonly shown: number;
  readonly tasks?: boolean;
}

/** Copy a process, with its events and what it owed, so many times; gives some of the copies, from first to last. */
export async function copyProcess(ground: Ground, id: string, copies: Copies): Promise<Followed[]> {
  const { count, shown } = copies;
  const statements = await copying(ground, id, copies);
  const transaction = await ground.db.writer.begin();
  for (const statement of statements) await transaction.exec(statement);
  await transaction.commit();
  const chosen = Array.from({ length: shown }, (_, nth) => 1 + Math.floor((nth * count) / shown));
  return Promise.all(
    chosen.map((nth) =>
      followedOf(ground, { id: copiedId(id, nth), reference: copiedReference(nth) }),
    ),
  );
}

/** A process with what its citizen's browser keeps once its tracking link was opened. */
async function followedOf(
  ground: Ground,
  { id, reference }: { id: string; reference: string },
): Promise<Followed> {
  const key = trackingKey(ground.keys.trackingSecret, id);
  const { token } = await openTracking(asPlatform(ground), reference, key);
  const session = new Session().withTracking(reference, token);
  return { reference, cookie: `${cookieNameOf(ground.tenant.id, publicUrl)}=${session}` };
}

/** The same, with the first of its tasks. */
export async function workedOn(
  ground: Ground,
  process: { id: string; reference: string },
): Promise<Followed> {
  const { data } = await listTasks(asPlatform(ground), process.id);
  return { ...(await followedOf(ground, process)), task: data[0]?.id };
}

async function copying(
  { db }: Ground,
  id: string,
  { count, tasks: withTasks = false }: Copies,
): Promise<string[]> {
  const own = await listEvents(db, id);
  const first = own[0]?.seq ?? 0;
  const span = (own.at(-1)?.seq ?? 0) - first + 1;
  // Others' events may stand between and after its own.
  const end = await lastEventSeq(db);
  const newSeq = (column: string) => `${end} + (n - 1) * ${span} + ${column} - ${first} + 1`;
  const copied = (column: string) =>
    `substr(${column}, 1, length(${column}) - ${idDigits}) || printf('%0${idDigits}d', n)`;
  const copy = (table: string, columns: readonly string[], changed: Record<string, string>) => {
    const values = columns.map((column) => changed[column] ?? column);
    const of = table === "processes" ? "id" : "process";
    return `${numbersTo(count)} INSERT INTO ${table} (${columns}) SELECT ${values} FROM ${table}, numbers WHERE ${of} = '${id}'`;
  };
  return [
    copy("processes", columnsOf(processes), {
      id: copied("id"),
      reference: referenceInSql,
      email_index: "email_index + n",
    }),
    copy("events", columnsOf(events), {
      seq: newSeq("seq"),
      process: copied("process"),
      subject: copied("subject"),
    }),
    copy("outbox", columnsOf(outbox), {
      id: copied("id"),
      process: copied("process"),
      event: newSeq("event"),
    }),
    ...(withTasks ? [copy("tasks", columnsOf(tasks), taskOf(copied))] : []),
  ];
}

/** Copies' tasks are due one after the other, and shared out between teams. */
function taskOf(copied: (column: string) => string) {
  return {
    id: copied("id"),
    process: copied("process"),
    due_at: "due_at + n * 60000",
    team: `'${teamName}' || (n % ${teams})`,
  };
}

const idDigits = 7;

/** The id of the `n`th copy: ids are of one length, and digits are among their letters. */
function copiedId(id: string, n: number): string {
  return `${id.slice(0, -idDigits)}${String(n).padStart(idDigits, "0")}`;
}

const digits = "23456789ABCDEFGH";
const places = [5, 4, 3, 2, 1, 0] as const;

/** The reference of the `n`th copy, in letters that references have. */
function copiedReference(n: number): string {
  const letters = places.map((place) => digits[(n >> (4 * place)) & 15]).join("");
  return `BEN-22${letters.slice(0, 2)}-${letters.slice(2)}`;
}

const letterInSql = (place: number) => `substr('${digits}', 1 + ((n >> ${4 * place}) & 15), 1)`;
const referenceInSql = `'BEN-22' || ${places
  .map((place) => (place === 3 ? `'-' || ${letterInSql(place)}` : letterInSql(place)))
  .join(" || ")}`;
