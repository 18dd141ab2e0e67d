import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Payment, State } from "./payment.ts";
import { type Base, presentPayment } from "./present.ts";

/** Where an account's webhooks go. */
export interface Subscriber {
  readonly url: string;
  readonly secret: string;
}

export interface Webhooks {
  /** Say what became of a payment; it is tried again a few times, and then given up. */
  send(payment: Payment): void;
  settled(): Promise<void>;
}

interface Deps {
  readonly subscriber: Subscriber | undefined;
  readonly base: Base;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly pauseMs: number;
  readonly closing: AbortSignal;
}

const types: Readonly<Partial<Record<State, readonly string[]>>> = {
  started: ["card_payment_started"],
  // Both at once, and the later one first: whoever listens must not count on their order.
  success: ["card_payment_captured", "card_payment_succeeded"],
  failed: ["card_payment_failed"],
};
const attempts = 4;
const timeoutMs = 10_000;

export function createWebhooks(deps: Deps): Webhooks {
  const running = new Set<Promise<void>>();
  return {
    send(payment) {
      const { subscriber } = deps;
      if (!subscriber) return;
      for (const type of typesOf(payment)) {
        const run = deliver(subscriber, bodyOf(payment, type, deps), deps).finally(() => {
          running.delete(run);
        });
        running.add(run);
      }
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

function typesOf({ state, code }: Payment): readonly string[] {
  return code === "P0020" ? ["card_payment_expired"] : (types[state] ?? []);
}

function bodyOf(payment: Payment, eventType: string, { base, now }: Deps): string {
  return JSON.stringify({
    webhook_message_id: randomUUID().replaceAll("-", "").slice(0, 26),
    api_version: 1,
    created_date: now().toISOString(),
    resource_id: payment.id,
    resource_type: "payment",
    event_type: eventType,
    resource: presentPayment(payment, base),
  });
}

async function deliver({ url, secret }: Subscriber, body: string, deps: Deps): Promise<void> {
  const headers = {
    "Content-Type": "application/json",
    "Pay-Signature": createHmac("sha256", secret).update(body).digest("hex"),
  };
  for (let attempt = 1; attempt <= attempts && !deps.closing.aborted; attempt += 1) {
    if (await isTaken(deps, url, { method: "POST", headers, body })) return;
    const pause = deps.pauseMs * 10 ** attempt;
    await wait(pause, undefined, { signal: deps.closing, ref: false }).catch(() => undefined);
  }
}

async function isTaken({ fetch, closing }: Deps, url: string, init: RequestInit): Promise<boolean> {
  const signal = AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]);
  return fetch(url, { ...init, redirect: "manual", signal }).then(
    ({ ok }) => ok,
    () => false,
  );
}
