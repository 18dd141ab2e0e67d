import type { SchemaSet } from "@guildhall/contract";
import { createSchemaChecker, type DocumentFault, type SchemaChecker } from "@guildhall/xml";
import type { Command } from "commander";
import { readDocument, type UnreadableFault, xmlFilesIn } from "../documents-on-disk.ts";
import { readSchemaSet, SchemaSetUnusable } from "../schema-set.ts";
import { lineOfFault } from "../visible.ts";
import { createProgress, type Progress } from "./progress.ts";
import type { CommandWorld } from "./world.ts";

interface ValidateFlags {
  readonly schema: string;
  readonly json?: boolean;
}

interface Result {
  readonly file: string;
  readonly valid: boolean;
  readonly faults: readonly (DocumentFault | UnreadableFault)[];
}

const exitCodes = { valid: 0, invalid: 1, wrongCall: 2 } as const;
/** Files that are read while others are checked. */
const readAhead = 32;

/** `guildhall xml validate`. */
export function addXmlCommands(
  command: Command,
  world: CommandWorld,
  exit: { code: number },
): void {
  command
    .command("xml")
    .description("XML documents and their schemas")
    .command("validate")
    .description("check documents against a schema set; exit code 0 when all are valid, 1 when not")
    .argument("<file...>", "documents, and folders of them")
    .requiredOption("--schema <path>", "the main .xsd with the others beside it, or a set.yaml")
    .option("--json", "print a JSON object for each document, on a line of its own")
    .action(async (paths: string[], flags: ValidateFlags) => {
      exit.code = await validate(paths, flags, world);
    });
}

async function validate(
  paths: readonly string[],
  { schema, json = false }: ValidateFlags,
  { print, say }: CommandWorld,
): Promise<number> {
  const checker = createSchemaChecker();
  try {
    const set = await readSchemaSet(schema, checker);
    const files = await xmlFilesIn(paths);
    const progress = createProgress(files.length);
    const results = checkAll(files, set, checker);
    const invalid = await printAll(results, json ? asJson : linesOf, { print, progress });
    say(summarise(files.length, invalid));
    return invalid === 0 ? exitCodes.valid : exitCodes.invalid;
  } catch (error) {
    if (!(error instanceof SchemaSetUnusable)) throw error;
    say(error.message);
    return exitCodes.wrongCall;
  } finally {
    await checker.close();
  }
}

/** Print results as they come, and count those that are not valid. */
async function printAll(
  results: AsyncIterable<Result>,
  toLines: (result: Result) => string[],
  { print, progress }: Pick<CommandWorld, "print"> & { progress: Progress },
): Promise<number> {
  let invalid = 0;
  for await (const result of results) {
    progress.step();
    if (!result.valid) invalid += 1;
    for (const line of toLines(result)) print(line);
  }
  progress.end();
  return invalid;
}

/** Check documents in their order, reading some ahead. */
async function* checkAll(
  files: readonly string[],
  set: SchemaSet,
  checker: SchemaChecker,
): AsyncGenerator<Result> {
  for (let from = 0; from < files.length; from += readAhead) {
    const some = files.slice(from, from + readAhead);
    yield* await Promise.all(some.map((file) => checkFile(file, set, checker)));
  }
}

async function checkFile(file: string, set: SchemaSet, checker: SchemaChecker): Promise<Result> {
  const read = await readDocument(file);
  const faults = "fault" in read ? [read.fault] : await checker.check(set, read.bytes);
  return { file, valid: faults.length === 0, faults };
}

function asJson(result: Result): string[] {
  return [JSON.stringify(result)];
}

function linesOf({ file, faults }: Result): string[] {
  return faults.map((fault) => {
    const { line = 1, sentence, xpath } = { xpath: undefined, line: undefined, ...fault };
    return lineOfFault({ file, line, sentence: `${sentence}${xpath ? ` (${xpath})` : ""}` });
  });
}

function summarise(all: number, invalid: number): string {
  if (all === 1) return invalid === 0 ? "The document is valid." : "The document is not valid.";
  const valid = (all - invalid).toLocaleString("en-GB");
  return `${valid} of ${all.toLocaleString("en-GB")} documents are valid.`;
}
