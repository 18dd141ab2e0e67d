import { join } from "node:path";
import { z } from "zod";
import { createFaultBox, type FaultBox, Faults } from "../faults.ts";
import { openShelf } from "../shelf.ts";
import { Payment } from "./payment.ts";
import { createPayments, type Payments } from "./payments.ts";
import { createWebhooks, type Webhooks } from "./webhooks.ts";

/** One tenant's account: what citizens read above a payment. */
export const PayConfig = z.strictObject({ service: z.string().min(1).max(100) });
export type PayConfig = z.infer<typeof PayConfig>;

/** What the platform calls an account with, and where the account sends word to. */
export interface PayAccount {
  readonly apiKey: string;
  readonly webhookSecret: string;
  readonly webhookUrl?: string;
}

/** One tenant's GOV.UK Pay, opened from its folder of state. */
export interface Pay {
  readonly tenant: string;
  readonly config: PayConfig;
  readonly payments: Payments;
  readonly webhooks: Webhooks;
  readonly faults: FaultBox;
  close(): void;
}

interface PayDeps {
  readonly tenant: string;
  readonly folder: string;
  readonly account: PayAccount | undefined;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly pauseMs: number;
  readonly closing: AbortSignal;
}

export function openPay(config: PayConfig, deps: PayDeps): Pay {
  const { tenant, folder, account, now } = deps;
  const shelf = openShelf(join(folder, "payments.jsonl"), Payment);
  const faultShelf = openShelf(join(folder, "faults.jsonl"), Faults);
  const subscriber =
    account?.webhookUrl === undefined
      ? undefined
      : { url: account.webhookUrl, secret: account.webhookSecret };
  const webhooks = createWebhooks({ ...deps, subscriber, base: `/pay/${tenant}` });
  return {
    tenant,
    config,
    webhooks,
    payments: createPayments({ shelf, now, onState: webhooks.send }),
    faults: createFaultBox(faultShelf),
    close() {
      shelf.close();
      faultShelf.close();
    },
  };
}
