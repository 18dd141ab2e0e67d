import {
  type Payment,
  type PaymentAnswer,
  type PaymentProvider,
  Problem,
} from "@guildhall/contract";
import type { PaymentRow } from "@guildhall/store";
import { keepAnswer } from "../change.ts";
import { asPlatform, type Context } from "../context.ts";
import { pagesUrl } from "../pages-url.ts";
import { type BegunPayment, beginPayment, type Started } from "./begin.ts";
import { findUnderWay, isProcessOpen, listPaymentsOf } from "./list.ts";
import { settlePayment } from "./settle.ts";
import { isUnderWay } from "./states.ts";
import { chasePayment, hasten } from "./watch.ts";

/** A payment provider that is ready to be spoken to. */
export interface ReadyProvider {
  readonly provider: PaymentProvider;
  readonly timeoutMs: number;
}

export interface PaymentDeskDeps {
  /** Undefined when the connector, or its credential, is not there. */
  providerFor(ctx: Context, connector: string): Promise<ReadyProvider | undefined>;
  /** Called when a tenant has a payment that was not there before, or should be looked at sooner. */
  readonly onNews: (tenant: string) => void;
}

export type PaymentDesk = ReturnType<typeof createPaymentDesk>;

/**
 * Take payments: what the API asks for at once, and what the worker sees to later. The providers are given from outside.
 *
 * Every answer of a provider is settled before anyone is sent anywhere, and nothing but its answer makes a payment paid.
 */
export function createPaymentDesk(deps: PaymentDeskDeps) {
  return {
    /**
     * Start to pay for a process, or go on where it was left.
     *
     * A citizen's token is anybody's for the asking, and comes back to the portal: else a council's payment page could
     * be made to lead to any site.
     *
     * @throws Problem `payment-unavailable`, `scope-missing`, and what `beginPayment` throws
     */
    start: async (
      ctx: Context,
      process: string,
      { returnUrl }: { returnUrl?: string | undefined },
    ): Promise<Payment> => {
      if (returnUrl !== undefined && ctx.only !== undefined) throw new Problem("scope-missing");
      const back = (started: Started) => returnUrl ?? paymentUrl(ctx, started);
      const payment = await startOrAgain(ctx, process, { deps, back });
      deps.onNews(ctx.tenant.id);
      return keepAnswer(ctx, payment);
    },
    /** See a process's payments, the one that is under way as its provider has it now. */
    list: async (ctx: Context, process: string): Promise<{ data: Payment[] }> => {
      const underWay = await findUnderWay(ctx, process);
      if (underWay) await read(platformFor(ctx), underWay, deps);
      return listPaymentsOf(ctx, process);
    },
    /** Take a webhook in; false when it is not the provider's. It is believed in nothing but which payment to look at. */
    hear: (ctx: Context, heard: Webhook) => hear(asPlatform(ctx), heard, deps),
    /** See to a payment that is due to be looked at. */
    look: (ctx: Context, row: PaymentRow): Promise<unknown> =>
      isUnderWay(row) && row.reference !== null ? read(ctx, row, deps) : chasePayment(ctx, row),
    /** Say that a process was started that is to be paid for. */
    expect: (tenant: string): void => deps.onNews(tenant),
  };
}

/** A citizen waits for the answer. */
const patienceMs = 10_000;

interface Webhook {
  readonly connector: string;
  readonly body: Uint8Array;
  readonly signature: string | undefined;
}

interface Starting {
  readonly deps: PaymentDeskDeps;
  readonly back: (process: Started) => string;
}

/** What was under way may turn out to be over: then another is begun in its place, once. */
async function startOrAgain(ctx: Context, process: string, starting: Starting): Promise<Payment> {
  const first = await startOnce(ctx, process, starting);
  return isUnderWay(first) || first.status === "paid" ? first : startOnce(ctx, process, starting);
}

async function startOnce(
  ctx: Context,
  process: string,
  { deps, back }: Starting,
): Promise<Payment> {
  const begun = await beginPayment(ctx, process, { returnUrl: back });
  const ready = await deps.providerFor(ctx, begun.connector);
  const answer = ready ? await ask(begun, ready) : notReady;
  const settled = await settlePayment(platformFor(ctx), begun.id, answer);
  if (answer.outcome === "seen" || answer.outcome === "conflict") return settled;
  throw new Problem("payment-unavailable", { retryAfterS: 30 });
}

/** Settling is the platform's, and shown as whoever asked may see it; what is remembered is the whole answer. */
function platformFor({ request: _, ...asking }: Context): Context {
  return asPlatform(asking);
}

const notReady: PaymentAnswer = { outcome: "refused", code: "connector-not-ready" };

function ask({ ask: what }: BegunPayment, { provider, timeoutMs }: ReadyProvider) {
  const signal = AbortSignal.timeout(Math.min(timeoutMs, patienceMs));
  return "order" in what
    ? provider.create(what.order, signal)
    : provider.read(what.reference, signal);
}

/** Read a payment; one whose process has ended is cancelled, so that nobody pays for nothing. */
async function read(
  ctx: Context,
  row: PaymentRow,
  { providerFor }: PaymentDeskDeps,
): Promise<void> {
  const ready = await providerFor(ctx, row.connector);
  const answer = ready ? await readOrCancel(ctx, row, ready) : notReady;
  await settlePayment(ctx, row.id, answer);
}

async function readOrCancel(
  ctx: Context,
  row: PaymentRow,
  { provider, timeoutMs }: ReadyProvider,
): Promise<PaymentAnswer> {
  const signal = AbortSignal.timeout(Math.min(timeoutMs, patienceMs));
  const reference = row.reference ?? "";
  const open = await isProcessOpen(ctx, row);
  return open ? provider.read(reference, signal) : provider.cancel(reference, signal);
}

async function hear(ctx: Context, heard: Webhook, deps: PaymentDeskDeps): Promise<boolean> {
  const ready = await deps.providerFor(ctx, heard.connector);
  const notice = ready?.provider.hear(heard.body, heard.signature);
  if (!notice) return false;
  if (notice.reference !== undefined) {
    await hasten(ctx, heard.connector, notice.reference);
    deps.onNews(ctx.tenant.id);
  }
  return true;
}

function paymentUrl(ctx: Context, { reference, language }: Started): string {
  return `${pagesUrl(ctx, language)}/track/${reference}/payment`;
}
