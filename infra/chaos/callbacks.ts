import type { Case } from "./back-office.ts";

export interface CallbacksOptions {
  readonly random: () => number;
  /** How long a call is tried again while nobody answers. */
  readonly patienceMs: number;
}

interface Saying {
  readonly method: "GET" | "POST" | "PATCH";
  /** Seen from the process. */
  readonly path: string;
  readonly key: string;
  readonly body?: object;
}

/** A process that has ended takes no more notes, and a task that is done no more news: 409 is no surprise. */
const expected: ReadonlySet<string> = new Set(["200", "201", "409"]);

/** Speaks for back offices at work: each call is sent twice at once, and now and then a later one before an earlier. */
export class Callbacks {
  /** Answers that no back office should get, and how often they came. */
  readonly surprises = new Map<string, number>();
  readonly #options: CallbacksOptions;
  readonly #running = new Set<Promise<void>>();

  constructor(options: CallbacksOptions) {
    this.#options = options;
  }

  /** Say everything about a case: a note, how far it is, that it is done. */
  tell(made: Case): void {
    const saying = this.#tellAll(made).catch(() => this.#wonder("failure"));
    this.#running.add(saying);
    saying.finally(() => this.#running.delete(saying)).catch(() => undefined);
  }

  /** Resolves when all is said. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async #tellAll(made: Case): Promise<void> {
    const { random } = this.#options;
    await pause(random() * 300);
    const tasks = await this.#call(made, { method: "GET", path: "/tasks", key: "tasks" });
    const { data = [] } = ((await tasks?.json()) ?? {}) as { data?: { id: string }[] };
    const [task] = data;
    const sayings = [noteOn(made), ...(task ? progressOf(made, task.id) : [])];
    const isBackwards = random() < 0.2;
    for (const saying of isBackwards ? sayings.toReversed() : sayings)
      await this.#sayTwice(made, saying);
  }

  async #sayTwice(made: Case, saying: Saying): Promise<void> {
    const answers = await Promise.all([this.#call(made, saying), this.#call(made, saying)]);
    for (const answer of answers) {
      const status = String(answer?.status ?? "nothing");
      if (!expected.has(status)) this.#wonder(status);
    }
  }

  #wonder(name: string): void {
    this.surprises.set(name, (this.surprises.get(name) ?? 0) + 1);
  }

  async #call({ callback, grant }: Case, { method, path, body, key }: Saying) {
    const headers = {
      authorization: `Bearer ${grant}`,
      "content-type": "application/json",
      "idempotency-key": key,
    };
    const payload = body === undefined ? {} : { body: JSON.stringify(body) };
    const end = Date.now() + this.#options.patienceMs;
    for (let pauseMs = 50; Date.now() < end; pauseMs = Math.min(pauseMs * 2, 2000)) {
      const answer = await fetch(`${callback}${path}`, { method, headers, ...payload }).catch(
        () => undefined,
      );
      if (answer && answer.status < 500 && answer.status !== 429) return answer;
      await pause(pauseMs);
    }
    return undefined;
  }
}

function noteOn({ reference }: Case): Saying {
  const body = { contents: `An officer looked at ${reference}.`, visibleToCitizen: true };
  return { method: "POST", path: "/notes", key: `note-of-${reference}`, body };
}

function progressOf({ reference }: Case, task: string): Saying[] {
  const path = `/../../tasks/${task}`;
  const body = { externalStatus: "LOOKING" };
  return [
    { method: "PATCH", path, key: `update-of-${reference}`, body },
    { method: "POST", path: `${path}/complete`, key: `completion-of-${reference}`, body: {} },
  ];
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
