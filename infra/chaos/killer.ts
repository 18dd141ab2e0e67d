import type { Product } from "./product.ts";
import type { Redis } from "./redis.ts";

export interface KillerOptions {
  readonly product: Pick<Product, "killOne">;
  readonly redis: Redis | undefined;
  readonly random: () => number;
  readonly say: (sentence: string) => void;
}

/** Kills processes at even intervals, and Redis now and then: every second time it has forgotten all when it is back. */
export interface Killer {
  readonly processKills: number;
  readonly redisKills: number;
  run(ms: number): Promise<void>;
}

const kills = 24;
const redisKills = 5;

/** Kill 24 processes and 5 times Redis, spread over the time given. */
export function createKiller({ product, redis, random, say }: KillerOptions): Killer {
  const done = { process: 0, redis: 0 };
  const killProcess = async () => {
    await product.killOne(random());
    done.process += 1;
  };
  const killRedis = async () => {
    const empty = done.redis % 2 === 1;
    say(empty ? "Redis is killed and emptied." : "Redis is killed.");
    await redis?.kill({ empty });
    done.redis += 1;
  };
  return {
    get processKills() {
      return done.process;
    },
    get redisKills() {
      return done.redis;
    },
    async run(ms) {
      const end = Date.now() + ms;
      for (let nth = 1; nth <= kills; nth += 1) {
        await until(end - ms + (nth * ms) / (kills + 1));
        await killProcess();
        if (redis && nth % Math.floor(kills / redisKills) === 0) await killRedis();
      }
      await until(end);
    },
  };
}

function until(at: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(at - Date.now(), 0)));
}
