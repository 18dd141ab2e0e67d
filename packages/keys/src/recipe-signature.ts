import { isDeepStrictEqual } from "node:util";
import { decodeProtectedHeader, FlattenedSign, flattenedVerify, importJWK } from "jose";
import type { PublicJwk, SigningKey } from "./key-set.ts";

const alg = "EdDSA";
const typ = "guildhall-recipe+jws";

/** A text and its signature, as a JWS in the flattened JSON serialisation. */
export interface SignedText {
  readonly payload: string;
  readonly protected: string;
  readonly signature: string;
}

/** Sign the text of a recipe. */
export async function signRecipe(
  { kid, privateJwk }: SigningKey,
  text: string,
): Promise<SignedText> {
  const { payload, signature, ...signed } = await new FlattenedSign(new TextEncoder().encode(text))
    .setProtectedHeader({ alg, typ, kid })
    .sign(await importJWK({ ...privateJwk }, alg));
  return { payload, protected: signed.protected ?? "", signature };
}

/** What was signed and by which key; or that the key is none of those, or that the signature does not fit. */
export type ReadText =
  | { readonly text: string; readonly kid: string }
  | { readonly fault: "broken-signature" }
  | { readonly fault: "unknown-publisher"; readonly kid: string };

/** Read the text of a recipe that one of these keys has signed. No key is ever taken from the file itself. */
export async function readSignedRecipe(
  { payload, protected: header, signature }: SignedText,
  trusted: readonly PublicJwk[],
): Promise<ReadText> {
  const file = { payload, protected: header, signature };
  const kid = kidOf(file);
  if (kid === undefined) return { fault: "broken-signature" };
  const key = trusted.find((one) => one.kid === kid);
  if (!key) return { fault: "unknown-publisher", kid };
  try {
    const verified = await flattenedVerify(file, await importJWK({ ...key }, alg), {
      algorithms: [alg],
    });
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(verified.payload), kid };
  } catch {
    // Whatever it is that does not fit, it is not what was signed.
    return { fault: "broken-signature" };
  }
}

/** Which key is said to have signed it, where the header is one that we write: what else one says is not understood. */
function kidOf(file: SignedText): string | undefined {
  try {
    const { kid, ...header } = decodeProtectedHeader(file);
    return isDeepStrictEqual(header, { alg, typ }) ? kid : undefined;
  } catch {
    return undefined;
  }
}
