import type { Answers, Mapping, Ticket } from "@guildhall/contract";
import { conditions, contactOf, labelOf, summaryOf } from "@guildhall/forms";
import { mintGrant } from "@guildhall/keys";
import {
  type DocumentRow,
  findOutbox,
  findProcessWithAnswers,
  listProcessDocuments,
  type OutboxRow,
} from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import { presentDocuments } from "../document/list.ts";
import { instant } from "../process/present.ts";
import type { TalkedOf } from "../tell.ts";

const grantLifeMs = 30 * 86_400_000;

type FoundProcess = NonNullable<Awaited<ReturnType<typeof findProcessWithAnswers>>>;

/** A delivery that is to be made, with all that its document is written from. */
export interface LoadedDelivery {
  readonly row: OutboxRow & { readonly frozen: boolean };
  readonly reference: string;
  readonly process: TalkedOf;
  readonly mapping: Mapping;
  readonly input: DeliveryInput;
  /** The files that go with it; their bytes are the storage's to read. */
  readonly evidence: readonly DocumentRow[];
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
  const evidence = await listProcessDocuments(ctx.db, process.id);
  return {
    row,
    reference: process.reference,
    process: { id: process.id, service, hasEmail: process.emailIndex !== null },
    mapping,
    input: inputOf(ctx, { row, process, service, evidence }),
    evidence,
  };
}

interface Parts {
  readonly row: OutboxRow;
  readonly process: FoundProcess;
  readonly service: CompiledService;
  readonly evidence: readonly DocumentRow[];
}

function inputOf(ctx: Context, parts: Parts): DeliveryInput {
  const { form } = parts.service;
  const { answers } = parts.process;
  return {
    answers,
    facts: factsOf(ctx, parts),
    conditions: conditions(form, answers),
    labels: (question, value) => labelOf(form, question, value),
  };
}

function factsOf(ctx: Context, { row, process, service, evidence }: Parts): DeliveryFacts {
  const contact = contactOf(service.definition, process.answers);
  const documents = presentDocuments(ctx, process, evidence);
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
