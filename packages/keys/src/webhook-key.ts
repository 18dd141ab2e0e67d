import { decodeExactly, type Random, systemRandom, toBase64Url } from "./encoding.ts";
import { publicJwkOf } from "./key-set.ts";
import type { WebhookVerifier } from "./webhook.ts";

/** Make a secret that both sides of a webhook hold: `whsec_` and 32 random bytes in base64. */
export function createWebhookSecret(random: Random = systemRandom): string {
  return `whsec_${Buffer.from(random(32)).toString("base64")}`;
}

/** Read a key as it is handed over, a public one (`whpk_…`) or a secret (`whsec_…`); undefined for anything else. */
export function readWebhookKey(text: string): WebhookVerifier | undefined {
  const bytes = decodeExactly(text.replace(/^wh(?:pk|sec)_/, ""), "base64");
  if (!bytes) return undefined;
  if (text.startsWith("whpk_") && bytes.length === 32)
    return { publicJwk: publicJwkOf(toBase64Url(bytes)) };
  const isSecret = text.startsWith("whsec_") && bytes.length >= 24 && bytes.length <= 64;
  return isSecret ? { secret: text } : undefined;
}
