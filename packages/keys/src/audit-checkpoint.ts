import { readLine, signLine } from "./signed-line.ts";

/** How far an audit trail had come at a moment: its last event's place and hash. */
export interface Checkpoint {
  readonly tenant: string;
  readonly seq: number;
  /** In hex. */
  readonly hash: string;
  /** When it was taken, in ISO 8601. */
  readonly at: string;
}

const type = "guildhall-audit-checkpoint+jws";

/**
 * Sign a checkpoint with the Ed25519 key that follows from a secret of 32 bytes, as a compact JWS on one line.
 *
 * The secret is the installation's, not the tenant's: whoever can write to a tenant's database alone cannot sign.
 */
export function signCheckpoint(secret: Uint8Array, checkpoint: Checkpoint): string {
  const { tenant, seq, hash, at } = checkpoint;
  return signLine(secret, type, { tenant, seq, hash, at });
}

/** Read a checkpoint that was signed with this secret's key, or undefined. */
export function readCheckpoint(secret: Uint8Array, jws: string): Checkpoint | undefined {
  // The signature proves that we wrote it, and this is all that we write.
  return readLine(secret, type, jws) as Checkpoint | undefined;
}
