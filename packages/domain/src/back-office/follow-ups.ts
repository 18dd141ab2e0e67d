import type { CaseUpdate, ConnectorDefinition, EventType } from "@guildhall/contract";
import {
  findConnector,
  findNote,
  findProcess,
  listCases,
  listProcessDocuments,
} from "@guildhall/store";
import type { Unit } from "../change.ts";
import { knownOf } from "../container/known.ts";
import type { Owing } from "../owe.ts";
import { instant } from "../process/present.ts";
import type { Telling } from "../telling.ts";
import { causedBy } from "./caused-by.ts";

/** What a back office is owed after it took a case over. */
export type FollowUp = Pick<Owing, "purpose" | "destination" | "operation" | "subject" | "body">;

type Case = Pick<Owing, "purpose" | "destination">;
type Following = ConnectorDefinition["follows"][number];
type Write = (unit: Unit, telling: Telling) => Promise<readonly CaseUpdate[]>;

/** What each event tells the back offices of its process, and those that follow which kind of thing are told. */
const writers: Partial<Record<EventType, readonly [operation: Following, write: Write]>> = {
  "process.started": ["attach", filesOf],
  "payment.paid": ["attach", filesOf],
  "document.added": ["attach", fileOf],
  "note.added": ["note", noteOf],
  "stage.changed": ["update", updateOf],
  "process.ended": ["update", updateOf],
  "process.reopened": ["update", updateOf],
  "container.changed": ["update", updateOf],
};

/**
 * What the back offices of a process are to be told of an event, but for the one that caused it.
 *
 * What a back office wrote is told to no other as a note: two that pass notes on would pass each other's on for ever.
 */
export async function followUpsOf(unit: Unit, telling: Telling): Promise<FollowUp[]> {
  const [operation, write] = writers[telling.type] ?? [];
  if (!operation || !write || !mayBeTold(unit, telling)) return [];
  const followers = await followersOf(unit, telling, operation);
  if (followers.length === 0) return [];
  const updates = await write(unit, telling);
  return updates.flatMap((body) =>
    followers.map(({ purpose, destination }) => {
      const subject = subjectOf(body);
      return { purpose, destination, operation, body: JSON.stringify(body), subject };
    }),
  );
}

/** What can be told without a look into the database: most processes begin without a file. */
function mayBeTold({ ctx }: Unit, { type, process, deliveries = [] }: Telling): boolean {
  if (type === "note.added") return ["citizen", "staff", "partner"].includes(ctx.actor.kind);
  if (type !== "process.started" && type !== "payment.paid") return true;
  return deliveries.length > 0 && asksForFiles(process.service.definition);
}

function asksForFiles({ form }: Telling["process"]["service"]["definition"]): boolean {
  return form.pages.some(({ questions }) => questions.some(({ type }) => type === "files"));
}

/** The cases of those that follow what is done to them and did not do it themselves: where some begin now, only those. */
async function followersOf(
  unit: Unit,
  { process, deliveries }: Telling,
  operation: Following,
): Promise<Case[]> {
  // Whoever began a case has not been given its files yet.
  const cause = deliveries ? undefined : causedBy(unit.ctx, process);
  const begun = deliveries?.map(({ mapping }) => mapping);
  const followers: Case[] = [];
  for (const one of await listCases(unit.tx, process.id)) {
    if (one.destination === cause || begun?.includes(one.purpose) === false) continue;
    const found = await findConnector(unit.tx, one.destination);
    if (found?.definition.follows.includes(operation)) followers.push(one);
  }
  return followers;
}

async function filesOf({ tx }: Unit, { process }: Telling): Promise<CaseUpdate[]> {
  const files = await listProcessDocuments(tx, process.id);
  return files
    .filter(({ state }) => state !== "infected")
    .map(({ id, name }) => ({ operation: "attach", document: id, name }));
}

async function fileOf(unit: Unit, telling: Telling): Promise<CaseUpdate[]> {
  const files = await filesOf(unit, telling);
  return files.filter((one) => subjectOf(one) === telling.subject);
}

async function noteOf({ ctx, tx }: Unit, { subject }: Telling): Promise<CaseUpdate[]> {
  const note = await findNote(tx, subject);
  if (!note) return [];
  const { id, contents: text, author, at } = note;
  const byCitizen = ctx.actor.kind === "citizen";
  return [{ operation: "note", note: { id, text, author, byCitizen, at: instant(at) } }];
}

async function updateOf({ ctx, tx }: Unit, { process }: Telling): Promise<CaseUpdate[]> {
  const row = await findProcess(tx, process.id);
  if (!row) return [];
  const { stage, status } = row;
  const container = await knownOf(tx, process);
  return [{ operation: "update", stage, status, container, at: instant(ctx.now()) }];
}

function subjectOf(update: CaseUpdate): string | undefined {
  if (update.operation === "note") return update.note.id;
  return update.operation === "attach" ? update.document : undefined;
}
