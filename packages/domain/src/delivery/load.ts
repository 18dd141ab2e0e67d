import type { Address, Answers, Mapping, Ticket } from "@guildhall/contract";
import { conditions, contactOf, labelOf, summaryOf } from "@guildhall/forms";
import { mintGrant } from "@guildhall/keys";
import {
  type DocumentRow,
  findConnector,
  findOutbox,
  findPaid,
  findProcessWithAnswers,
  listProcessDocuments,
  type OutboxRow,
  type PaymentRow,
} from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import { presentDocuments } from "../document/list.ts";
import { reachOf } from "../message/channel.ts";
import { hasCharges } from "../payment/states.ts";
import { instant } from "../process/present.ts";
import type { TalkedOf } from "../telling.ts";
import { findCodes } from "./codes.ts";
import { type DatasetLookup, Datasets } from "./datasets.ts";
import { locationOf } from "./location.ts";
import { usesOf } from "./uses.ts";

const grantLifeMs = 30 * 86_400_000;

type FoundProcess = NonNullable<Awaited<ReturnType<typeof findProcessWithAnswers>>>;

/** A delivery that is under way, and whom its events are about. */
export interface OnItsWay {
  readonly row: OutboxRow & { readonly frozen: boolean };
  readonly process: TalkedOf;
}

/** A case that is to be made, with all that its document is written from. */
export interface LoadedDelivery extends OnItsWay {
  readonly reference: string;
  readonly mapping: Mapping;
  readonly input: DeliveryInput;
  /** The datasets that the mapping names, where it names any. */
  readonly datasets: Datasets | undefined;
  /** The files that go with it; their bytes are the storage's to read. */
  readonly evidence: readonly DocumentRow[];
}

/** What the platform itself knows of the process. */
export interface DeliveryFacts {
  readonly processId: string;
  readonly reference: string;
  readonly receivedAt: string;
  readonly respondBy?: string;
  readonly serviceTitle: string;
  readonly councilName: string;
  readonly summary: string;
  readonly callbackUrl: string;
  readonly grant: string;
  readonly documentLinks: readonly string[];
  /** What each of these documents shows in the words of whoever sent it, or else its name; in their order. */
  readonly documentLabels: readonly string[];
  readonly location?: Address | undefined;
  /** What was paid, in pence, and what the provider calls it. */
  readonly payment?: { readonly reference: string; readonly amount: number } | undefined;
  readonly contact: { readonly name?: string; readonly email?: string; readonly phone?: string };
}

/** What a mapping reads. */
export interface DeliveryInput {
  readonly answers: Answers;
  readonly facts: DeliveryFacts;
  readonly conditions: Readonly<Record<string, boolean>>;
  labels(question: string, value: string): string | undefined;
  codes(list: string): ReadonlyMap<string, string> | undefined;
  dataset(id: string): DatasetLookup | undefined;
}

/** Load a case that is to be made; undefined when the ticket is not the row's latest, or nothing is left to do. */
export async function loadDelivery(
  ctx: Context,
  ticket: Ticket,
): Promise<LoadedDelivery | undefined> {
  const row = await findClaimed(ctx, ticket);
  return row?.operation === "create" ? loadRow(ctx, row) : undefined;
}

/** The row of a ticket, where that is its latest claim and the row is not settled. */
export async function findClaimed(
  { db }: Context,
  { id, generation }: Pick<Ticket, "id" | "generation">,
): Promise<OnItsWay["row"] | undefined> {
  const row = await findOutbox(db, id);
  return row?.state === "queued" && row.generation === generation ? row : undefined;
}

/**
 * Load what a delivery's document is written from, whatever its state; undefined where there is no mapping for it.
 *
 * A row that names a version is written by that version's mapping, with its conditions and labels; what is known of
 * the process stays what the process's own version makes of it.
 */
export async function loadRow(
  ctx: Context,
  row: LoadedDelivery["row"],
): Promise<LoadedDelivery | undefined> {
  const process = await findProcessWithAnswers(ctx.db, row.process);
  if (!process) return undefined;
  const service = await ctx.catalogue.version(process.service, process.version);
  const writer =
    row.writtenBy === null ? service : await ctx.catalogue.version(process.service, row.writtenBy);
  const mapping = writer.definition.mappings.find(({ id }) => id === row.purpose);
  if (!mapping) return undefined;
  const evidence = (await listProcessDocuments(ctx.db, process.id)).filter(isSafeToSend);
  const paid = hasCharges(service) ? await findPaid(ctx.db, process.id) : undefined;
  const tables = await tablesOf(ctx, mapping);
  return {
    row,
    reference: process.reference,
    process: { id: process.id, service, ...reachOf(process) },
    mapping,
    input: {
      ...inputOf(ctx, { row, process, service, writer, evidence, paid }),
      ...tables.lookups,
    },
    datasets: tables.datasets,
    evidence: await goingAlong(ctx, row, evidence),
  };
}

/** What was found infected goes to nobody, nor does a link to it. */
function isSafeToSend({ state }: DocumentRow): boolean {
  return state !== "infected";
}

/** The files that go with the case: none where they go apart from it. */
async function goingAlong(
  { db }: Context,
  { destination }: OutboxRow,
  files: readonly DocumentRow[],
): Promise<readonly DocumentRow[]> {
  if (files.length === 0) return files;
  const connector = await findConnector(db, destination);
  return connector?.definition.follows.includes("attach") ? [] : files;
}

/** What the mapping looks things up in; nothing is read for one that looks nothing up. */
async function tablesOf(ctx: Context, mapping: Mapping) {
  const uses = usesOf(mapping);
  const datasets =
    uses.datasets.length > 0 ? await Datasets.open(ctx.db, uses.datasets) : undefined;
  const codes =
    uses.codes.length > 0 ? await findCodes(ctx, mapping.connector, uses.codes) : undefined;
  const lookups: Pick<DeliveryInput, "codes" | "dataset"> = {
    codes: (list) => codes?.get(list),
    dataset: (id) => datasets?.find(id),
  };
  return { datasets, lookups };
}

interface Parts {
  readonly row: OutboxRow;
  readonly process: FoundProcess;
  readonly service: CompiledService;
  /** The version whose mapping writes it. */
  readonly writer: CompiledService;
  readonly evidence: readonly DocumentRow[];
  readonly paid: PaymentRow | undefined;
}

function inputOf(ctx: Context, parts: Parts): Omit<DeliveryInput, "codes" | "dataset"> {
  const { form } = parts.writer;
  const { answers } = parts.process;
  return {
    answers,
    facts: factsOf(ctx, parts),
    conditions: conditions(form, answers),
    labels: (question, value) =>
      labelOf(form, question, value) ?? labelOf(parts.service.form, question, value),
  };
}

function factsOf(ctx: Context, { row, process, service, evidence, paid }: Parts): DeliveryFacts {
  const contact = contactOf(service.definition, process.answers);
  const documents = presentDocuments(ctx, process, evidence);
  return {
    processId: process.id,
    reference: process.reference,
    receivedAt: instant(process.receivedAt),
    ...(process.respondBy === null ? {} : { respondBy: instant(process.respondBy) }),
    serviceTitle: service.definition.title,
    councilName: ctx.tenant.name,
    summary: summaryOf(service.form, process.answers),
    callbackUrl: `${ctx.issuer}/v1/processes/${process.id}`,
    grant: grantFor(ctx, row, process),
    documentLinks: documents.map(({ href }) => href),
    documentLabels: documents.map(({ name, label = name }) => label),
    location: locationOf(service.definition, process.answers),
    payment: paid && { reference: paid.reference ?? paid.id, amount: paid.amount },
    contact,
  };
}

/** The secure way back. Its bytes follow from the row alone, so every attempt hands over the same. */
function grantFor(ctx: Context, row: OutboxRow, process: FoundProcess): string {
  return mintGrant(ctx.keys.set, {
    issuer: ctx.issuer,
    process: process.id,
    connector: row.destination,
    scope: [
      "processes:read",
      "documents:read",
      "notes:read",
      "notes:write",
      "tasks:read",
      "tasks:write",
      "events:read",
    ],
    generation: process.grantGeneration,
    jti: row.id,
    issuedAt: new Date(process.receivedAt),
    expiresAt: new Date(process.receivedAt + grantLifeMs),
  });
}
