import type { EventType } from "@guildhall/contract";
import {
  type Db,
  findSecret,
  listSubscribers,
  type Subscriber,
  type SubscriptionRow,
  type Tx,
} from "@guildhall/store";
import { type Signer, secretName } from "./subscription/signers.ts";

const freshMs = 1000;

/**
 * Who is to be told of which event, and with what each is signed to.
 *
 * Read once a second at most, so that a tenant without subscribers pays nothing for the events it has; forgotten
 * where one was changed in this process.
 */
export class Subscribers {
  readonly #db: Db;
  readonly #now: () => number;
  #byType = new Map<string, string[]>();
  #readAt = Number.NEGATIVE_INFINITY;
  /** Each with the revision of the subscription that they are of. */
  readonly #signers = new Map<string, { revision: number; signers: readonly Signer[] }>();

  constructor(db: Db, now: () => number) {
    this.#db = db;
    this.#now = now;
  }

  /** The subscriptions that an event of this type is owed to, from within the change that it belongs to. */
  async wanting(type: EventType, tx: Tx): Promise<readonly string[]> {
    if (this.#now() - this.#readAt >= freshMs) await this.#read(tx);
    return this.#byType.get(type) ?? [];
  }

  /** What a subscription's webhooks are signed with now, the newest first; none where it is gone. */
  async signersOf({
    id,
    revision,
  }: Pick<SubscriptionRow, "id" | "revision">): Promise<readonly Signer[]> {
    const known = this.#signers.get(id);
    if (known?.revision === revision) return known.signers;
    // Sealed by us under this name and no other: what opens is a list of signers.
    const signers = ((await findSecret(this.#db, secretName(id))) ?? []) as readonly Signer[];
    this.#signers.set(id, { revision, signers });
    return signers;
  }

  /** Read anew at the next event. */
  forget(): void {
    this.#readAt = Number.NEGATIVE_INFINITY;
    this.#signers.clear();
  }

  async #read(tx: Tx): Promise<void> {
    const byType = new Map<string, string[]>();
    const now = this.#now();
    for (const subscriber of await listSubscribers(tx)) {
      if (!mayHear(subscriber, now)) continue;
      const types: string[] = JSON.parse(subscriber.row.events);
      for (const type of types) byType.set(type, [...(byType.get(type) ?? []), subscriber.row.id]);
    }
    this.#byType = byType;
    this.#readAt = now;
  }
}

/** Whether the owner of a subscription may still hear of events: a key must be good, and have the scope. */
export function mayHear({ row, key }: Subscriber, now: number): boolean {
  if (row.ownerKind !== "vendor" && row.ownerKind !== "partner") return true;
  if (!key || key.revokedAt !== null || key.expiresAt <= now) return false;
  return key.scopes.split(" ").includes("events:read");
}
