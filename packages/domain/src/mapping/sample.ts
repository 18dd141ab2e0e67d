import type { Answers, Fault, NewMappingPreview, ServiceDefinition } from "@guildhall/contract";
import {
  type CompiledForm,
  checkAnswers,
  compileForm,
  createSampler,
  FormFault,
  sentenceFor,
  ukDate,
} from "@guildhall/forms";
import type { Context } from "../context.ts";
import { askedOf } from "../dry-run/asked.ts";

/** Answers to write a document of, and whose they are. */
export interface Sample {
  readonly kind: "scenario" | "given" | "made-up" | "none";
  readonly sentence: string;
  readonly answers: Answers;
  /** What the form does not take of them. */
  readonly faults: readonly string[];
  /** Undefined where the form cannot be filled in as it is. */
  readonly form?: CompiledForm;
}

/**
 * Find the answers that a document is to be written of; what the form does not take is left out and named.
 *
 * @throws Problem `request-invalid` where there is no such scenario
 */
export function sampleOf(
  ctx: Pick<Context, "now">,
  service: ServiceDefinition,
  asked: NewMappingPreview,
): Sample {
  const today = ukDate(new Date(ctx.now()));
  const { answers } = askedOf(service, { ...asked, fault: undefined }, today);
  try {
    const form = compileForm(service.form);
    const drawn = answers ?? createSampler(form, today).sample((count) => Math.min(1, count - 1));
    if (!drawn) return { ...nobody, form };
    const kind = answers === undefined ? "made-up" : kindOf(asked);
    const sentence = whose(service, asked, kind);
    return { kind, sentence, form, ...taken(form, drawn, today) };
  } catch (error) {
    if (!(error instanceof FormFault)) throw error;
    return { ...nobody, sentence: unfit };
  }
}

const unfit =
  "The questions have a fault, so nobody can answer them yet. Put them right to see what is sent.";
const nobody = {
  kind: "none",
  sentence: "Nobody gets through this form, so there are no answers to show.",
  answers: {},
  faults: [],
} as const;

function kindOf({ scenario }: NewMappingPreview): "scenario" | "given" {
  return scenario === undefined ? "given" : "scenario";
}

function whose(
  { scenarios }: ServiceDefinition,
  { scenario }: NewMappingPreview,
  kind: Sample["kind"],
): string {
  if (kind === "given") return "The answers that you gave.";
  const name = scenarios.find(({ id }) => id === scenario)?.name;
  if (kind === "scenario") return `The answers of “${name}”.`;
  return name === undefined
    ? "Answers that were made up to fit the form."
    : `Answers that were made up to fit the form, as “${name}” has none of its own.`;
}

/** Answers as the form takes them. Files are there only where a person has sent some. */
function taken(
  form: CompiledForm,
  drawn: Answers,
  today: string,
): Pick<Sample, "answers" | "faults"> {
  const isFile = (id: string) => form.questions.get(id)?.question.type === "files";
  const plain = Object.fromEntries(Object.entries(drawn).filter(([id]) => !isFile(id)));
  const checked = checkAnswers(form, plain, today);
  if ("answers" in checked) return { answers: checked.answers, faults: [] };
  const own = checked.faults.filter(({ pointer }) => !isFile(pointer.split("/")[1] ?? ""));
  const wrong = new Set(own.map(({ pointer }) => pointer.split("/")[1]));
  const rest = Object.fromEntries(Object.entries(plain).filter(([id]) => !wrong.has(id)));
  return { answers: rest, faults: own.slice(0, mostFaults).map((fault) => inWords(fault, form)) };
}

const mostFaults = 50;

function inWords(fault: Fault, { questions }: CompiledForm): string {
  const asked = questions.get(fault.pointer.split("/")[1] ?? "")?.question;
  if (asked) return `“${asked.label}”: ${sentenceFor(asked, fault)}`;
  return fault.pointer === ""
    ? "These answers end on a page from which the form is not sent."
    : `The form does not ask for “${fault.pointer.slice(1, 80)}”.`;
}
