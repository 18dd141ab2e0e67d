import type { Answers, InformationReply, InformationRequest, Language } from "@guildhall/contract";
import { type AskedForm, askedForm } from "@guildhall/forms";
import { findProcessWithAnswers, type InformationRow } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import { instant } from "../process/present.ts";
import { translate } from "../service/translate.ts";

/** What is asked as a form of its own, in a language that the service is offered in. */
export function formOf(
  { definition }: Pick<CompiledService, "definition">,
  { details }: Pick<InformationRow, "details">,
  language: Language = "en",
): AskedForm {
  return askedForm(translate(definition, language).service.form, details, language);
}

/** Show what is asked; with what was answered, for whoever may read the process. */
export async function presentInformation(
  ctx: Context,
  row: InformationRow,
  service: CompiledService,
): Promise<InformationRequest> {
  const { details, reply } = row;
  const labels = new Map(
    service.definition.form.pages
      .flatMap(({ questions }) => questions)
      .map(({ id, label }) => [id, label]),
  );
  return {
    id: row.id,
    process: row.process,
    state: row.state,
    questions: details.questions.map((id) => ({ id, label: labels.get(id) ?? id })),
    ...(details.ownQuestion === undefined ? {} : { ownQuestion: details.ownQuestion }),
    files: details.files,
    reason: details.reason,
    respondBy: row.respondBy,
    ifUnanswered: row.ifUnanswered,
    askedAt: instant(row.askedAt),
    askedBy: row.askedBy,
    ...(row.remindedAt === null ? {} : { remindedAt: instant(row.remindedAt) }),
    ...(row.endedAt === null ? {} : { endedAt: instant(row.endedAt) }),
    ...(reply === undefined ? {} : { reply: await replyOf(ctx, row, service) }),
  };
}

async function replyOf(
  { db }: Context,
  row: InformationRow,
  service: CompiledService,
): Promise<InformationReply> {
  const { answers = {}, note = "", documents = [] } = row.reply ?? {};
  const { own } = formOf(service, row);
  const { questions } = row.details;
  const before = (await findProcessWithAnswers(db, row.process))?.answers ?? {};
  const ownAnswer = row.details.ownQuestion === undefined ? undefined : answers[own];
  return {
    answers: among(answers, questions),
    before: among(before, questions),
    ...(typeof ownAnswer === "string" ? { ownAnswer } : {}),
    documents: [...documents],
    note,
    at: instant(row.endedAt ?? row.askedAt),
  };
}

/** The answers to these questions alone. */
export function among(answers: Answers, questions: readonly string[]): Answers {
  const wanted = new Set(questions);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => wanted.has(id)));
}
