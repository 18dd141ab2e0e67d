import type { Ended, EventType, Language, Stage } from "@guildhall/contract";
import { languagesOf } from "@guildhall/forms";
import {
  findEvent,
  findFollower,
  findProcess,
  listFollowerIds,
  type OutboxRow,
} from "@guildhall/store";
import { mergedWords } from "../case/merged-words.ts";
import type { Unit } from "../change.ts";
import type { Context } from "../context.ts";
import { sayEnd } from "../ending/present.ts";
import type { LoadedMessage, Unwritable } from "../message/load.ts";
import { readerGone } from "../message/reader-gone.ts";
import { pagesUrl } from "../pages-url.ts";
import { stageOf } from "../process/present.ts";
import { translate } from "../service/translate.ts";
import type { Telling } from "../telling.ts";
import { isLookedThrough } from "./is-looked-through.ts";
import { followKey } from "./key.ts";
import { letterWords } from "./letter-words.ts";

/** What the purpose of an outbox row says of a message to a follower. */
export const followerPurpose = "follower-update";

/** What followers are told of: where a request stands, and its end. Notes are its citizen's. */
const toldToFollowers: readonly EventType[] = [
  "stage.changed",
  "process.ended",
  "process.reopened",
];

/** What an event leaves owed to those who follow its process: a message for each, named by their id. */
export async function owedToFollowers(
  { tx }: Unit,
  { type, process, quiet = false }: Telling,
): Promise<{ purpose: string; destination: string; subject: string }[]> {
  const isTold = toldToFollowers.includes(type) && !quiet;
  if (!isTold) return [];
  const who = process.service.definition.lookFirst ? "all" : "merged";
  const ids = await listFollowerIds(tx, process.id, who);
  return ids.map((subject) => ({ purpose: followerPurpose, destination: "email", subject }));
}

/**
 * Load what a follower is told, or say why it cannot be.
 *
 * It is in our words and the service's own of the stage: what staff wrote of this request, and its citizen's name,
 * stand in none of them. Whoever has stopped meanwhile is not written to.
 */
export async function loadFollowerUpdate(
  ctx: Context,
  row: LoadedMessage["row"],
): Promise<LoadedMessage | Unwritable> {
  const follower = await findFollower(ctx.db, row.subject ?? "");
  if (!follower) return { code: readerGone };
  const process = await findProcess(ctx.db, row.process);
  if (!process) return { code: "process-gone" };
  const isOwn = follower.mergedFrom !== null;
  if (!isOwn && !(await isLookedThrough(ctx, process))) return { code: readerGone };
  const found = await ctx.catalogue.version(process.service, process.version);
  const [language = "en"] = languagesOf(found.definition).filter(
    (one) => one === follower.language,
  );
  const definition = translate(found.definition, language).service;
  const { stage: at, outcome } = await standingAt(ctx, row, process.stage);
  const stage = stageOf({ ...found, definition }, at);
  const { title, text } = saidOf(stage, outcome, language);
  const other =
    process.mergedInto === null ? undefined : await findProcess(ctx.db, process.mergedInto);
  const { reference } = process;
  const about = { title: definition.title, reference, council: ctx.tenant.name };
  const words = letterWords[language].update(
    {
      ...about,
      stage: title,
      text: other ? mergedWords[language].toFollower(other.reference) : text,
    },
    // Whoever goes on to follow the other hears of that.
    outcome !== undefined && follower.process === process.id,
  );
  const brands = await ctx.catalogue.brands();
  const pages = pagesUrl(ctx, language);
  return {
    row,
    to: follower.email,
    brand: brands.find(({ id }) => id === definition.brand) ?? brands[0],
    councilName: ctx.tenant.name,
    language,
    // Its words are facts: a title with brackets in it is no placeholder.
    words: { subject: "((subject))", text: "((text))" },
    facts: { subject: words.subject, text: words.text },
    action: { label: words.action, url: `${pages}/track/${other?.reference ?? reference}` },
    stop: {
      label: letterWords[language].stop,
      url: `${pages}/following/${followKey(ctx, follower.id)}/stop`,
    },
  };
}

/** The stage in its own words, but where it ended undone: what others read is true of it. */
function saidOf(stage: Stage, outcome: Ended | undefined, language: Language) {
  if (outcome === undefined || outcome === "completed") return stage;
  return sayEnd(outcome, { stage, text: undefined, language });
}

/** Where the request stood when its event happened, and how it ended where that was the end. */
async function standingAt({ db }: Context, { event }: OutboxRow, now: string) {
  const found = await findEvent(db, event);
  const data: { stage?: unknown; status?: Ended } = found ? JSON.parse(found.data) : {};
  const stage = typeof data.stage === "string" ? data.stage : now;
  return { stage, outcome: found?.type === "process.ended" ? data.status : undefined };
}
