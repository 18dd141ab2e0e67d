import type { Mapping, ServiceDefinition } from "@guildhall/contract";
import {
  checkAnswers,
  compileForm,
  conditions,
  contactOf,
  labelOf,
  summaryOf,
} from "@guildhall/forms";
import { compileMapping, type MappingInput, render } from "@guildhall/mapping";
import type { Example } from "./examples.ts";

/** What an example's answers become, by mapping, laid out to be read; or why the form does not take them. */
export function renderExample(
  service: ServiceDefinition,
  example: Pick<Example, "answers" | "receivedAt">,
  { tenant, referencePrefix }: { tenant: string; referencePrefix: string },
): { documents: Record<string, string> } | { refused: readonly string[] } {
  const form = compileForm(service.form);
  const receivedAt = example.receivedAt ?? "2026-06-12T08:15:30.000Z";
  const checked = checkAnswers(form, example.answers, receivedAt.slice(0, 10));
  if ("faults" in checked)
    return { refused: checked.faults.map(({ pointer, code }) => `${pointer}: ${code}`) };

  const base = `https://guildhall.example/t/${tenant}/v1`;
  const processId = "prc_01kb3zq8w5v0t6m2h9r4c7d1xe";
  const input: MappingInput = {
    answers: checked.answers,
    conditions: conditions(form, checked.answers),
    labels: (question, value) => labelOf(form, question, value),
    facts: {
      processId,
      reference: `${referencePrefix}-2V4K-7XQP`,
      receivedAt,
      serviceTitle: service.title,
      summary: summaryOf(form, checked.answers),
      callbackUrl: `${base}/processes/${processId}`,
      grant: "grant-of-this-process",
      documentLinks: [processId.replace("prc_", "frm_"), ...filesIn(service, checked.answers)].map(
        (id) => `${base}/documents/${id}`,
      ),
      contact: contactOf(service, checked.answers),
    },
  };
  const documents = service.mappings.map((mapping) => [
    mapping.id,
    layOut(mapping, render(compileMapping(mapping), input)),
  ]);
  return { documents: Object.fromEntries(documents) };
}

function filesIn(service: ServiceDefinition, answers: MappingInput["answers"]): string[] {
  const files = service.form.pages
    .flatMap((page) => page.questions)
    .filter(({ type }) => type === "files");
  return files.flatMap(({ id }) => answers[id] ?? []) as string[]; // The form has let nothing but ids through.
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
