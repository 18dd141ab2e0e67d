import type {
  Answers,
  Language,
  MessageKind,
  ServiceDefinition,
  Stage,
  Step,
} from "@guildhall/contract";
import {
  amountDue,
  compileForm,
  contactOf,
  dateWords,
  FormFault,
  pounds,
  ukDate,
} from "@guildhall/forms";
import type { Context } from "../context.ts";
import { madeUp } from "../dry-run/begin.ts";
import { endWords } from "../ending/words.ts";

/** What a message is filled in from where nobody has sent anything. */
export interface Sample {
  readonly definition: ServiceDefinition;
  readonly kind: MessageKind;
  readonly language: Language;
  /** Made up where they are left out. */
  readonly answers: Answers | undefined;
}

/** A reference that no process has: references hold no ones. */
export function sampleReference({ tenant }: Pick<Context, "tenant">): string {
  return `${tenant.referencePrefix}-1111-1111`;
}

/** Make up all that a message may be filled with. */
export function sampleFacts(ctx: Context, sample: Sample): Record<string, string> {
  const { definition, kind, language } = sample;
  const stage = stageAt(definition, kind);
  const said = sampleWords[language];
  return {
    reference: sampleReference(ctx),
    serviceTitle: definition.title,
    councilName: ctx.tenant.name,
    stage: stage.title,
    status: stage.text ?? stage.title,
    whatHappensNext: definition.whatHappensNext,
    target: definition.target.text,
    outcome: kind === "completed" ? endWords[language].ended.completed.title : "",
    note: kind === "note-added" ? said.note : "",
    author: kind === "note-added" ? said.author : "",
    ...ofPerson(ctx, sample),
    ...(kind.startsWith("information-") ? askedOf(ctx, sample) : nothingAsked),
  };
}

const nothingAsked = { asked: "", reason: "", answerBy: "" };

/** What could be asked: the first question of the form, until two weeks from now. */
function askedOf({ now }: Context, { definition, language }: Sample): typeof nothingAsked {
  const [first] = definition.form.pages.flatMap(({ questions }) => questions);
  const day = ukDate(new Date(now() + 14 * 86_400_000));
  return {
    asked: `• ${first?.label ?? definition.title}`,
    reason: sampleWords[language].reason,
    answerBy: dateWords(day, language),
  };
}

const sampleWords: Readonly<Record<Language, Record<"note" | "author" | "reason", string>>> = {
  en: {
    note: "I will visit on Tuesday morning.",
    author: "Sam Carter",
    reason: "We cannot tell from your answer where it is.",
  },
  cy: {
    note: "Byddaf yn ymweld fore Mawrth.",
    author: "Sam Carter",
    reason: "Ni allwn weld o’ch ateb ble y mae.",
  },
};

/** A first stage where it has begun, the last where it has ended, one between where it goes on. */
function stageAt({ stages }: ServiceDefinition, kind: MessageKind): Stage {
  const last = stages.length - 1;
  const at = kind === "completed" ? last : kind === "stage-changed" ? Math.min(1, last) : 0;
  return stages[at] ?? { id: "received", title: "Received" };
}

/** What follows from the answers: a name, and what there is to pay. */
function ofPerson({ now }: Context, { definition, kind, answers: given }: Sample) {
  const form = formOf(definition);
  const answers = given ?? (form && madeUp(form, ukDate(new Date(now())))) ?? {};
  const { name = "" } = contactOf(definition, answers);
  if (kind !== "paid" && kind !== "payment-due")
    return { name, amount: "", payment: "", paymentReference: "" };
  const payment = definition.steps.find(isPayment);
  const due = payment && form ? amountDue(form, answers, payment) : 0;
  return {
    name,
    amount: pounds(due > 0 ? due : examplePence),
    payment: payment?.title ?? definition.title,
    paymentReference: kind === "paid" ? "7HD4-PQ2K" : "",
  };
}

const examplePence = 2500;

function isPayment(step: Step): step is Extract<Step, { kind: "payment" }> {
  return step.kind === "payment";
}

/** Undefined where the form cannot work yet: then nobody has answered it. */
function formOf({ form }: ServiceDefinition) {
  try {
    return compileForm(form);
  } catch (error) {
    if (error instanceof FormFault) return undefined;
    throw error;
  }
}
