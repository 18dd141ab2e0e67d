import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { isLike } from "./shown.ts";

/** A program of a guide, and what it says. */
export class Program {
  readonly #child: ChildProcess;
  #said = "";
  #read = 0;

  constructor(file: string, options: { cwd: string; env: Record<string, string> }) {
    const { PATH = "" } = process.env;
    this.#child = spawn(process.execPath, ["--no-warnings", file], {
      cwd: options.cwd,
      env: { PATH, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on("data", (part: Buffer) => {
        this.#said += part.toString("utf8");
        this.#child.emit("said");
      });
  }

  /** Wait until it ends. */
  async end(): Promise<void> {
    if (this.#child.exitCode === null) await once(this.#child, "close");
    if (this.#child.exitCode !== 0) throw new Error(`The program failed:\n${this.#said}`);
  }

  /** Wait until it says the next lines, as they are shown. */
  async says(shown: string): Promise<void> {
    const wanted = shown.trim().split("\n").length;
    const signal = AbortSignal.timeout(20_000);
    const lines = () => this.#said.split("\n").slice(this.#read, this.#read + wanted + 1);
    while (lines().length <= wanted && this.#child.exitCode === null)
      await once(this.#child, "said", { signal }).catch(() => {
        throw new Error(`Instead of "${shown}" it said:\n${this.#said}`);
      });
    const real = lines().slice(0, wanted).join("\n");
    this.#read += wanted;
    if (real !== shown.trim() && !isLike(shown.trim(), real))
      throw new Error(`Instead of "${shown.trim()}" it said "${real}"`);
  }

  stop(): void {
    this.#child.kill();
  }
}
