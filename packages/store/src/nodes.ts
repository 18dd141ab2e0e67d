import { eq, lt } from "drizzle-orm";
import type { Db } from "./db.ts";
import { endLeases } from "./lease-rows.ts";
import { patiently } from "./patiently.ts";
import { nodes } from "./schema/nodes.ts";
import { transact } from "./transact.ts";

/** One process among those that share a folder. */
export interface NodeIdentity {
  /** New at every start of a process: a name that comes back would be taken for its predecessor. */
  readonly id: string;
  /** Where other nodes reach it, such as the path of a socket. */
  readonly address: string;
  /** What it does; one with the role `worker` holds tenants without being asked. */
  readonly roles: readonly string[];
}

/** A node as the directory knows it. */
export interface NodeEntry extends NodeIdentity {
  readonly startedAt: number;
  readonly seenAt: number;
}

export interface NodesOptions {
  readonly directory: Db;
  readonly node: NodeIdentity | undefined;
  readonly now: () => number;
}

const rememberedMs = 3_600_000;

/** The processes that share a folder, each of which says in the directory that it lives. */
export class Nodes {
  readonly #options: NodesOptions;
  readonly #startedAt: number;

  constructor(options: NodesOptions) {
    this.#options = options;
    this.#startedAt = options.now();
  }

  /** Say that this node is there, and forget those that have not been seen for an hour. */
  async join(): Promise<void> {
    const { directory, now } = this.#options;
    const forgotten = transact(directory, async (tx) => {
      await tx.writes
        .delete(nodes)
        .where(lt(nodes.seenAt, now() - rememberedMs))
        .run();
    });
    await Promise.all([this.beat(), forgotten]);
  }

  /** Say that this node lives; one that somebody took for dead is there again. */
  async beat(): Promise<void> {
    const { directory, node, now } = this.#options;
    if (!node) return;
    const { id, address } = node;
    const seenAt = now();
    const row = {
      id,
      address,
      roles: JSON.stringify(node.roles),
      startedAt: this.#startedAt,
      seenAt,
    };
    await transact(directory, async (tx) => {
      await tx.writes
        .insert(nodes)
        .values(row)
        .onConflictDoUpdate({ target: nodes.id, set: { address, seenAt } })
        .run();
    });
  }

  /** Say that this node is no more, and give back what it still holds. */
  async leave(): Promise<void> {
    if (this.#options.node) await this.endOf(this.#options.node.id);
  }

  /**
   * Write down that a node has ended, as whoever saw it end does, so that others take over at once.
   *
   * Where it lives after all it can write nothing more once another has taken over.
   */
  async endOf(node: string): Promise<void> {
    await transact(this.#options.directory, async (tx) => {
      await endLeases(tx, node);
      await tx.writes.delete(nodes).where(eq(nodes.id, node)).run();
    });
  }

  /** All nodes that have joined and not left, in the order of their ids. */
  async list(): Promise<NodeEntry[]> {
    const { directory } = this.#options;
    const rows = await patiently(async () =>
      directory.reads.select().from(nodes).orderBy(nodes.id).all(),
    );
    return rows.map(({ roles, ...row }) => ({ ...row, roles: JSON.parse(roles) as string[] }));
  }
}
