import { differences } from "@guildhall/builder";
import {
  DraftDefinition,
  type FolderChange,
  type FolderLeftOut,
  Problem,
  type ServiceDefinition,
} from "@guildhall/contract";
import {
  findExitWords,
  findLiveService,
  findServiceDraft,
  type ServiceDraftRow,
  type ServiceVersion,
} from "@guildhall/store";
import { refuseLocked } from "../recipe/locks.ts";
import { insertDraft } from "../service-draft/begin.ts";
import { everything, keepRevision, refuseHuge } from "../service-draft/keep.ts";
import { isSame } from "./compare.ts";
import type { WithdrawnService } from "./contents.ts";
import { inTurns } from "./in-turns.ts";
import type { Beside, Item } from "./item.ts";

/** More than anybody reads; how many there are besides is told. */
const mostDifferences = 100;

/**
 * What becomes of the services of a folder: each that is otherwise here becomes a draft, or a revision of the draft
 * that there is. Nothing goes live by it, and nothing is withdrawn.
 */
export async function planServices(beside: Beside): Promise<Item[]> {
  const { services, drafts, withdrawn } = beside.contents;
  const inTheMaking = new Map(drafts.map((one) => [one.id, one]));
  const ofLive = await inTurns(services, async (live) => {
    const draft = inTheMaking.get(live.id);
    if (!draft) return planService(beside, live);
    return isSame(live, draft) ? [] : planOther(beside, live);
  });
  return [
    ...ofLive.flat(),
    ...(await inTurns(drafts, (draft) => planService(beside, draft))),
    ...(await inTurns(withdrawn, (one) => planWithdrawn(beside, one))),
  ];
}

interface Here {
  readonly live: ServiceVersion | undefined;
  readonly draft: ServiceDraftRow | undefined;
}

async function planService({ db }: Beside, given: DraftDefinition): Promise<Item> {
  const { id } = given;
  const live = await findLiveService(db, id);
  const draft = await findServiceDraft(db, id);
  const before = draft?.definition ?? live?.definition;
  // Which recipe a service comes from is what it was adopted from here, and nothing that a file says.
  const { adopted: _, ...said } = given;
  const adopted = before?.adopted;
  const definition = DraftDefinition.parse({ ...said, ...(adopted && { adopted }) });
  const here = { live, draft };
  const mark = `service ${id} ${live?.version ?? 0} ${draft?.revision ?? 0}`;
  if (isThere(here, definition)) return { mark };
  const objection = await objectionTo(db, before, definition);
  if (objection) return { mark, leftOut: leftOut(definition, objection) };
  return {
    mark,
    change: changeOf(here, definition),
    carry: (unit) =>
      draft
        ? keepRevision(unit, draft, { kind: "replaced", definition, touched: everything })
        : insertDraft(unit, definition),
  };
}

/** A draft that somebody has begun from the same live version is left to them. */
function isThere({ live, draft }: Here, definition: DraftDefinition): boolean {
  return [live, draft].some((one) => one !== undefined && isSame(one.definition, definition));
}

/** Why a draft could not say this, where it could not. */
async function objectionTo(
  db: Beside["db"],
  before: DraftDefinition | undefined,
  after: DraftDefinition,
): Promise<string | undefined> {
  try {
    refuseHuge(after);
    if (before) await refuseLocked(db, { before, after });
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const [fault] = error.faults ?? [];
    return `“${after.title}” is not taken. ${fault?.detail ?? ""}`;
  }
}

function changeOf(here: Here, definition: DraftDefinition): FolderChange {
  const { id, title } = definition;
  const before = (here.draft ?? here.live)?.definition;
  const all = before ? differences(before, definition) : [];
  const more = all.length - mostDifferences;
  return {
    action: before ? "change" : "add",
    kind: "service",
    id,
    title,
    sentence: sentenceOf(here, title),
    differences: all.slice(0, mostDifferences),
    ...(more > 0 ? { more } : {}),
  };
}

function sentenceOf({ live, draft }: Here, title: string): string {
  if (draft)
    return `The draft of “${title}” will say what the folder says. That is one change, which can be undone.`;
  return live
    ? `“${title}” is live in version ${live.version}. It stays so, and a draft begins beside it.`
    : `“${title}” is new here. It begins as a draft.`;
}

async function planOther({ db }: Beside, { id, title }: ServiceDefinition): Promise<Item> {
  const live = await findLiveService(db, id);
  const sentence = `The folder has “${title}” both live and in the making. What is in the making is taken; what is live there is not.`;
  return {
    mark: `other ${id} ${live?.version ?? 0}`,
    leftOut: { kind: "service", id, title, sentence },
  };
}

async function planWithdrawn(
  { db }: Beside,
  { definition, words }: WithdrawnService,
): Promise<Item> {
  const { id, title } = definition;
  const live = await findLiveService(db, id);
  const here = await findExitWords(db, id);
  const mark = `withdrawn ${id} ${live?.version ?? 0} ${here?.version ?? 0}`;
  if (here && isSame(here.words, words)) return { mark };
  const sentence = live
    ? `“${title}” was withdrawn where the folder comes from, and is live here. Withdraw it here if it should end too.`
    : `“${title}” was withdrawn where the folder comes from, so it is not begun here.`;
  return { mark, leftOut: leftOut(definition, sentence) };
}

function leftOut({ id, title }: DraftDefinition, sentence: string): FolderLeftOut {
  return { kind: "service", id, title, sentence };
}
