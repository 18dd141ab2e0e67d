import { hmacSha256, sameBytes, toCrockford } from "./encoding.ts";

/**
 * The key in a citizen's tracking link: 26 characters that follow from the process and the tenant's secret.
 *
 * Nothing is stored, so nothing can leak from the database, and one process's key says nothing of another's.
 */
export function trackingKey(secret: Uint8Array, processId: string): string {
  return toCrockford(hmacSha256(secret, "tracking-key.", processId).subarray(0, 17), 26);
}

/** Tell whether `key` opens the process, in constant time. Case and Crockford's look-alikes do not matter. */
export function isTrackingKey(secret: Uint8Array, processId: string, key: string): boolean {
  const read = key.toLowerCase().replaceAll("o", "0").replaceAll(/[il]/g, "1");
  return sameBytes(Buffer.from(read), Buffer.from(trackingKey(secret, processId)));
}
