import type { BackOffices } from "./back-office.ts";
import type { Acknowledged, Council } from "./citizens.ts";

/** What became of all that was acknowledged. */
export interface Account {
  readonly delivered: number;
  readonly held: number;
  readonly dead: number;
  /** Neither delivered nor held nor refused: nobody has it, and nobody is told. */
  readonly lost: number;
  /** Cases that a back office made more than once. */
  readonly doubled: number;
  /** Held because a process died over them. */
  readonly heldAfterKill: number;
  /** Held although the back office can be asked, or had answered, and no process died over them. */
  readonly heldWithoutDoubt: number;
  /** Those that are lost: their references, and where the product says they stand. */
  readonly strays: readonly string[];
}

export interface AuditOptions {
  readonly origin: string;
  readonly councils: readonly Council[];
  readonly acknowledged: ReadonlyMap<string, Acknowledged>;
  readonly backOffices: BackOffices;
  /** Whether a held delivery of this council can be right at all. */
  readonly mayHold: (council: string) => boolean;
}

interface Delivery {
  readonly id: string;
  readonly process: string;
  readonly state: string;
  readonly lastCode?: string;
}

/** Ask the product itself, over its API, what became of every process, and compare it with what the back offices have. */
export async function audit(options: AuditOptions): Promise<Account> {
  const states = await statesOf(options);
  const all = [...options.acknowledged.values()];
  const stateOf = ({ id }: Acknowledged) => states.get(id)?.state;
  const { cases, doubtful } = options.backOffices;
  const diedOver = ({ id }: Acknowledged) => states.get(id)?.lastCode === "outcome-unknown";
  const delivered = all.filter((one) => stateOf(one) === "accepted" && cases.has(one.reference));
  const held = all.filter((one) => stateOf(one) === "held");
  const dead = all.filter((one) => stateOf(one) === "dead");
  const found = new Set([...delivered, ...held, ...dead]);
  const lost = all.filter((one) => !found.has(one));
  return {
    delivered: delivered.length,
    held: held.length,
    dead: dead.length,
    lost: lost.length,
    doubled: [...cases.values()].filter(({ made }) => made > 1).length,
    heldAfterKill: held.filter(diedOver).length,
    heldWithoutDoubt: held.filter(
      (one) => !options.mayHold(one.council) || !(doubtful.has(one.reference) || diedOver(one)),
    ).length,
    strays: lost.map((one) => {
      const { state = "unknown", lastCode = "" } = states.get(one.id) ?? {};
      return `${one.reference} is ${state} ${lastCode}, made ${cases.get(one.reference)?.made ?? 0} times`;
    }),
  };
}

/**
 * Wait until nothing is owed any more, at most so long; tell whether that came to be.
 *
 * What waits for its next try, up to hours after several, is sent at once, as staff do when a back office is well again.
 */
export async function settled(
  { origin, councils }: Pick<AuditOptions, "origin" | "councils">,
  patienceMs: number,
): Promise<boolean> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const open = await Promise.all(councils.map((council) => hasten(origin, council)));
    if (open.every((count) => count === 0)) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Send at once what a council still owes; tell how many that are, or one where it could not be asked. */
async function hasten(origin: string, council: Council): Promise<number> {
  const open = await openOf(origin, council).catch(() => undefined);
  if (!open) return 1;
  const waiting = open.filter(({ state }) => state === "pending");
  await Promise.all(waiting.slice(0, 100).map(({ id }) => sendAtOnce(origin, council, id)));
  return open.length;
}

/** What is not settled yet. A page may be empty though more come after it. */
async function openOf(origin: string, council: Council): Promise<Delivery[]> {
  const open: Delivery[] = [];
  const filter = "state=pending&state=queued&state=sent&limit=100";
  for (let cursor: string | undefined = ""; cursor !== undefined; ) {
    const query: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page = await read(origin, council, `/deliveries?${filter}${query}`);
    open.push(...page.data);
    cursor = page.nextCursor;
  }
  return open;
}

/** One that is on its way by now is left alone. */
async function sendAtOnce(origin: string, { id, key }: Council, delivery: string): Promise<void> {
  const headers = {
    authorization: `Bearer ${key}`,
    "idempotency-key": `at-once-${delivery}-${Date.now()}`,
  };
  const url = `${origin}/t/${id}/v1/deliveries/${delivery}/retry?only=waiting`;
  await fetch(url, { method: "POST", headers }).catch(() => undefined);
}

async function statesOf({ origin, councils }: AuditOptions): Promise<Map<string, Delivery>> {
  const states = new Map<string, Delivery>();
  for (const council of councils) {
    for (let cursor: string | undefined = ""; cursor !== undefined; ) {
      const query: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const page: Page = await read(origin, council, `/deliveries?limit=100${query}`);
      for (const delivery of page.data) states.set(delivery.process, delivery);
      cursor = page.nextCursor;
    }
  }
  return states;
}

interface Page {
  readonly data: Delivery[];
  readonly nextCursor?: string;
}

async function read(origin: string, { id, key }: Council, path: string): Promise<Page> {
  const answer = await fetch(`${origin}/t/${id}/v1${path}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
  return (await answer.json()) as Page;
}
