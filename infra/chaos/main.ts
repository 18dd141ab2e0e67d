import { fileURLToPath } from "node:url";
import { runChaos } from "./chaos.ts";
import { help, readOptions } from "./options.ts";

const bundle = fileURLToPath(new URL("../../dist/guildhall.mjs", import.meta.url));

// Whatever ends this, what it started ends with it.
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => process.exit(1));
process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options === "help") {
      process.stdout.write(`${help}\n`);
      return 0;
    }
    return await runChaos(options, bundle);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : "Chaos failed."}\n`);
    return 1;
  }
}
