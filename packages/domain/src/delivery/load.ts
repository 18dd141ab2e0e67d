import type { Answers, Mapping, Ticket } from "@guildhall/contract";
import { conditions, contactOf, labelOf, summaryOf } from "@guildhall/forms";
import { mintGrant } from "@guildhall/keys";
import { findOutbox, findProcessWithAnswers, type OutboxRow } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import { presentDocuments } from "../document/list.ts";
import { instant } from "../process/present.ts";

const grantLifeMs = 30 * 86_400_000;

type FoundProcess = NonNullable<Awaited<ReturnType<typeof findProcessWithAnswers>>>;

/** A delivery that is to be made, with all that its document is written from. */
export interface LoadedDelivery {
  readonly row: OutboxRow & { readonly frozen: boolean };
  readonly reference: string;
  readonly mapping: Mapping;
  readonly input: DeliveryInput;
}

/** What the platform itself knows of the process. */
export interface DeliveryFacts {
  readonly processId: string;
  readonly reference: string;
  readonly receivedAt: string;
  readonly serviceTitle: string;
  readonly summary: string;
  readonly callbackUrl: string;
  readonly grant: string;
  readonly documentLinks: readonly string[];
  readonly contact: { readonly name?: string; readonly email?: string; readonly phone?: string };
}

/** What a mapping reads. */
export interface DeliveryInput {
  readonly answers: Answers;
  readonly facts: DeliveryFacts;
  readonly conditions: Readonly<Record<string, boolean>>;
  labels(question: string, value: string): string | undefined;
}

/** Load a delivery; undefined when the ticket is not the row's latest, or nothing is left to do. */
export async function loadDelivery(
  ctx: Context,
  ticket: Ticket,
): Promise<LoadedDelivery | undefined> {
  const row = await findOutbox(ctx.db, ticket.id);
  if (row?.state !== "queued" || row.generation !== ticket.generation) return undefined;
  const process = await findProcessWithAnswers(ctx.db, row.process);
  if (!process) return undefined;
  const service = await ctx.catalogue.version(process.service, process.version);
  const mapping = service.definition.mappings.find(({ id }) => id === row.purpose);
  if (!mapping) return undefined;
  return {
    row,
    reference: process.reference,
    mapping,
    input: await inputOf(ctx, { row, process, service }),
  };
}

interface Parts {
  readonly row: OutboxRow;
  readonly process: FoundProcess;
  readonly service: CompiledService;
}

async function inputOf(ctx: Context, parts: Parts): Promise<DeliveryInput> {
  const { form } = parts.service;
  const { answers } = parts.process;
  return {
    answers,
    facts: await factsOf(ctx, parts),
    conditions: conditions(form, answers),
    labels: (question, value) => labelOf(form, question, value),
  };
}

async function factsOf(ctx: Context, { row, process, service }: Parts): Promise<DeliveryFacts> {
  const contact = contactOf(service.definition, process.answers);
  const documents = await presentDocuments(ctx, process);
  return {
    processId: process.id,
    reference: process.reference,
    receivedAt: instant(process.receivedAt),
    serviceTitle: service.definition.title,
    summary: summaryOf(service.form, process.answers),
    callbackUrl: `${ctx.issuer}/v1/processes/${process.id}`,
    grant: grantFor(ctx, row, process),
    documentLinks: documents.map(({ href }) => href),
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
