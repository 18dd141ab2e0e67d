import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createSecureContext } from "node:tls";

/** Where a certificate and its key are, in PEM. */
export interface KeyPairFiles {
  readonly cert: string;
  readonly key: string;
}

/** A certificate with its chain, and the key that belongs to it. */
export interface KeyPair {
  readonly cert: string;
  readonly key: string;
}

/** Older versions of TLS can be broken. */
export const minVersion = "TLSv1.2";

/**
 * Read a certificate and its key.
 *
 * @throws Error one sentence that says what is wrong with them
 */
export async function readKeyPair(files: KeyPairFiles): Promise<KeyPair> {
  const [cert, key] = await Promise.all([readText(files.cert), readText(files.key)]);
  const fault = faultOf({ cert, key });
  if (fault) throw new Error(`${fault(files)}.`);
  return { cert, key };
}

/** The first certificate of a file, which is the server's own. */
export function certificateOf({ cert }: KeyPair): X509Certificate {
  return new X509Certificate(cert);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new Error(`${path} cannot be read.`);
  }
}

type Sentence = (files: KeyPairFiles) => string;

function faultOf(pair: KeyPair): Sentence | undefined {
  const certificate = attempt(() => certificateOf(pair));
  if (!certificate) return ({ cert }) => `${cert} does not hold a certificate in PEM`;
  const key = attempt(() => createPrivateKey(pair.key));
  if (!key)
    return ({ key: path }) => `${path} does not hold a private key in PEM without a password`;
  if (!certificate.checkPrivateKey(key))
    return ({ cert, key: path }) => `${path} is not the key of the certificate in ${cert}`;
  if (!attempt(() => createSecureContext({ ...pair, minVersion })))
    return ({ cert }) => `${cert} and its key cannot be served with`;
  return undefined;
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
