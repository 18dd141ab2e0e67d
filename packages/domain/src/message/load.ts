import type {
  Address,
  Answers,
  Brand,
  Language,
  MessageKind,
  MessageWords,
  ServiceDefinition,
  Ticket,
} from "@guildhall/contract";
import { contactOf, languagesOf, pounds } from "@guildhall/forms";
import { trackingKey } from "@guildhall/keys";
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
import { pagesUrl } from "../pages-url.ts";
import { stageOf } from "../process/present.ts";
import { stepPurposes } from "../process/run.ts";
import { translate } from "../service/translate.ts";
import { type Letter, letterPurpose, type Reader } from "./owe-mail.ts";
import { wordsFor } from "./words-for.ts";

/** A message that is to be sent, with all that it is written from. */
export interface LoadedMessage {
  readonly row: OutboxRow & { readonly frozen: boolean };
  readonly to: string;
  readonly brand: Brand | undefined;
  readonly councilName: string;
  /** English where it is left out. */
  readonly language?: Language;
  readonly words: MessageWords;
  /** What the council's words may name, by placeholder. */
  readonly facts: Readonly<Record<string, string>>;
  /** Where the citizen follows the process: the council's pages, the reference, and the key that opens it. */
  readonly track?: { readonly pages: string; readonly reference: string; readonly key: string };
  /** Whose name and address stand on it, where it goes on paper. */
  readonly postTo?: readonly string[];
  /** The link of a letter. */
  readonly action?: NonNullable<Letter["action"]>;
}

type FoundProcess = NonNullable<Awaited<ReturnType<typeof findProcessWithAnswers>>>;

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
  const process = await findProcessWithAnswers(ctx.db, row.process);
  if (!process) return { code: "process-gone" };
  const service = await serviceOf(ctx, process);
  const [language = "en"] = languagesOf(service.definition).filter(
    (offered) => offered === process.language,
  );
  const contact = contactOf(service.definition, process.answers);
  const words = wordsOf(row, service.definition, language);
  const recipient = recipientOf(row, service.definition, process.answers);
  if (recipient === undefined) return { code: "recipient-missing" };
  if (words === undefined) return { code: "wording-missing" };
  const brands = await ctx.catalogue.brands();
  return {
    row,
    ...recipient,
    brand: brands.find(({ id }) => id === service.definition.brand) ?? brands[0],
    councilName: ctx.tenant.name,
    language,
    words,
    facts: await factsOf(ctx, { row, process, service, name: contact.name }),
    track: {
      pages: pagesUrl(ctx, language),
      reference: process.reference,
      key: trackingKey(ctx.keys.trackingSecret, process.id),
    },
  };
}

function wordsOf(
  { purpose, subject }: OutboxRow,
  service: ServiceDefinition,
  language: Language,
): MessageWords | undefined {
  const step = service.steps.find(({ id, kind }) => id === subject && purpose === `step-${kind}`);
  if (step?.kind === "message" || step?.kind === "letter") return step;
  // The purpose of any other row is the kind that `tell` looked up in these very messages.
  return wordsFor(service, purpose as MessageKind, language);
}

/** Whom it is to: by post where it is a letter to a citizen, else by email; undefined where they have not said. */
function recipientOf(
  { purpose }: OutboxRow,
  service: ServiceDefinition,
  answers: Answers,
): Pick<LoadedMessage, "to" | "postTo"> | undefined {
  const { name, email } = contactOf(service, answers);
  if (purpose !== stepPurposes.letter) return email === undefined ? undefined : { to: email };
  const { address: id } = service.contact;
  // The form takes nothing but an address as the answer to a question for one.
  const address = id !== undefined && (answers[id] as Address | undefined);
  if (!address) return undefined;
  const { line1, line2, town, postcode } = address;
  const lines = [name ?? "The occupier", line1, line2, town, postcode];
  const postTo = lines.filter((line) => line !== undefined && line.trim() !== "") as string[];
  return { to: postTo.join(", "), postTo };
}

/** The service that a process is of, in the language of whoever started it. */
async function serviceOf(
  { catalogue }: Context,
  { service, version, language }: FoundProcess,
): Promise<CompiledService> {
  const found = await catalogue.version(service, version);
  return { ...found, definition: translate(found.definition, language).service };
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
  const { to, brand, subject, text, action } = letter;
  return {
    row: { ...row, frozen: false },
    to,
    brand,
    councilName: ctx.tenant.name,
    // Its words are facts: a name with brackets in it is no placeholder.
    words: { subject: "((subject))", text: "((text))" },
    facts: { subject, text },
    ...(action ? { action } : {}),
  };
}

/** The code of a letter whose reader is not here any more, or has not the role that it is about. */
export const readerGone = "reader-gone";

async function isStill({ db }: Context, { person, roles }: Reader): Promise<boolean> {
  const found = await findPerson(db, person);
  if (!found?.active) return false;
  return roles === undefined || found.roles.some((role) => roles.includes(role));
}

/** What a message says is what was true when its event happened. */
async function factsOf(
  ctx: Context,
  {
    row,
    process,
    service,
    name,
  }: { row: OutboxRow; process: FoundProcess; service: CompiledService; name: string | undefined },
): Promise<Record<string, string>> {
  const event = await findEvent(ctx.db, row.event);
  const data: Record<string, unknown> = event ? JSON.parse(event.data) : {};
  const stage = stageOf(service, typeof data.stage === "string" ? data.stage : process.stage);
  const note =
    row.purpose === "note-added" && event ? await findNote(ctx.db, event.subject) : undefined;
  return {
    reference: process.reference,
    serviceTitle: service.definition.title,
    councilName: ctx.tenant.name,
    stage: stage.title,
    status: typeof data.text === "string" ? data.text : (stage.text ?? stage.title),
    whatHappensNext: service.definition.whatHappensNext,
    target: service.definition.target.text,
    name: name ?? "",
    note: note?.contents ?? "",
    author: note?.author ?? "",
    ...paymentIn(data),
  };
}

function paymentIn({ amountPence, title, reference }: Record<string, unknown>) {
  return {
    amount: typeof amountPence === "number" ? pounds(amountPence) : "",
    payment: typeof title === "string" ? title : "",
    paymentReference: typeof reference === "string" ? reference : "",
  };
}
