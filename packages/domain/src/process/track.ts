import { type Language, Problem, type Tracking } from "@guildhall/contract";
import { languagesOf } from "@guildhall/forms";
import { isTrackingKey } from "@guildhall/keys";
import {
  type DestinationRow,
  type EventRow,
  findProcessByReference,
  listDestinations,
  listEvents,
  listNotes,
  listProcessDocuments,
  type PaymentRow,
  type ProcessRow,
} from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import { awaitingScan } from "../delivery/await-scan.ts";
import { presentDocuments } from "../document/list.ts";
import { latestPayments } from "../payment/list.ts";
import { titleOf } from "../payment/present.ts";
import { isAwaited } from "../payment/states.ts";
import { translate } from "../service/translate.ts";
import { connectorNames, instant, stageOf } from "./present.ts";
import { citizenToken } from "./start.ts";
import { timelineOf } from "./timeline.ts";
import { trackWords } from "./track-words.ts";

const timeZone = "Europe/London";
const londonTime = new Intl.DateTimeFormat("en-GB", {
  timeZone,
  hour: "2-digit",
  minute: "2-digit",
});
const londonDay: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "long" }),
  cy: new Intl.DateTimeFormat("cy-GB", { timeZone, dateStyle: "long" }),
};

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
  const row = await findByReference(ctx, reference);
  const complete = isItsCitizen(ctx, row);
  const kept = await ctx.catalogue.version(row.service, row.version);
  const languages = languagesOf(kept.definition);
  const language = languages.includes(asked) ? asked : "en";
  const service = { ...kept, definition: translate(kept.definition, language).service };
  const words = trackWords[language];
  const events = await listEvents(ctx.db, row.id);
  const deliveries = await listDestinations(ctx.db, [row.id]);
  const names = await connectorNames(ctx, deliveries);
  const notes = complete ? await listNotes(ctx.db, row.id) : [];
  const payment = (await latestPayments(ctx, [{ row, service }])).get(row.id);
  const visible = new Map(notes.filter((note) => note.visible).map((note) => [note.id, note]));
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
    delivery: isAwaited(payment)
      ? { state: "awaiting-payment", text: words.awaitingPayment }
      : truthOf(withoutLetGo(deliveries, events), { names, complete, language }),
    timeline: timelineOf(events, { service, words, names, notes: visible, complete }),
    documents: complete
      ? presentDocuments(ctx, row, await listProcessDocuments(ctx.db, row.id))
      : [],
    ...(payment ? { payment: summaryOf(payment, service) } : {}),
    ...(complete ? { process: row.id } : {}),
    complete,
  };
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

interface Reader {
  readonly names: ReadonlyMap<string, string>;
  readonly complete: boolean;
  readonly language: Language;
}

/** What its service goes on without was passed to nobody, and nobody looks at it. */
function withoutLetGo(
  deliveries: readonly DestinationRow[],
  events: readonly EventRow[],
): DestinationRow[] {
  const letGo = new Set(
    events
      .filter(({ type, data }) => type === "delivery.handled" && JSON.parse(data).letGo === true)
      .map(({ subject }) => subject),
  );
  return deliveries.filter(({ id }) => !letGo.has(id));
}

/** Where the report truly is, in a sentence that a citizen can rely on. */
function truthOf(
  deliveries: readonly DestinationRow[],
  { names, complete, language }: Reader,
): Tracking["delivery"] {
  const words = trackWords[language];
  const held = deliveries.find(
    ({ state }) => state === "held" || state === "refused" || state === "dead",
  );
  if (held) return { state: "in-hand", text: words.inHand };
  const waiting = deliveries.find(({ state }) => state !== "accepted" && state !== "handled");
  if (waiting?.lastCode === awaitingScan) return { state: "received", text: words.checkingFiles };
  if (waiting && hasFailed(waiting)) return { state: "delayed", text: words.delayed };
  const last = deliveries.at(-1);
  if (waiting || !last || last.settledAt === null)
    return { state: "received", text: words.received };
  const name = names.get(last.destination) ?? words.team;
  const passed = {
    name,
    time: londonTime.format(last.settledAt),
    day: londonDay[language].format(last.settledAt),
  };
  const text =
    complete && last.reference !== null
      ? words.passedOnAs(passed, last.reference)
      : words.passedOn(passed);
  return { state: "passed-on", text };
}

/** A row that is handed over counts the attempt that may be under way. */
function hasFailed({ attempts, state }: DestinationRow): boolean {
  return attempts > (state === "queued" ? 1 : 0);
}
