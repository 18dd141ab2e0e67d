import { readLine, signLine } from "./signed-line.ts";

/** What an installation says of a tenant that it has erased. */
export interface ErasureCertificate {
  readonly tenant: string;
  readonly name: string;
  /** In ISO 8601. */
  readonly erasedAt: string;
  readonly askedBy: string;
  readonly confirmedBy: string;
  /** The SHA-256 of the archive that the tenant was given, in hex. */
  readonly exportSha256: string;
  /** How many there were of each noun. */
  readonly counts: Readonly<Record<string, number>>;
  /** The last event of its audit trail. */
  readonly auditHead: { readonly seq: number; readonly hash: string };
  /** What is left, and until when. */
  readonly remains: string;
}

const type = "guildhall-erasure-certificate+jws";

/** Sign a certificate with the installation's own key, as one line. */
export function signCertificate(secret: Uint8Array, certificate: ErasureCertificate): string {
  return signLine(secret, type, certificate);
}

/** Read a certificate that this installation signed, or undefined. */
export function readCertificate(secret: Uint8Array, jws: string): ErasureCertificate | undefined {
  // The signature proves that we wrote it.
  return readLine(secret, type, jws) as ErasureCertificate | undefined;
}
