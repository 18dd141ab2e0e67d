import { Problem, type Tracking } from "@guildhall/contract";
import { isTrackingKey } from "@guildhall/keys";
import {
  type DestinationRow,
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
import { connectorNames, instant, stageOf } from "./present.ts";
import { citizenToken } from "./start.ts";
import { timelineOf } from "./timeline.ts";

const londonTime = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "2-digit",
  minute: "2-digit",
});
const londonDay = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/**
 * Follow a process by its public reference.
 *
 * Anyone may ask: the reference alone shows the stage and what the council does, without notes, documents or
 * other references; the citizen's own token shows everything.
 *
 * @throws Problem `not-found`
 */
export async function trackProcess(ctx: Context, reference: string): Promise<Tracking> {
  const row = await findByReference(ctx, reference);
  const complete = isItsCitizen(ctx, row);
  const service = await ctx.catalogue.version(row.service, row.version);
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
    ...(service.definition.brand === undefined ? {} : { brand: service.definition.brand }),
    status: row.status,
    stage: stageOf(service, row.stage),
    receivedAt: instant(row.receivedAt),
    ...(row.respondBy === null ? {} : { respondBy: instant(row.respondBy) }),
    targetText: service.definition.target.text,
    delivery: isAwaited(payment) ? awaitingPayment : truthOf(deliveries, { names, complete }),
    timeline: timelineOf(events, { service, names, notes: visible, complete }),
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

const awaitingPayment: Tracking["delivery"] = {
  state: "awaiting-payment",
  text: "We have your answers. We begin once you have paid.",
};

function summaryOf(
  payment: PaymentRow,
  service: CompiledService,
): NonNullable<Tracking["payment"]> {
  const { status, amount } = payment;
  return { title: titleOf(payment, service), status, amountPence: amount };
}

/** Where the report truly is, in a sentence that a citizen can rely on. */
function truthOf(
  deliveries: readonly DestinationRow[],
  { names, complete }: { names: ReadonlyMap<string, string>; complete: boolean },
): Tracking["delivery"] {
  const held = deliveries.find(
    ({ state }) => state === "held" || state === "refused" || state === "dead",
  );
  if (held)
    return {
      state: "in-hand",
      text: "We have your request. It could not be passed on by itself, and a person is looking at it. You need do nothing.",
    };
  const waiting = deliveries.find(({ state }) => state !== "accepted" && state !== "handled");
  if (waiting?.lastCode === awaitingScan) {
    return {
      state: "received",
      text: "We have your request. We are checking your files for viruses before we pass it on.",
    };
  }
  if (waiting && hasFailed(waiting)) {
    return {
      state: "delayed",
      text: "We have your request. Passing it on is delayed on our side; you need do nothing.",
    };
  }
  const last = deliveries.at(-1);
  if (waiting || !last || last.settledAt === null)
    return { state: "received", text: "We have your request." };
  const name = names.get(last.destination) ?? "the team that deals with it";
  const theirs =
    complete && last.reference !== null ? `, their reference is ${last.reference}` : "";
  const at = `${londonTime.format(last.settledAt)} on ${londonDay.format(last.settledAt)}`;
  return { state: "passed-on", text: `Passed to ${name} at ${at}${theirs}.` };
}

/** A row that is handed over counts the attempt that may be under way. */
function hasFailed({ attempts, state }: DestinationRow): boolean {
  return attempts > (state === "queued" ? 1 : 0);
}
