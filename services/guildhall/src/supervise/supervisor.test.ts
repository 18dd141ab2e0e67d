import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCrashJournal, readQuarantine } from "./crash-journal.ts";
import { supervise } from "./supervisor.ts";

describe("supervise", () => {
  let data: string;
  const said: string[] = [];
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), "guildhall-supervise-"));
    said.length = 0;
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  it("starts the server again when native code aborts it", async () => {
    expect(await run("process.abort()", "process.exit(0)")).toEqual({ code: 0 });
    expect(starts()).toBe(2);
  });

  it("leaves ended what ended by itself, and passes its code on", async () => {
    expect(await run("process.exit(7)")).toEqual({ code: 7 });
    expect(starts()).toBe(1);
  });

  it("shuts a tenant away whose file aborted the server again and again, and no other", async () => {
    openCrashJournal(data).note("exampleshire");
    await run("process.abort()", "process.abort()", "process.abort()", "process.exit(0)");
    expect([...readQuarantine(data)]).toEqual(["exampleshire"]);
    expect(said.at(-1)).toContain("exampleshire aborted the server 3 times");
  });

  it("does not shut a tenant away for a single abort", async () => {
    openCrashJournal(data).note("exampleshire");
    await run("process.abort()", "process.exit(0)");
    expect(readQuarantine(data).size).toBe(0);
  });

  it("does not start again what was told to end", async () => {
    const program = write([
      "process.on('SIGTERM', () => process.abort()); setInterval(() => {}, 1000); require('node:fs').writeFileSync(process.argv[2] + '/ready', '')",
    ]);
    const { ended, stop } = supervise(options(program));
    await fileAppears(join(data, "ready"));
    stop("SIGTERM");
    await ended;
    expect(starts()).toBe(1);
  });

  function run(...turns: string[]) {
    return supervise(options(write(turns))).ended;
  }
  function options(program: string) {
    return {
      command: [process.execPath, program, data] as const,
      data,
      pauseMs: 1,
      report: (sentence: string) => said.push(sentence),
    };
  }
  /** A server whose first start does the first of these things, its second the second, and so on. */
  function write(turns: readonly string[]): string {
    const path = join(data, "server.cjs");
    const cases = turns.map((turn, index) => `case ${index}: ${turn}; break;`).join("\n");
    writeFileSync(
      path,
      `const { appendFileSync, readFileSync } = require("node:fs");
      const log = process.argv[2] + "/starts";
      appendFileSync(log, "");
      const turn = readFileSync(log).length;
      appendFileSync(log, ".");
      switch (turn) { ${cases} }`,
    );
    return path;
  }
  function starts(): number {
    return readFileSync(join(data, "starts")).length;
  }
});

async function fileAppears(path: string): Promise<void> {
  const { existsSync, watch } = await import("node:fs");
  const { dirname } = await import("node:path");
  await new Promise<void>((resolve) => {
    const watcher = watch(dirname(path), () => existsSync(path) && end());
    const end = () => {
      watcher.close();
      resolve();
    };
    if (existsSync(path)) end();
  });
}
