import { parseArgs } from "node:util";

/** How a run of chaos is set up. */
export interface Options {
  /** One server process, or the cluster of several. */
  readonly shape: "one" | "cluster";
  readonly queue: "in-process" | "bullmq";
  /** How long processes are killed and calls go wrong. */
  readonly seconds: number;
  /** How many processes the flooding council sends into a back office that hangs. */
  readonly flood: number;
  /** What the faults are drawn from: the same seed injects the same kinds in the same order. */
  readonly seed: number;
  /** Print one JSON object last. */
  readonly json: boolean;
  /** Leave the data folder where it is. */
  readonly keep: boolean;
}

export const help = `Usage: npm run chaos -- [options]

Sends processes of ten councils to a server that is killed again and again, with back offices that drop requests,
lose replies, answer 503 and 429, hang, and call back twice and out of order. Then counts what became of each.

  --shape one|cluster         one server process, or 2 api and 2 worker (cluster)
  --queue bullmq|in-process   what carries the work (bullmq); the cluster has Redis always
  --seconds <n>               how long things go wrong (240)
  --flood <n>                 processes that one council sends at once (3000)
  --seed <n>                  what the faults are drawn from (1)
  --keep                      leave the data folder
  --json                      print one JSON object last`;

/** Read the command line. @throws Error with one plain sentence */
export function readOptions(args: readonly string[]): Options | "help" {
  const { values } = parseArgs({
    args: [...args],
    options: {
      shape: { type: "string", default: "cluster" },
      queue: { type: "string", default: "bullmq" },
      seconds: { type: "string", default: "240" },
      flood: { type: "string", default: "3000" },
      seed: { type: "string", default: "1" },
      json: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  return {
    shape: oneOf("--shape", values.shape, ["one", "cluster"]),
    queue: oneOf("--queue", values.queue, ["in-process", "bullmq"]),
    seconds: count("--seconds", values.seconds, 600),
    flood: count("--flood", values.flood, 10_000),
    seed: count("--seed", values.seed, 2 ** 31),
    json: values.json,
    keep: values.keep,
  };
}

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new Error(`${name} is one of ${known.join(", ")}.`);
  return found;
}

function count(name: string, value: string, most: number): number {
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= 0 && number <= most) return number;
  throw new Error(`${name} is a whole number up to ${most}.`);
}
