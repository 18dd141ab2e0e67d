import { parseArgs } from "node:util";
import { linesOf } from "./figures.ts";
import { keeps, type Line, rounded } from "./lines.ts";
import type { Place } from "./rig.ts";
import { runBench } from "./run.ts";
import { linesOfScale } from "./scale/figures.ts";
import { runScale } from "./scale/run.ts";
import { tableOf } from "./table.ts";

const usage = `Measure the platform on this machine, beside what the machine can do at most.

  npm run bench [-- options]        npm run bench:peers also runs Node-RED and n8n, where installed
                                    npm run bench:scale measures a million processes and every council instead

  --json             print the figures as one JSON object on standard output
  --assert           end with 1 when a figure misses its limit
  --rounds <n>       measure so many times and take medians (2)
  --profile <folder> also write CPU profiles of the servers under load
`;

/** Run the bench as the arguments say and give the exit code. Words go to standard error, figures to standard output. */
export async function runCommandLine(args: readonly string[], place: Place): Promise<number> {
  const options = optionsOf(args);
  if (options.help) {
    process.stderr.write(usage);
    return 0;
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));
  const { figures, lines } = await (options.scale ? ofScale(place) : ofBench(place, options));
  process.stderr.write(`\n${tableOf(lines)}\n\n`);
  if (options.json) process.stdout.write(`${JSON.stringify(rounded(figures), null, 2)}\n`);
  // What was started ends with this process.
  process.exit(options.assert && lines.some((line) => keeps(line) === false) ? 1 : 0);
}

interface Measured {
  readonly figures: object;
  readonly lines: readonly Line[];
}

async function ofBench(place: Place, options: Options): Promise<Measured> {
  const { peers, rounds, profile } = options;
  const figures = await runBench(place, { peers, rounds: Number(rounds), profiles: profile });
  return { figures, lines: linesOf(figures) };
}

async function ofScale(place: Place): Promise<Measured> {
  const figures = await runScale(place);
  return { figures, lines: linesOfScale(figures) };
}

type Options = ReturnType<typeof optionsOf>;

function optionsOf(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: "boolean", default: false },
      assert: { type: "boolean", default: false },
      peers: { type: "boolean", default: false },
      scale: { type: "boolean", default: false },
      rounds: { type: "string", default: "2" },
      profile: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  return values;
}
