import { spawn } from "node:child_process";

/** Something that is not as the rules of this house say. */
export interface Finding {
  /** The file, from the root folder, with its line where there is one: `packages/ui/src/index.ts:12`. */
  readonly place: string;
  readonly sentence: string;
}

/** One thing that `npm run check` looks at. */
export interface Check {
  readonly name: string;
  run(root: string): Promise<readonly Finding[]>;
}

export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** Run a program in a folder and give what it wrote, to either stream, without colours. */
export function run(program: string, args: readonly string[], cwd: string): Promise<Ran> {
  const env = {
    ...process.env,
    NO_COLOR: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
  };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const parts: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => parts.push(part));
    child.stderr.on("data", (part: Buffer) => parts.push(part));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output: Buffer.concat(parts).toString("utf8") }));
  });
}
