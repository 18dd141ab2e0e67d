import type { Brand, Language, MessageWords, Ticket } from "@guildhall/contract";
import { pounds } from "@guildhall/forms";
import {
  findEvent,
  findNote,
  findPerson,
  findProcessWithAnswers,
  type OutboxRow,
  openBody,
} from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import { findClaimed } from "../delivery/load.ts";
import { endingFacts } from "../ending/facts.ts";
import { followerPurpose, loadFollowerUpdate } from "../follower/update.ts";
import { asksMore, informationFacts } from "../information/facts.ts";
import { stageOf } from "../process/present.ts";
import { type Letter, letterPurpose, type Reader } from "./owe-mail.ts";
import { readerGone } from "./reader-gone.ts";
import { type Recipient, recipientOf } from "./recipient.ts";
import { type FoundProcess, spokenOf, usualFacts } from "./spoken-of.ts";
import { wordsOf } from "./words-of.ts";

/** A message that is to be sent, with all that it is written from. */
export interface LoadedMessage extends Recipient {
  readonly row: OutboxRow & { readonly frozen: boolean };
  readonly brand: Brand | undefined;
  readonly councilName: string;
  /** English where it is left out. */
  readonly language?: Language;
  readonly words: MessageWords;
  /** The language of the words, where they are not in that of the message. */
  readonly wordsIn?: Language;
  /** What the council's words may name, by placeholder. */
  readonly facts: Readonly<Record<string, string>>;
  /** Where the citizen follows the process: the council's pages, the reference, and the key that opens it. */
  readonly track?: {
    readonly pages: string;
    readonly reference: string;
    readonly key: string;
    /** Whether it leads to what is asked. */
    readonly asks?: boolean;
  };
  /** The link of a letter. */
  readonly action?: NonNullable<Letter["action"]>;
  /** The link that ends such messages, which mail programs can follow by themselves. */
  readonly stop?: { readonly label: string; readonly url: string };
}

/** Why a message cannot be written, or is not to be: a code of `messageCodes`. */
export interface Unwritable {
  readonly code: string;
}

/** Load a message; undefined when the ticket is not the row's latest, or there is nobody to write to. */
export async function loadMessage(
  ctx: Context,
  ticket: Ticket,
): Promise<LoadedMessage | undefined> {
  const row = await findClaimed(ctx, ticket);
  return row && loadMessageRow(ctx, row);
}

/** Load a message whatever its state; undefined where it cannot be written. */
export async function loadMessageRow(
  ctx: Context,
  row: LoadedMessage["row"],
): Promise<LoadedMessage | undefined> {
  const loaded = await loadWritten(ctx, row);
  return "code" in loaded ? undefined : loaded;
}

/** Load what a message is written from, or say why it cannot be. */
export async function loadWritten(
  ctx: Context,
  row: LoadedMessage["row"],
): Promise<LoadedMessage | Unwritable> {
  if (row.purpose === letterPurpose) return loadLetter(ctx, row);
  if (row.purpose === followerPurpose) return loadFollowerUpdate(ctx, row);
  const process = await findProcessWithAnswers(ctx.db, row.process);
  if (!process) return { code: "process-gone" };
  const { service, language, frame } = await spokenOf(ctx, process);
  const chosen = wordsOf(row, service.translated, language);
  const recipient = recipientOf(row, service.definition, process.answers);
  if (recipient === undefined) return { code: "recipient-missing" };
  if (chosen === undefined) return { code: "wording-missing" };
  return {
    row,
    ...recipient,
    ...frame,
    ...chosen,
    facts: await factsOf(ctx, { row, process, service }),
    track: { ...frame.track, ...(asksMore(row.purpose) ? { asks: true } : {}) },
  };
}

/** A letter is written from what lies in its row and from nothing else, so it is the same at every attempt. */
async function loadLetter(
  ctx: Context,
  row: LoadedMessage["row"],
): Promise<LoadedMessage | Unwritable> {
  // Under the row of a letter nothing but a letter is sealed.
  const letter = (await openBody(ctx.db, row.id)) as Letter | undefined;
  if (!letter) return { code: "letter-gone" };
  if (letter.reader && !(await isStill(ctx, letter.reader))) return { code: readerGone };
  const { to, brand, subject, text, action, language } = letter;
  return {
    row: { ...row, frozen: false },
    to,
    brand,
    councilName: ctx.tenant.name,
    // Its words are facts: a name with brackets in it is no placeholder.
    words: { subject: "((subject))", text: "((text))" },
    facts: { subject, text },
    ...(action ? { action } : {}),
    ...(language ? { language } : {}),
  };
}

async function isStill({ db }: Context, { person, roles }: Reader): Promise<boolean> {
  const found = await findPerson(db, person);
  if (!found?.active) return false;
  return roles === undefined || found.roles.some((role) => roles.includes(role));
}

/** What a message says is what was true when its event happened. */
async function factsOf(
  ctx: Context,
  { row, process, service }: { row: OutboxRow; process: FoundProcess; service: CompiledService },
): Promise<Record<string, string>> {
  const event = await findEvent(ctx.db, row.event);
  const data: Record<string, unknown> = event ? JSON.parse(event.data) : {};
  const stage = stageOf(service, typeof data.stage === "string" ? data.stage : process.stage);
  const note =
    row.purpose === "note-added" && event ? await findNote(ctx.db, event.subject) : undefined;
  return {
    ...usualFacts(ctx, process, { ...service, stage }),
    ...(typeof data.text === "string" ? { status: data.text } : {}),
    note: note?.contents ?? "",
    author: note?.author ?? "",
    ...paymentIn(data),
    ...(await endingFacts(ctx, event, { stage, language: process.language })),
    ...(await informationFacts(ctx, event, { service, language: process.language })),
  };
}

function paymentIn({ amountPence, title, reference }: Record<string, unknown>) {
  return {
    amount: typeof amountPence === "number" ? pounds(amountPence) : "",
    payment: typeof title === "string" ? title : "",
    paymentReference: typeof reference === "string" ? reference : "",
  };
}
