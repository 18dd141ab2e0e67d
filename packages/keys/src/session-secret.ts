import { createHash } from "node:crypto";
import { hmacSha256, type Random, sameBytes, systemRandom, toBase64Url } from "./encoding.ts";

/** Which secret of which session it is. Each refresh goes on to the next generation. */
export interface SessionSecretOf {
  readonly id: string;
  readonly generation: number;
}

/**
 * The secret that a browser keeps of its session, `<session>.<generation>.<mac>`.
 *
 * It follows from the tenant's key, so nothing that lets anybody in is stored, and an answer that was lost on its way can be
 * given again. Every earlier secret of a session is known for what it is.
 */
export function sessionSecret(key: Uint8Array, { id, generation }: SessionSecretOf): string {
  return `${id}.${generation}.${macOf(key, id, generation)}`;
}

/** Read a session's secret, or undefined when we never gave it. */
export function readSessionSecret(key: Uint8Array, text: string): SessionSecretOf | undefined {
  const [, id, digits, mac] = /^(ses_\w{26})\.([1-9]\d{0,8})\.([\w-]{43})$/.exec(text) ?? [];
  if (id === undefined || mac === undefined) return undefined;
  const generation = Number(digits);
  const ours = macOf(key, id, generation);
  return sameBytes(Buffer.from(mac), Buffer.from(ours)) ? { id, generation } : undefined;
}

/** Draw a code that is used once: 256 bits, in base64url. */
export function drawCode(random: Random = systemRandom): string {
  return toBase64Url(random(32));
}

/** What is kept of a code that is used once. One digest is enough: 256 random bits cannot be guessed. */
export function digestOfCode(code: string): string {
  return createHash("sha256").update(code).digest("base64url");
}

function macOf(key: Uint8Array, id: string, generation: number): string {
  return toBase64Url(hmacSha256(key, `session-secret.${id}.${generation}`));
}
