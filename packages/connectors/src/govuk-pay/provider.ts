import type { PaymentAnswer, PaymentProvider } from "@guildhall/contract";
import { z } from "zod";
import type { Call } from "../http/call.ts";
import type { Answer } from "../http/exchange.ts";
import type { GuardedRequest } from "../http/guard.ts";
import { GuardFault } from "../http/guard-fault.ts";
import { readNotice } from "./notice.ts";
import { readPayment, writeOrder } from "./payment.ts";

export const PayCredentials = z.object({
  apiKey: z.string().min(1),
  webhookSecret: z.string().min(1),
});
export type PayCredentials = z.infer<typeof PayCredentials>;

/**
 * Speak to one GOV.UK Pay account.
 *
 * Creating is repeatable under the order's key. Where an answer is lost it is harmless besides: nobody was sent to a
 * payment whose address never came back, and it expires by itself.
 */
export function createGovukPay(
  address: string,
  { apiKey, webhookSecret }: PayCredentials,
  request: GuardedRequest,
): PaymentProvider {
  const root = `${address.replace(/\/+$/, "")}/v1/payments`;
  const ask = (call: Omit<Call, "headers">, signal: AbortSignal, headers = {}) => {
    const authorized = { accept: "application/json", authorization: `Bearer ${apiKey}` };
    return answered(request({ ...call, headers: { ...authorized, ...headers } }, signal));
  };
  const read: PaymentProvider["read"] = (reference, signal) =>
    ask({ method: "GET", url: `${root}/${encodeURIComponent(reference)}` }, signal);
  return {
    read,
    create: (order, signal) =>
      ask({ method: "POST", url: root, body: writeOrder(order) }, signal, {
        "content-type": "application/json; charset=UTF-8",
        "idempotency-key": order.key,
      }),
    async cancel(reference, signal) {
      // Whether it could be cancelled or was over before, what it is now says.
      await ask({ method: "POST", url: `${root}/${encodeURIComponent(reference)}/cancel` }, signal);
      return read(reference, signal);
    },
    hear: (body, signature) => readNotice(body, signature, webhookSecret),
  };
}

async function answered(reply: Promise<Answer>): Promise<PaymentAnswer> {
  try {
    return readAnswer(await reply);
  } catch (error) {
    if (error instanceof GuardFault) return { outcome: "retry", code: error.code };
    throw error;
  }
}

const Refusal = z.object({ code: z.string().regex(/^P\d{4}$/) });

/** GOV.UK Pay says what is wrong by codes of its own; a gateway before it says only a status. */
function readAnswer({ status, body }: Answer): PaymentAnswer {
  const json = parsed(body);
  if (status === 200 || status === 201) return readPayment(json);
  const refusal = Refusal.safeParse(json);
  const code = refusal.success ? refusal.data.code : `answered-${status}`;
  if (code === "P0191") return { outcome: "conflict", code };
  const passes = status < 400 || status === 408 || status === 429 || status >= 500;
  return { outcome: passes ? "retry" : "refused", code };
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}
