import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Block, blocksOf } from "@guildhall/api/markdown";
import { Program } from "./program.ts";
import { type Call, type Command, commandsOf, type Variables } from "./shell.ts";
import { at, differences, pathTo } from "./shown.ts";

/** What a reader is given outside the guide; some of it only when it is asked for. */
export type Given = Readonly<Record<string, string | (() => Promise<string>)>>;

export interface GuideRun {
  readonly markdown: string;
  /** What stands in the guide, and what it is here: addresses. */
  readonly instead: Readonly<Record<string, string>>;
  /** What a reader has got elsewhere: the values of `export` lines that are not shown in an answer. */
  readonly given: Given;
  /** Where its programs are written and run. */
  readonly folder: string;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** Its status is as the guide shows it, whatever that is. */
  readonly expected?: boolean;
}

/**
 * Do what a guide says, from its first block of code to its last, as a reader would.
 *
 * @throws Error where a command fails, or comes to something else than the guide shows
 */
export async function runGuide(run: GuideRun): Promise<number> {
  const reader = new Reader(run);
  try {
    const text = Object.entries(run.instead).reduce(
      (guide, [from, to]) => guide.replaceAll(from, to),
      run.markdown,
    );
    for (const block of blocksOf(text)) await reader.take(block);
    reader.settle();
    return reader.done;
  } finally {
    reader.stop();
  }
}

/** Someone who follows a guide. */
class Reader {
  /** How many commands were carried out. */
  done = 0;
  readonly #run: GuideRun;
  readonly #variables: Variables = {};
  readonly #answers: { shown: unknown; real: unknown }[] = [];
  readonly #programs: Program[] = [];
  #words = "";
  #last: Answer | undefined;

  constructor(run: GuideRun) {
    this.#run = run;
  }

  async take(block: Block): Promise<void> {
    if (block.kind === "paragraph") this.#words = block.text;
    if (block.kind !== "code") return;
    const { language, text } = block;
    try {
      if (language === "sh") await this.#runAll(text);
      else if (language === "js") await this.#save(text);
      else if (language === "json") this.#compare(JSON.parse(text));
      else if (language === "http") this.#compareHead(text);
      else if (language === "text") await this.#programs.at(-1)?.says(text);
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : error}\n\nafter:\n${text}`);
    }
  }

  /** What is not shown must have gone well. */
  settle(): void {
    const last = this.#last;
    this.#last = undefined;
    if (last && last.status >= 400 && !last.expected)
      throw new Error(`The API answered ${last.status}: ${JSON.stringify(last.body)}`);
  }

  stop(): void {
    for (const program of this.#programs) program.stop();
  }

  async #runAll(text: string): Promise<void> {
    this.settle();
    // One after the other: what a line sets, the next may use.
    for (const line of text.split(/\n(?=export |curl |node |#)/))
      for (const command of commandsOf(line, this.#variables)) await this.#do(command);
  }

  async #do(command: Command): Promise<void> {
    this.done += 1;
    if (command.kind === "export") this.#variables[command.name] = await this.#valueOf(command);
    else if (command.kind === "curl") {
      this.settle();
      this.#last = await call(command.call);
    } else await this.#start(command);
  }

  /** What the reader was given, or copies from an answer, or reads in the guide. */
  async #valueOf({ name, value }: { name: string; value: string }): Promise<string> {
    const given = this.#run.given[name];
    if (given !== undefined) return typeof given === "string" ? given : given();
    for (const { shown, real } of this.#answers.toReversed()) {
      const path = pathTo(shown, value);
      if (path) return String(at(real, path));
    }
    return value;
  }

  async #start({ file, stays }: { file: string; stays: boolean }): Promise<void> {
    const program = new Program(file, { cwd: this.#run.folder, env: this.#variables });
    this.#programs.push(program);
    if (!stays) await program.end();
  }

  /** The words before a program say what to call it. */
  async #save(text: string): Promise<void> {
    const [, name] = /`([\w-]+\.mjs)`/.exec(this.#words) ?? [];
    if (name === undefined) throw new Error("The guide does not say what to save this as");
    await writeFile(join(this.#run.folder, name), text);
  }

  #compare(shown: unknown): void {
    const real = this.#last?.body;
    const faults = differences(shown, real);
    if (faults.length > 0)
      throw new Error(`${faults.join("\n")}\n${JSON.stringify(real, null, 2)}`);
    this.#answers.push({ shown, real });
    this.#last = undefined;
  }

  /** The status and the headers that are shown; others may be there. */
  #compareHead(text: string): void {
    const [first = "", ...lines] = text.trim().split("\n");
    const { status, headers } = this.#last ?? { status: 0, headers: new Headers() };
    if (!first.startsWith(`HTTP/1.1 ${status}`)) throw new Error(`The API answered ${status}`);
    const shown = lines.map((line) => line.split(/: (.*)/s));
    const faults = shown.flatMap(([name = "", value]) => differences(value, headers.get(name)));
    if (faults.length > 0) throw new Error(faults.join("\n"));
    if (this.#last) this.#last = { ...this.#last, expected: true };
  }
}

async function call({ url, init }: Call): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  const body: unknown = isJson ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body };
}
