import { type Answers, type Correction, type NewCorrection, Problem } from "@guildhall/contract";
import {
  answersThatApply,
  askedForm,
  checkAnswers,
  compileForm,
  contactOf,
  ukDate,
} from "@guildhall/forms";
import {
  type CorrectionRow,
  findProcessWithAnswers,
  insertCorrection,
  listDestinations,
  type ProcessWithAnswers,
} from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import { change, type Unit } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { toldBy } from "../message/channel.ts";
import { reachOpenProcess } from "../process/reach.ts";
import { talkedOf } from "../process/talked-of.ts";
import { tell } from "../tell.ts";
import { isCorrectable, presentCorrection } from "./answers.ts";

/**
 * Put an answer right, by the form's own rule for its question. What was sent stays as it is, beside it.
 *
 * What is sent later, and what later steps go by, is the corrected answer; messages go to a corrected address, which
 * staff alone correct. A document that was written before stays as it was, and whoever corrects is told that there is one.
 *
 * @throws Problem `not-found`, `process-closed`, `answers-invalid`, `request-invalid` (no question that can be corrected),
 * `scope-missing` (where messages go, to whoever is no member of staff)
 */
export async function correctAnswer(
  ctx: Context,
  id: string,
  { question, value, reason }: NewCorrection,
): Promise<Correction> {
  requireScope(ctx, "tasks:write");
  const process = await talkedOf(ctx, await reachOpenProcess(ctx, id));
  if (ctx.actor.kind === "citizen") throw new Problem("scope-missing");
  const answer = checked(ctx, process.service, { question, value });
  return change(ctx, async (unit) => {
    const { tx } = unit;
    const row = await findProcessWithAnswers(tx, id);
    if (row?.status !== "open") throw new Problem("process-closed");
    const correction: CorrectionRow = {
      id: ctx.ids.id("cor"),
      process: id,
      question,
      before: row.answers[question] ?? null,
      value: answer ?? null,
      reason,
      author: ctx.actor.name,
      at: ctx.now(),
    };
    const corrected = correctedOf(process.service, row, correction);
    // Messages let whoever is sent them read the case.
    if (corrected.isElsewhere && ctx.actor.kind !== "staff") throw new Problem("scope-missing");
    // What the other answers leave unasked would fall away again.
    if (answer !== undefined && corrected.answers[question] === undefined) throw unfit("not-asked");
    await insertCorrection(tx, correction, corrected);
    await tell(unit, { type: "process.corrected", process, subject: id, data: { question } });
    const shown = presentCorrection(process.service.definition, correction);
    return { ...shown, sentBefore: await wasSent(unit, id) };
  });
}

/** The answer as the form keeps it; undefined for none. */
function checked(
  ctx: Context,
  { definition: { form } }: CompiledService,
  { question: id, value }: Pick<NewCorrection, "question" | "value">,
): Answers[string] | undefined {
  const question = form.pages.flatMap(({ questions }) => questions).find((one) => one.id === id);
  if (!question) throw unfit("unknown-question");
  if (!isCorrectable(question)) throw unfit("not-correctable");
  // A question that may be left out may be left out here too.
  if (value === null && !question.required) return undefined;
  const alone = compileForm(askedForm(form, { questions: [id], files: false }).form);
  const given = value === null ? {} : { [id]: value };
  const result = checkAnswers(alone, given, ukDate(new Date(ctx.now())));
  if ("answers" in result) return result.answers[id];
  const faults = result.faults.map((fault) => ({
    ...fault,
    pointer: `/value${within(fault, id)}`,
  }));
  throw new Problem("answers-invalid", { faults });
}

function unfit(code: string): Problem {
  return new Problem("request-invalid", { faults: [{ pointer: "/question", code }] });
}

function within({ pointer }: { pointer: string }, id: string): string {
  return pointer.startsWith(`/${id}`) ? pointer.slice(id.length + 1) : "";
}

/** All answers once this one is right: those to questions that are not asked any more fall away. */
function correctedOf(
  { form, definition }: CompiledService,
  row: ProcessWithAnswers,
  { question, value }: CorrectionRow,
) {
  const { [question]: _, ...others } = row.answers;
  const laid = value === null ? others : { ...others, [question]: value };
  const answers = answersThatApply(form, laid);
  const before = contactOf(definition, row.answers);
  const contact = contactOf(definition, answers);
  // A channel that was found to be of no use stays so, unless it is what was put right.
  const isElsewhere = before.email !== contact.email || before.phone !== contact.phone;
  return {
    answers,
    findable: contact,
    isElsewhere,
    toldBy: isElsewhere ? toldBy(contact) : row.toldBy,
  };
}

/** Whether something was written for a back office before. */
async function wasSent({ ctx }: Unit, id: string): Promise<boolean> {
  const sent = await listDestinations(ctx.db, [id]);
  return sent.some(({ attempts }) => attempts > 0);
}
