import type { Brand, MessageKind, MessageWords, Ticket } from "@guildhall/contract";
import { contactOf, pounds } from "@guildhall/forms";
import { trackingKey } from "@guildhall/keys";
import {
  findEvent,
  findNote,
  findOutbox,
  findProcessWithAnswers,
  type OutboxRow,
  openBody,
} from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import { stageOf } from "../process/present.ts";
import { type Letter, letterPurpose } from "./owe-mail.ts";
import { wordsFor } from "./words-for.ts";

/** A message that is to be sent, with all that it is written from. */
export interface LoadedMessage {
  readonly row: OutboxRow & { readonly frozen: boolean };
  readonly to: string;
  readonly brand: Brand | undefined;
  readonly councilName: string;
  readonly words: MessageWords;
  /** What the council's words may name, by placeholder. */
  readonly facts: Readonly<Record<string, string>>;
  /** Where the citizen follows the process: the council, the reference, and the key that opens it. */
  readonly track?: { readonly tenant: string; readonly reference: string; readonly key: string };
  /** The link of a letter. */
  readonly action?: NonNullable<Letter["action"]>;
}

type FoundProcess = NonNullable<Awaited<ReturnType<typeof findProcessWithAnswers>>>;

/** Load a message; undefined when the ticket is not the row's latest, or there is nobody to write to. */
export async function loadMessage(
  ctx: Context,
  ticket: Ticket,
): Promise<LoadedMessage | undefined> {
  const row = await findOutbox(ctx.db, ticket.id);
  return row?.state === "queued" && row.generation === ticket.generation
    ? loadMessageRow(ctx, row)
    : undefined;
}

/** Load a message whatever its state; undefined where there is nobody to write to. */
export async function loadMessageRow(
  ctx: Context,
  row: LoadedMessage["row"],
): Promise<LoadedMessage | undefined> {
  if (row.purpose === letterPurpose) return loadLetter(ctx, row);
  const process = await findProcessWithAnswers(ctx.db, row.process);
  if (!process) return undefined;
  const service = await ctx.catalogue.version(process.service, process.version);
  const contact = contactOf(service.definition, process.answers);
  // The purpose of a message row is the kind that `tell` looked up in these very messages.
  const words = wordsFor(service.definition, row.purpose as MessageKind);
  if (contact.email === undefined || words === undefined) return undefined;
  const brands = await ctx.catalogue.brands();
  return {
    row,
    to: contact.email,
    brand: brands.find(({ id }) => id === service.definition.brand) ?? brands[0],
    councilName: ctx.tenant.name,
    words,
    facts: await factsOf(ctx, { row, process, service, name: contact.name }),
    track: {
      tenant: ctx.tenant.id,
      reference: process.reference,
      key: trackingKey(ctx.keys.trackingSecret, process.id),
    },
  };
}

/** A letter is written from what lies in its row and from nothing else, so it is the same at every attempt. */
async function loadLetter(
  ctx: Context,
  row: LoadedMessage["row"],
): Promise<LoadedMessage | undefined> {
  // Under the row of a letter nothing but a letter is sealed.
  const letter = (await openBody(ctx.db, row.id)) as Letter | undefined;
  if (!letter) return undefined;
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
