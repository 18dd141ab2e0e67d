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
  /** What it wrote to either stream, as it came. */
  readonly output: string;
  /** What it wrote to its standard output alone. */
  readonly written: string;
}

/** Run a program in a folder and give what it wrote, without colours; none of them tells anyone that it ran. */
export function run(program: string, args: readonly string[], cwd: string): Promise<Ran> {
  const env = {
    ...process.env,
    NO_COLOR: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const parts: Buffer[] = [];
    const written: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => {
      parts.push(part);
      written.push(part);
    });
    child.stderr.on("data", (part: Buffer) => parts.push(part));
    child.once("error", reject);
    child.once("close", (code) =>
      resolve({ code, output: textOf(parts), written: textOf(written) }),
    );
  });
}

function textOf(parts: readonly Buffer[]): string {
  return Buffer.concat(parts).toString("utf8");
}
