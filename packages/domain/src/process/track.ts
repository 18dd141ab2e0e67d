import { hash } from "node:crypto";
import { type Language, Problem, type Tracking } from "@guildhall/contract";
import { languagesOf } from "@guildhall/forms";
import { isTrackingKey } from "@guildhall/keys";
import {
  findProcessByReference,
  listDestinations,
  listEvents,
  listNotes,
  listProcessDocuments,
  type PaymentRow,
  type ProcessRow,
} from "@guildhall/store";
import { lookUnderAgreement } from "../agreement/use.ts";
import type { CompiledService } from "../catalogue.ts";
import { stageSince } from "../chase/stage-since.ts";
import type { Context } from "../context.ts";
import { presentDocuments } from "../document/list.ts";
import { endingOf } from "../ending/present.ts";
import { askedNow } from "../information/current.ts";
import { latestPayments } from "../payment/list.ts";
import { titleOf } from "../payment/present.ts";
import { isAwaited } from "../payment/states.ts";
import { translate } from "../service/translate.ts";
import { destinationsOf, truthOf, withoutLetGo } from "./destinations.ts";
import { nextOf } from "./next.ts";
import { connectorNames, instant, stageOf } from "./present.ts";
import { endStages, stagesOf } from "./stages.ts";
import { citizenToken } from "./start.ts";
import { timelineOf } from "./timeline.ts";
import { trackWords } from "./track-words.ts";

/**
 * Follow a process by its public reference.
 *
 * Anyone may ask: the reference alone shows the stage and what the council does, without notes, documents or
 * other references; the citizen's own token shows everything. It is said in the language asked for, where the service
 * is offered in it.
 *
 * @throws Problem `not-found`
 */
export async function trackProcess(
  ctx: Context,
  reference: string,
  asked: Language = "en",
): Promise<Tracking> {
  const tracking = await lookAt(ctx, reference, asked);
  return { ...tracking, version: versionOf(tracking) };
}

async function lookAt(ctx: Context, reference: string, asked: Language): Promise<Tracking> {
  const row = await findByReference(ctx, reference);
  const complete = isItsCitizen(ctx, row) || (await lookUnderAgreement(ctx, row));
  const kept = await ctx.catalogue.version(row.service, row.version);
  const languages = languagesOf(kept.definition);
  const language = languages.includes(asked) ? asked : "en";
  const service = { ...kept, definition: translate(kept.definition, language).service };
  const words = trackWords[language];
  const events = await listEvents(ctx.db, row.id);
  const deliveries = withoutLetGo(await listDestinations(ctx.db, [row.id]), events);
  const names = await connectorNames(ctx, deliveries);
  const reader = { names, complete, language };
  const cases = new Set(deliveries.map(({ id }) => id));
  const payment = (await latestPayments(ctx, [{ row, service }])).get(row.id);
  const notes = await visibleNotes(ctx, row, complete);
  const source = { cases, service, words, language, names, notes, complete };
  const truth = truthOf(deliveries, reader);
  const unpaid = isAwaited(payment);
  const { information } = complete ? await askedNow(ctx, row) : {};
  return {
    reference: row.reference,
    service: row.service,
    serviceTitle: service.definition.title,
    languages,
    ...(service.definition.brand === undefined ? {} : { brand: service.definition.brand }),
    status: row.status,
    stage: stageOf(service, row.stage),
    receivedAt: instant(row.receivedAt),
    ...(row.respondBy === null ? {} : { respondBy: instant(row.respondBy) }),
    targetText: service.definition.target.text,
    delivery: unpaid ? { state: "awaiting-payment", text: words.awaitingPayment } : truth,
    destinations: destinationsOf(deliveries, reader),
    stages: stagesOf(row, events, service, await endStages(ctx, service)),
    ...nextOf(ctx, row, { words, truth, unpaid, information }),
    timeline: timelineOf(events, source),
    documents: complete ? await documentsOf(ctx, row) : [],
    ...(payment ? { payment: summaryOf(payment, service) } : {}),
    stageSince: instant(stageSince(row, events)),
    ...(await endingOf(ctx, row, { ...source, events })),
    ...(complete ? { process: row.id, ...(information && { information }) } : {}),
    complete,
  };
}

async function documentsOf(ctx: Context, row: ProcessRow): Promise<Tracking["documents"]> {
  return presentDocuments(ctx, row, await listProcessDocuments(ctx.db, row.id));
}

/** The words that the citizen may see, by id; nobody else is shown any. */
async function visibleNotes({ db }: Context, { id }: ProcessRow, complete: boolean) {
  const notes = complete ? await listNotes(db, id) : [];
  return new Map(notes.filter((note) => note.visible).map((note) => [note.id, note]));
}

/**
 * Give the citizen's token for the key in their tracking link.
 *
 * @throws Problem `not-found` for a reference that does not exist and for a key that is not its own
 */
export async function openTracking(
  ctx: Context,
  reference: string,
  key: string,
): Promise<{ token: string; expiresInS: number }> {
  const row = await findByReference(ctx, reference);
  if (!isTrackingKey(ctx.keys.trackingSecret, row.id, key)) throw new Problem("not-found");
  return { token: citizenToken(ctx, row.id), expiresInS: 86_400 };
}

/** A name of what is seen: it changes with anything that its reader is shown, but for the days that go by. */
function versionOf({ next: _, ...seen }: Tracking): string {
  return hash("sha256", JSON.stringify(seen), "base64url").slice(0, 16);
}

/** A back office has a token for the process too, but not the citizen's: what it may see, other verbs show it. */
function isItsCitizen({ only }: Context, { id }: ProcessRow): boolean {
  return only?.process === id && only.grant === undefined;
}

async function findByReference(ctx: Context, reference: string): Promise<ProcessRow> {
  const row = await findProcessByReference(ctx.db, reference);
  if (!row) throw new Problem("not-found");
  return row;
}

function summaryOf(
  payment: PaymentRow,
  service: CompiledService,
): NonNullable<Tracking["payment"]> {
  const { status, amount } = payment;
  return { title: titleOf(payment, service), status, amountPence: amount };
}
