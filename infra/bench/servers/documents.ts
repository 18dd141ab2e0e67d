import { join } from "node:path";
import type { TenantFolder } from "@guildhall/folder";
import { checkAnswers, compileForm } from "@guildhall/forms";
import { compileMapping, type MappingInput, render } from "@guildhall/mapping";
import { type CompiledSchemaSet, compileSchemaSet } from "@guildhall/xml";
import { codesIn, inputOf } from "../../../services/guildhall/src/folder/example-input.ts";
import { readTenantFolder } from "../../../services/guildhall/src/folder/read.ts";
import { answerCommands } from "../commands.ts";
import { worstReadMs } from "./hostile-xml.ts";

/** What one document costs the processor, by step and in milliseconds, over all golden examples of a council. */
export interface DocumentCosts {
  readonly documents: number;
  /** From answers to the document's text. */
  readonly mapMs: number;
  /** The text against its schema set and the set's rules; nothing where the target has none. */
  readonly checkMs: number;
  /** Reading the worst of documents that are made to keep a parser busy. */
  readonly hostileMs: number;
}

interface Sample {
  write(): string;
  readonly set: CompiledSchemaSet | undefined;
}

const commands = {
  costs: async ({ root, rounds }: { root: string; rounds: number }): Promise<DocumentCosts> => {
    const samples = samplesOf(await read(root));
    const texts = samples.map(({ write }) => write());
    const write = () => samples.map((sample) => sample.write());
    const check = () => samples.map(({ set }, at) => set?.check(texts[at] ?? ""));
    for (const step of [write, check]) cpuMsOf(step, rounds / 5);
    const each = samples.length * rounds;
    return {
      documents: samples.length,
      mapMs: cpuMsOf(write, rounds) / each,
      checkMs: cpuMsOf(check, rounds) / each,
      hostileMs: worstReadMs(),
    };
  },
};
export type DocumentsCommands = typeof commands;

async function read(root: string): Promise<TenantFolder> {
  const tenants = join(root, "tenants");
  const path = join(tenants, "cambridge-city");
  const result = await readTenantFolder(path, { cookbook: join(tenants, "cookbook") });
  if ("folder" in result) return result.folder;
  throw new Error(`${path} has ${result.faults.length} faults.`);
}

/** Every XML example of the folder, with its form's answers taken and its mapping and schema set ready. */
function samplesOf(folder: TenantFolder): Sample[] {
  const sets = new Map(folder.schemas.map((set) => [set.id, compileSchemaSet(set)]));
  return folder.examples.flatMap((example) => {
    const service = folder.services.find(({ id }) => id === example.service);
    if (!service) return [];
    const form = compileForm(service.form);
    const receivedAt = example.receivedAt ?? "2026-06-12T08:15:30.000Z";
    const checked = checkAnswers(form, example.answers, receivedAt.slice(0, 10));
    if ("faults" in checked) return [];
    const taken = { service, form, answers: checked.answers, receivedAt };
    const input = inputOf(taken, folder);
    return service.mappings
      .filter(({ format }) => format === "xml")
      .map((mapping): Sample => {
        const compiled = compileMapping(mapping);
        const codes = codesIn(folder, mapping.connector);
        const whole: MappingInput = { ...input, ...(codes && { codes }) };
        const set = mapping.schema === undefined ? undefined : sets.get(mapping.schema);
        return { write: () => render(compiled, whole), set };
      });
  });
}

function cpuMsOf(step: () => unknown, rounds: number): number {
  const before = process.cpuUsage();
  for (let nth = 0; nth < rounds; nth += 1) step();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

answerCommands(commands);
