import { type Client, connect, type Reply } from "./client.ts";
import { acceptedAs, type Posting, postingsFor, type Target } from "./target.ts";

/** One accepted submission: its reference, when it was due to be sent, and when the answer came. */
export interface Accepted {
  readonly reference: string;
  readonly dueAt: number;
  readonly answeredAt: number;
}

/** Answers that were no acceptance, and requests that were not answered. */
export interface Refused {
  readonly count: number;
  /** What the first of them was answered. */
  readonly first?: string;
}

/** What a load came to. */
export interface Load {
  readonly accepted: readonly Accepted[];
  readonly refused: Refused;
  readonly beganAt: number;
  readonly endedAt: number;
}

/** A load in the making. */
class Book {
  readonly accepted: Accepted[] = [];
  refused: Refused = { count: 0 };
  readonly beganAt = performance.now();

  async post(client: Client, posting: Posting, dueAt: number): Promise<boolean> {
    const reply = await client.send(posting).catch(() => undefined);
    const reference = reply && acceptedAs(posting, reply.status, reply.body);
    if (reference === undefined) this.#refuse(reply);
    else this.accepted.push({ reference, dueAt, answeredAt: performance.now() });
    return reply !== undefined;
  }
  close(): Load {
    const { accepted, refused, beganAt } = this;
    return { accepted, refused, beganAt, endedAt: performance.now() };
  }
  #refuse(reply: Reply | undefined): void {
    const { count, first = reply ? `${reply.status} ${reply.body}` : "nothing" } = this.refused;
    this.refused = { count: count + 1, first };
  }
}

export interface ClosedLoad {
  readonly target: Target;
  readonly connections: number;
  readonly seconds: number;
  /** Stop when so many were accepted, however much time is left. */
  readonly most?: number | undefined;
}

/** Keep every connection busy: each sends its next request when the last was answered, and stops when it was not. */
export async function closedLoop(load: ClosedLoad): Promise<Load> {
  const { target, connections, seconds, most = Number.POSITIVE_INFINITY } = load;
  const client = connect(target.url, connections);
  const next = postingsFor(target);
  const book = new Book();
  const until = book.beganAt + seconds * 1000;
  const one = async () => {
    while (performance.now() < until && book.accepted.length < most)
      if (!(await book.post(client, next(), performance.now()))) return;
  };
  await Promise.all(Array.from({ length: connections }, one));
  await client.close();
  return book.close();
}

export interface OpenLoad {
  readonly target: Target;
  readonly perS: number;
  readonly seconds: number;
  /** Few enough that none is unused for so long that the server ends it. */
  readonly connections?: number;
}

/** Send at a steady rate whatever the answers do; a request counts from when it was due, so no delay is hidden. */
export async function openLoop(load: OpenLoad): Promise<Load> {
  const { target, perS, seconds, connections = 64 } = load;
  const client = connect(target.url, connections);
  const next = postingsFor(target);
  const book = new Book();
  const sent: Promise<boolean>[] = [];
  const count = perS * seconds;
  while (sent.length < count) {
    const dueAt = book.beganAt + (sent.length * 1000) / perS;
    if (dueAt <= performance.now()) sent.push(book.post(client, next(), dueAt));
    else await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(sent);
  await client.close();
  return book.close();
}
