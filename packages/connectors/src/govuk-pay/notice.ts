import { createHmac, timingSafeEqual } from "node:crypto";
import type { PaymentNotice } from "@guildhall/contract";
import { z } from "zod";

const Webhook = z.object({
  event_type: z.string().startsWith("card_payment_"),
  resource_id: z.string().min(1).max(100),
});

/**
 * Read a webhook; undefined when `Pay-Signature` is not over these very bytes.
 *
 * It may be a repeat, come late, or speak of things that are not known here: it names a payment to look at, no more.
 */
export function readNotice(
  body: Uint8Array,
  signature: string | undefined,
  secret: string,
): PaymentNotice | undefined {
  const given = Buffer.from(signature ?? "", "latin1");
  const wanted = Buffer.from(createHmac("sha256", secret).update(body).digest("hex"));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
  const read = Webhook.safeParse(parsed(body));
  return read.success ? { reference: read.data.resource_id } : {};
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
}
