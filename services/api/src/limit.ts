import { hash, randomBytes } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** How many requests a minute are taken. */
export interface LimitSettings {
  /** From one key, or whoever else has shown who it is. */
  readonly key: number;
  /** From one address, of those who have not. */
  readonly address: number;
}

/** One limit as it stands for one caller. */
export interface LimitState {
  /** The limit's name, as the headers say it. */
  readonly policy: string;
  readonly points: number;
  readonly seconds: number;
  readonly remaining: number;
  readonly resetsInS: number;
  readonly isSpent: boolean;
}

const buckets = 2 ** 17;

/**
 * So many points in so many seconds for each caller, counted in this process.
 *
 * Callers fall into a fixed number of buckets by a digest that nobody outside can foresee, so that no crowd of
 * addresses fills the memory, and nobody can choose whose bucket to spend.
 */
export class Limit {
  readonly #name: string;
  readonly #points: number;
  readonly #seconds: number;
  readonly #limiter: RateLimiterMemory;
  readonly #salt = randomBytes(16).toString("base64");

  constructor(name: string, { points, seconds }: { points: number; seconds: number }) {
    this.#name = name;
    this.#points = points;
    this.#seconds = seconds;
    this.#limiter = new RateLimiterMemory({ points, duration: seconds });
  }

  /** Take a point, where one is left. */
  async take(caller: string): Promise<LimitState> {
    try {
      return this.#state(await this.#limiter.consume(this.#bucket(caller)), false);
    } catch (answer) {
      if (answer instanceof RateLimiterRes) return this.#state(answer, true);
      throw answer;
    }
  }

  /** Give a point back that turned out not to be spent. */
  async giveBack(caller: string): Promise<void> {
    await this.#limiter.reward(this.#bucket(caller));
  }

  #bucket(caller: string): string {
    const digest = hash("sha256", `${this.#salt}${caller}`, "hex");
    return String(Number.parseInt(digest.slice(0, 8), 16) % buckets);
  }

  #state({ remainingPoints, msBeforeNext }: RateLimiterRes, isSpent: boolean): LimitState {
    return {
      policy: this.#name,
      points: this.#points,
      seconds: this.#seconds,
      remaining: Math.max(0, remainingPoints),
      resetsInS: Math.max(1, Math.ceil(msBeforeNext / 1000)),
      isSpent,
    };
  }
}
