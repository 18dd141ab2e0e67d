import type { LeaseEntry } from "@guildhall/store";
import { chooseNode } from "./rendezvous.ts";

/** What a node sees when it looks at the directory. */
export interface View {
  readonly now: number;
  readonly leases: readonly LeaseEntry[];
  /** The nodes that hold tenants and live. */
  readonly live: readonly string[];
  /** Each tenant with the one that it is a sandbox of, or itself. */
  readonly originals: ReadonlyMap<string, string>;
}

/** What one node should hold, by a rule that all nodes follow. */
export class Shares {
  readonly #self: string;
  #chosen = new Map<string, string | undefined>();
  #among = "";

  constructor(self: string) {
    this.#self = self;
  }

  /** The tenants that nobody holds, or this node without knowing it, and that belong here. */
  missing(view: View, isHeld: (tenant: string) => boolean): string[] {
    const holders = holdersOf(view);
    const belongs = ({ tenant }: LeaseEntry) => {
      const original = originalOf(tenant, view);
      // A sandbox is where its original is, even while that is about to move.
      const holder = tenant === original ? undefined : holders.get(original);
      return (holder ?? this.#choose(original, view.live)) === this.#self;
    };
    const isFree = ({ tenant }: LeaseEntry) =>
      (holders.get(tenant) ?? this.#self) === this.#self && !isHeld(tenant);
    return view.leases.filter((lease) => isFree(lease) && belongs(lease)).map(idOf);
  }

  /** The tenants that this node holds and another should, each with its sandbox. */
  surplus(view: View, isHeld: (tenant: string) => boolean): string[][] {
    const groups = new Map<string, string[]>();
    for (const { tenant } of view.leases) {
      const original = originalOf(tenant, view);
      const node = this.#choose(original, view.live);
      if (!isHeld(tenant) || node === undefined || node === this.#self) continue;
      groups.set(original, [...(groups.get(original) ?? []), tenant]);
    }
    return [...groups.values()];
  }

  /** Ask the rule, once for each tenant as long as the same nodes live. */
  #choose(tenant: string, live: readonly string[]): string | undefined {
    const among = live.join(" ");
    if (among !== this.#among) this.#chosen = new Map();
    this.#among = among;
    const known = this.#chosen.get(tenant) ?? chooseNode(tenant, live);
    this.#chosen.set(tenant, known);
    return known;
  }
}

/** Who holds each tenant, as long as its lease lasts. */
function holdersOf({ leases, now }: View): ReadonlyMap<string, string> {
  const lasting = leases.flatMap(({ tenant, node, until }): [string, string][] =>
    node !== undefined && until > now ? [[tenant, node]] : [],
  );
  return new Map(lasting);
}

function originalOf(tenant: string, { originals }: View): string {
  return originals.get(tenant) ?? tenant;
}

function idOf({ tenant }: LeaseEntry): string {
  return tenant;
}
