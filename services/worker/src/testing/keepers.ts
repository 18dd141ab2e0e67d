import type { TenantDefinition } from "@guildhall/contract";
import { insertNote, listNotes, type OpenTenant, Store, transact } from "@guildhall/store";
import { createTestStore } from "@guildhall/store/testing";
import { Keeper } from "../keeper.ts";

/** A node of a test: its store, its keeper, and what was done for tenants. */
export interface TestNode {
  readonly id: string;
  readonly store: Store;
  readonly keeper: Keeper;
  /** `begin <tenant>`, `leave <tenant>`, `end <tenant>`, in the order in which they were done. */
  readonly done: string[];
  readonly errors: unknown[];
  /** Tenants of which something is under way. */
  readonly busy: Set<string>;
  /** Tenants that cannot be begun. */
  readonly spoilt: Set<string>;
  /** Lets the end of each tenant be waited for. */
  ending: Promise<unknown>;
  /** The tenants that are begun and not ended, in the order of their names. */
  readonly begun: readonly string[];
}

/** Several nodes over one folder, by a clock that moves when it is told to. */
export interface Keepers extends AsyncDisposable {
  readonly clock: { now: number };
  /** When tenants are next due; nothing is due of the others. */
  readonly due: Map<string, number>;
  add(id: string, more?: Partial<TenantDefinition>): Promise<void>;
  /** Start a node, and let it have its first round. */
  join(id: string, roles?: readonly string[]): Promise<TestNode>;
  /** Let time pass, and each of these nodes have a round after each second. */
  pass(seconds: number, ...nodes: TestNode[]): Promise<void>;
}

export async function createKeepers(): Promise<Keepers> {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const world = await createTestStore();
  const clock = { now: 1_000_000 };
  const due = new Map<string, number>();
  const opened: Store[] = [];
  const join = async (id: string, roles: readonly string[] = ["api", "worker"]) => {
    const store = await Store.open({
      folder: world.folder,
      rootKey: new Uint8Array(32),
      node: { id, address: `${id}.sock`, roles },
      now: () => clock.now,
    });
    opened.push(store);
    const node = createNode({ id, store, clock, due });
    await node.keeper.start();
    await settled();
    return node;
  };
  return {
    clock,
    due,
    join,
    add: async (id, more = {}) => {
      await world.store.addTenant({ ...council, id, ...more }, { now: 0 });
    },
    pass: async (seconds, ...nodes) => {
      for (let second = 0; second < seconds; second += 1) {
        clock.now += 1_000;
        for (const { keeper } of nodes) await keeper.tick();
        await settled();
      }
      await settled();
    },
    [Symbol.asyncDispose]: async () => {
      vi.useRealTimers();
      for (const store of opened) store.close();
      await world[Symbol.asyncDispose]();
    },
  };
}

type Parts = Pick<TestNode, "id" | "store"> & Pick<Keepers, "clock" | "due">;

function createNode({ id, store, clock, due }: Parts): TestNode {
  const done: string[] = [];
  const errors: unknown[] = [];
  const busy = new Set<string>();
  const spoilt = new Set<string>();
  const keeper = new Keeper({
    store,
    begin: async (tenant) => {
      if (spoilt.has(tenant)) throw new Error(`${tenant} is spoilt`);
      done.push(`begin ${tenant}`);
    },
    end: async (tenant) => {
      await node.ending;
      done.push(`end ${tenant}`);
    },
    leave: async (tenant) => void done.push(`leave ${tenant}`),
    isQuiet: (tenant) => !busy.has(tenant),
    nextDue: async (tenant) => {
      // What is due stands in the tenant's own database.
      const opened = store.openTenants.includes(tenant) ? await store.tenant(tenant) : undefined;
      if (opened) await listNotes(opened.db, "prc_1");
      return due.get(tenant);
    },
    now: () => clock.now,
    onError: (error) => errors.push(error),
  });
  const node: TestNode = {
    id,
    store,
    keeper,
    ending: Promise.resolve(),
    done,
    errors,
    busy,
    spoilt,
    get begun() {
      const begun = new Set<string>();
      for (const deed of done) {
        const [verb, tenant = ""] = deed.split(" ");
        if (verb === "begin") begun.add(tenant);
        if (verb === "end") begun.delete(tenant);
      }
      return [...begun].sort();
    },
  };
  return node;
}

/** Let what a round has begun come to its end. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
}

/** Open a tenant that this node holds. */
export async function openHeld({ store }: TestNode, id: string): Promise<OpenTenant> {
  const tenant = await store.tenant(id);
  if (!tenant) throw new Error(`no tenant ${id}`);
  return tenant;
}

/** Write something to a tenant. */
export function write({ db }: OpenTenant, id: string): Promise<unknown> {
  const row = { id, process: "prc_1", visible: true, author: "Officer", contents: id, at: 1 };
  return transact(db, (tx) => insertNote(tx, row));
}

const council: TenantDefinition = {
  id: "exampleshire",
  kind: "council",
  name: "Exampleshire District Council",
  referencePrefix: "EXM",
  timeZone: "Europe/London",
};
