import type { Fault, Mapping, ServiceDefinition } from "@guildhall/contract";
import type { Example } from "@guildhall/folder";
import { type CompiledForm, checkAnswers, compileForm, sentenceFor } from "@guildhall/forms";
import { compileMapping, MappingFault, type MappingInput, render } from "@guildhall/mapping";
import { checkDocument } from "@guildhall/worker";
import type { SchemaChecker } from "@guildhall/xml";
import { codesIn, type ExampleFolder, inputOf } from "./example-input.ts";

/** What examples are rendered with. */
export interface ExampleSetting {
  readonly folder: ExampleFolder;
  readonly checker: Pick<SchemaChecker, "check">;
}

export type RenderedExample =
  | { readonly documents: Readonly<Record<string, string>> }
  | { readonly refused: readonly string[] };

/** When an example was received that does not say it. */
export const usualMoment = "2026-06-12T08:15:30.000Z";

/**
 * What an example's answers become, by mapping, laid out to be read; or why they do not: the form does not take
 * them, a row cannot be written, or the receiver's schema does not accept the document.
 */
export async function renderExample(
  service: ServiceDefinition,
  example: Pick<Example, "answers" | "receivedAt">,
  setting: ExampleSetting,
): Promise<RenderedExample> {
  const form = compileForm(service.form);
  const receivedAt = example.receivedAt ?? usualMoment;
  const checked = checkAnswers(form, example.answers, receivedAt.slice(0, 10));
  if ("faults" in checked) return { refused: checked.faults.map((fault) => inWords(fault, form)) };

  const { answers } = checked;
  const input = inputOf({ service, form, answers, receivedAt }, setting.folder);
  const documents: Record<string, string> = {};
  const refused: string[] = [];
  for (const mapping of service.mappings) {
    const codes = codesIn(setting.folder, mapping.connector);
    const written = await write(mapping, { ...input, ...(codes && { codes }) }, setting);
    if (typeof written === "string") documents[mapping.id] = layOut(mapping, written);
    else refused.push(...written.map((fault) => `${mapping.id}: ${fault}`));
  }
  return refused.length > 0 ? { refused } : { documents };
}

/** What a citizen would read beside the question; an answer to no question has only its name. */
function inWords(fault: Fault, form: CompiledForm): string {
  const asked = form.questions.get(fault.pointer.split("/")[1] ?? "");
  const sentence = asked && sentenceFor(asked.question, fault);
  return `“${fault.pointer.slice(1)}”: ${sentence ?? fault.code}`;
}

/** The document, or the rows at fault. */
async function write(
  definition: Mapping,
  input: MappingInput,
  { folder, checker }: ExampleSetting,
): Promise<string | readonly string[]> {
  try {
    const mapping = compileMapping(definition);
    const text = render(mapping, input);
    const set = folder.schemas.find(({ id }) => id === definition.schema);
    const objection = set && (await checkDocument(checker, set, { text, mapping, input }));
    if (!objection) return text;
    return (objection.faults ?? []).map(({ target, sentence }) => `“${target}”: ${sentence}`);
  } catch (error) {
    if (!(error instanceof MappingFault)) throw error;
    return [`“${error.target}”: ${error.reason}.`];
  }
}

/** Set each element or field on a line of its own. Texts are not touched, so what differs in them still differs. */
function layOut({ format }: Mapping, document: string): string {
  if (format === "json") return `${JSON.stringify(JSON.parse(document), null, 2)}\n`;
  let depth = 0;
  const lines = document.split(/(?<=>)(?=<)/).map((tag) => {
    if (tag.startsWith("</")) depth -= 1;
    const line = "  ".repeat(depth) + tag;
    if (/^<[^/]/.test(tag) && !/<\/|\/>$/.test(tag)) depth += 1;
    return line;
  });
  return `${lines.join("\n")}\n`;
}
