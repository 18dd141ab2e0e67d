import type { Waiting } from "./live-watch.ts";

export interface PlacesOptions {
  readonly mostOfTenant: number;
  readonly mostOfNetwork: number;
  readonly most: number;
}

/** How many wait: of a tenant, from a network, and in all. Whoever asks from within this process is of no network. */
export class Places {
  readonly #options: PlacesOptions;
  readonly #ofTenant = new Map<string, number>();
  readonly #ofNetwork = new Map<string, number>();
  #taken = 0;

  constructor(options: PlacesOptions) {
    this.#options = options;
  }

  /** Take a place and give what gives it back, once however often it is called; undefined where there is none. */
  take({ tenant, network }: Pick<Waiting, "tenant" | "network">): (() => void) | undefined {
    const { mostOfTenant, mostOfNetwork, most } = this.#options;
    if (this.#taken >= most || isFull(this.#ofTenant, tenant, mostOfTenant)) return undefined;
    if (network !== undefined && isFull(this.#ofNetwork, network, mostOfNetwork)) return undefined;
    this.#count(1, { tenant, network });
    let isTaken = true;
    return () => {
      if (isTaken) this.#count(-1, { tenant, network });
      isTaken = false;
    };
  }

  #count(by: 1 | -1, { tenant, network }: Pick<Waiting, "tenant" | "network">): void {
    this.#taken += by;
    add(this.#ofTenant, tenant, by);
    if (network !== undefined) add(this.#ofNetwork, network, by);
  }
}

function isFull(counts: ReadonlyMap<string, number>, of: string, most: number): boolean {
  return (counts.get(of) ?? 0) >= most;
}

/** Nobody is kept in mind who does not wait. */
function add(counts: Map<string, number>, of: string, by: number): void {
  const now = (counts.get(of) ?? 0) + by;
  if (now === 0) counts.delete(of);
  else counts.set(of, now);
}
