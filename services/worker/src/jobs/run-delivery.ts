import type { Ticket } from "@guildhall/contract";
import {
  awaitScan,
  awaitsScan,
  beginDelivery,
  buryDelivery,
  type Context,
  connectorRest,
  countDoubtfulStart,
  dropInfected,
  findClaimed,
  giveBackDelivery,
  goesInCircles,
  holdDelivery,
  isOfInfected,
  isPoison,
  loadFollowUp,
  loadRow,
  settleDelivery,
  whoseDelivery,
} from "@guildhall/domain";
import { StoreFault, unanswered } from "@guildhall/store";
import type { Objection } from "../check-document.ts";
import type { Ran } from "../ran.ts";
import { callMs, outlasts } from "./claim-time.ts";
import type { DeliveryDeps, ReadyConnector } from "./ready-connector.ts";
import { type Loaded, obstacleTo, sendToConnector } from "./send-to-connector.ts";

/**
 * Send what is owed to the council's back office and settle it with the answer.
 *
 * What cannot be loaded any more is held for a person too, or it would be claimed again at each lease for ever.
 * The document is rendered once and kept, so every attempt sends the same bytes under the same key, and the
 * back office can tell a repeat from a new case. An attempt is begun when all else is done and its place is taken, so
 * that as little as can be is between that and the call: who dies between leaves a doubt behind.
 */
export async function runDelivery(ctx: Context, ticket: Ticket, deps: DeliveryDeps): Promise<Ran> {
  const row = await findClaimed(ctx, ticket);
  if (!row) return {};
  const whose = async () => ({ row, process: await whoseDelivery(ctx, row) });
  if (isPoison(row)) return buryDelivery(ctx, await whose());
  await countDoubtfulStart(ctx, row);
  const loaded = await load(ctx, row);
  if (!loaded) return holdDelivery(ctx, await whose(), { code: "mapping-failed" });
  if (isOfInfected(loaded)) return dropInfected(ctx, loaded);
  if (awaitsScan(loaded)) return awaitScan(ctx, loaded);
  const ready = await readyFor(ctx, loaded, deps);
  if ("code" in ready) return holdDelivery(ctx, loaded, ready);
  const code = await obstacleOf(ctx, loaded, ready);
  if (code !== undefined) return holdDelivery(ctx, loaded, { code });
  const document = await documentOf(ctx, loaded, deps);
  if ("code" in document) return holdDelivery(ctx, loaded, document);
  const { parallel } = ready;
  const ran = await inItsTurn(ctx, loaded, { ready, deps, ...document });
  return { ...ran, ...(parallel === undefined ? {} : { parallel }) };
}

/** Why its back office cannot be told of it, or is not to be for now; undefined where it can. */
async function obstacleOf(
  ctx: Context,
  loaded: Loaded,
  { connector }: ReadyConnector,
): Promise<string | undefined> {
  const { row } = loaded;
  const isUnanswered = row.lastCode === unanswered && row.reference === null;
  const code = obstacleTo(connector, loaded, isUnanswered);
  if (code !== undefined) return code;
  return (await goesInCircles(ctx, row)) ? "updates-endless" : undefined;
}

function load(ctx: Context, row: Loaded["row"]): Promise<Loaded | undefined> {
  return row.operation === "create" ? loadRow(ctx, row) : loadFollowUp(ctx, row);
}

/** The connector, or why the case has to wait for a person: it is not there, or its credential does not open here. */
async function readyFor(
  ctx: Context,
  { row }: Loaded,
  { connectorFor, onFault }: DeliveryDeps,
): Promise<ReadyConnector | Objection> {
  try {
    return (await connectorFor(ctx, row.destination)) ?? { code: "connector-not-ready" };
  } catch (error) {
    if (!(error instanceof StoreFault) || error.code !== "sealed-elsewhere") throw error;
    onFault(error);
    return { code: "credential-unreadable" };
  }
}

/** What is sent, where it is not frozen yet. */
async function documentOf(
  ctx: Context,
  loaded: Loaded,
  { write }: DeliveryDeps,
): Promise<{ readonly text?: string } | Objection> {
  if (loaded.row.frozen) return {};
  return "mapping" in loaded ? write(ctx, loaded) : { code: "nothing-to-send" };
}

interface Turn {
  readonly ready: ReadyConnector;
  readonly deps: DeliveryDeps;
  readonly text?: string;
}

/** Wait for a place, and give the claim back where it would end before a call does. */
function inItsTurn(ctx: Context, loaded: Loaded, turn: Turn): Promise<Ran> {
  const { withPlace, timeoutMs } = turn.ready;
  const afterMs = Math.max(0, loaded.row.leaseUntil - ctx.now() - callMs(timeoutMs));
  const late = { afterMs, instead: () => giveBackDelivery(ctx, loaded) };
  return withPlace(() => attempt(ctx, loaded, turn), late);
}

async function attempt(ctx: Context, loaded: Loaded, { ready, deps, text }: Turn): Promise<Ran> {
  const { row } = loaded;
  if (!outlasts(ctx, row.leaseUntil, ready.timeoutMs)) return giveBackDelivery(ctx, loaded);
  // What was just read may be past by the time the claim is given back: that says how the connector is then.
  if ((await connectorRest(ctx, row)) !== undefined) return giveBackDelivery(ctx, loaded);
  const begun = await beginDelivery(ctx, row, text);
  if (!begun) return {};
  const called = await sendToConnector(ctx, loaded, { ...begun, ready, deps });
  return settleDelivery(ctx, loaded, { ...called, attempt: begun.attempt });
}
