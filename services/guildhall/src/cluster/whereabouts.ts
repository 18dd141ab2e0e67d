import { createHash } from "node:crypto";
import { type Store, tenantLeaseMs } from "@guildhall/store";

/** Who answers for a tenant now. */
export type Place =
  /** This process, under the name of the tenant whose lease it goes with: its own, or of a sandbox its original's. */
  | { readonly at: "here"; readonly home: string }
  /** Any process, since its database is on a server. */
  | { readonly at: "anywhere" }
  /** Another process; it is asked to take the tenant, where nobody holds it. */
  | ({ readonly at: "node"; readonly home: string } & Node)
  /** Nobody yet. */
  | { readonly at: "nowhere" };

interface Node {
  readonly node: string;
  readonly socket: string;
  readonly take: boolean;
}

/** Tells where tenants are, and forgets what turned out to be wrong. */
export interface Whereabouts {
  /** The tenant whose lease this one goes with: of a sandbox its original, of any other itself. */
  homeOf(tenant: string): Promise<string>;
  /** A sandbox is with whoever holds its tenant, also where that is on a server and its sandbox a file. */
  find(tenant: string, inSandbox?: boolean): Promise<Place>;
  /** Whoever was said to hold the tenant does not; where it is not even there, it holds nothing any more. */
  forget(place: { readonly home: string; readonly node: string }, isGone: boolean): Promise<void>;
}

export interface WhereaboutsOptions {
  readonly store: Pick<Store, "leases" | "nodes" | "originals">;
  /** This process. */
  readonly self: string;
  /** Take a tenant that nobody holds; left out in a process that holds none. */
  readonly take?: ((tenant: string) => Promise<unknown>) | undefined;
}

type InstallationStore = Pick<WhereaboutsOptions["store"], "leases" | "originals">;

const freshMs = 1000;

/** Find tenants by what the directory says of leases and nodes. */
export function createWhereabouts({ store, self, take }: WhereaboutsOptions): Whereabouts {
  const installation = createInstallation({
    leases: store.leases,
    originals: () => store.originals(),
  });
  const atOnce = createSharing<Place>();
  const withoutOwner = async (home: string): Promise<Place> => {
    if (take) {
      await take(home);
      return { at: "here", home };
    }
    const node = likeliest(home, await seenLately(store.nodes));
    return node
      ? { at: "node", home, node: node.id, socket: node.address, take: true }
      : { at: "nowhere" };
  };
  return {
    homeOf: installation.homeOf,
    find: async (tenant, inSandbox = false) => {
      const home = await installation.homeOf(tenant);
      const isShared = await installation.isShared(tenant);
      // Of a tenant that does not exist any process knows that.
      if (isShared === undefined || (isShared && !inSandbox)) return { at: "anywhere" };
      const owner = await store.leases.ownerOf(home);
      if (!owner) return atOnce(home, withoutOwner);
      if (owner.node === self) return { at: "here", home };
      if (owner.address === "") return { at: "nowhere" };
      return { at: "node", home, node: owner.node, socket: owner.address, take: false };
    },
    forget: async ({ home, node }, isGone) => {
      if (isGone) await store.nodes.endOf(node);
      store.leases.forgetOwner(home);
    },
  };
}

/** What is known of the installation's tenants, asked again at most once a second for one that is unknown. */
function createInstallation({ leases, originals }: InstallationStore) {
  let shared = new Map<string, boolean>();
  let homes: ReadonlyMap<string, string> = new Map();
  let askedAt = Number.NEGATIVE_INFINITY;
  let asked = Promise.resolve();
  const ask = async (): Promise<void> => {
    const all = await leases.list();
    homes = await originals();
    shared = new Map(all.map((entry) => [entry.tenant, entry.isShared]));
  };
  const know = async (tenant: string): Promise<void> => {
    if (shared.has(tenant)) return;
    if (performance.now() - askedAt >= freshMs) {
      askedAt = performance.now();
      asked = ask();
    }
    // Who comes while the directory is asked knows no more than who asks.
    await asked;
  };
  return {
    isShared: async (tenant: string): Promise<boolean | undefined> => {
      await know(tenant);
      return shared.get(tenant);
    },
    homeOf: async (tenant: string): Promise<string> => {
      await know(tenant);
      return homes.get(tenant) ?? tenant;
    },
  };
}

/** Find out once for all who ask at the same time: while nobody holds a tenant, its requests ask again and again. */
function createSharing<T>() {
  const asked = new Map<string, Promise<T>>();
  return (name: string, find: (name: string) => Promise<T>): Promise<T> => {
    const found = asked.get(name) ?? find(name).finally(() => asked.delete(name));
    asked.set(name, found);
    return found;
  };
}

/** One that has been stopped takes connections and answers none. */
async function seenLately(nodes: WhereaboutsOptions["store"]["nodes"]) {
  const since = Date.now() - tenantLeaseMs;
  return (await nodes.list()).filter(({ seenAt }) => seenAt > since);
}

/** The worker that all nodes would ask first to take a tenant (rendezvous hashing), so that they ask the same one. */
function likeliest<T extends { readonly id: string; readonly roles: readonly string[] }>(
  tenant: string,
  nodes: readonly T[],
): T | undefined {
  const workers = nodes.filter(({ roles }) => roles.includes("worker"));
  const weights = new Map(workers.map((node) => [node, weigh(`${tenant} ${node.id}`)]));
  return [...weights].sort(([, a], [, b]) => (a < b ? 1 : -1))[0]?.[0];
}

function weigh(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
