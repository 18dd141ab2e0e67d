import { Pool } from "undici";

/** A process that was acknowledged. */
export interface Acknowledged {
  readonly council: string;
  readonly id: string;
  readonly reference: string;
  readonly at: number;
}

export interface Council {
  readonly id: string;
  readonly key: string;
}

/**
 * Citizens of all councils, who send forms and repeat, with the same key, what nobody answered.
 *
 * What counts as acknowledged is what was answered with a reference, and nothing else.
 */
export class Citizens {
  readonly acknowledged = new Map<string, Acknowledged>();
  /** Answers that nobody should get. */
  readonly surprises = new Map<string, number>();
  /** How often somebody had to ask again. */
  repeats = 0;
  readonly #pool: Pool;
  readonly #sending = new Set<Promise<void>>();
  #count = 0;
  #stopped = false;

  constructor(origin: string) {
    this.#pool = new Pool(origin, { connections: 64, headersTimeout: 20_000, bodyTimeout: 20_000 });
  }

  /** Send one form a `everyMs` for each council until told to stop. */
  begin(councils: readonly Council[], everyMs: number): () => void {
    const timer = setInterval(() => {
      for (const council of councils) this.send(council).catch(() => undefined);
    }, everyMs);
    return () => clearInterval(timer);
  }

  /** Send many forms of one council, `atOnce` at a time. */
  async flood(council: Council, count: number, atOnce = 32): Promise<void> {
    let left = count;
    const lane = async () => {
      while (left > 0 && !this.#stopped) {
        left -= 1;
        await this.send(council);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
  }

  send(council: Council): Promise<void> {
    this.#count += 1;
    const sending = this.#submit(council, this.#count);
    this.#sending.add(sending);
    return sending.finally(() => this.#sending.delete(sending));
  }

  /** Wait for those that are under way; give up on what is not acknowledged by then. */
  async end(patienceMs: number): Promise<void> {
    const timer = setTimeout(() => {
      this.#stopped = true;
    }, patienceMs);
    while (this.#sending.size > 0) await Promise.all(this.#sending);
    clearTimeout(timer);
    await this.#pool.destroy();
  }

  async #submit({ id: council, key }: Council, nth: number): Promise<void> {
    const headers = {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": `chaos-submission-${nth}`,
    };
    const email = `citizen-${nth}@example.org`;
    const body = JSON.stringify({ service: "report", answers: { what: `Report ${nth}`, email } });
    for (let pauseMs = 50; !this.#stopped; pauseMs = Math.min(pauseMs * 2, 1000)) {
      const answer = await this.#post(`/t/${council}/v1/processes`, headers, body);
      if (answer?.status === 202) return this.#keep(council, answer.body);
      if (answer && answer.status !== 503 && answer.status !== 429) {
        const name = `${answer.status}`;
        this.surprises.set(name, (this.surprises.get(name) ?? 0) + 1);
        return;
      }
      this.repeats += 1;
      await pause(pauseMs);
    }
  }

  #keep(council: string, body: string): void {
    const { id, reference } = JSON.parse(body) as { id: string; reference: string };
    this.acknowledged.set(reference, { council, id, reference, at: Date.now() });
  }

  async #post(path: string, headers: Record<string, string>, body: string) {
    try {
      const answer = await this.#pool.request({ path, method: "POST", headers, body });
      return { status: answer.statusCode, body: await answer.body.text() };
    } catch {
      return undefined;
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
