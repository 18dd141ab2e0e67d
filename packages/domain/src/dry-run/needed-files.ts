import type { Answers, Fault } from "@guildhall/contract";
import { checkAnswers, ukDate } from "@guildhall/forms";
import { insertDraft } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { attachFile } from "../draft/attach.ts";
import { draftLifeMs } from "../draft/terms.ts";
import type { DryRunDesk } from "./desk.ts";

/** Answers, and the right to send them in. */
interface Sent {
  readonly ctx: Context;
  readonly answers: Answers;
}

/**
 * Add a sample file to each question that must have one and has none.
 *
 * Files come with the draft of whoever fills in the form, so where one is needed there is such a draft.
 */
export async function withNeededFiles(
  sandbox: Context,
  service: CompiledService,
  answers: Answers,
  { keepSample }: Pick<DryRunDesk, "keepSample">,
): Promise<Sent> {
  const needed = filesNeeded(service, answers, ukDate(new Date(sandbox.now())));
  if (needed.length === 0) return { ctx: sandbox, answers };
  const ctx = await fillingIn(sandbox, service);
  const files: Answers = {};
  for (const question of needed) {
    const { document } = await attachFile(ctx, ctx.only.draft, {
      ...(await keepSample()),
      question,
    });
    files[question] = [document.id];
  }
  return { ctx, answers: { ...answers, ...files } };
}

function filesNeeded({ form }: CompiledService, answers: Answers, today: string): string[] {
  const result = checkAnswers(form, answers, today);
  if ("answers" in result) return [];
  const isFile = (id: string) => form.questions.get(id)?.question.type === "files";
  return result.faults.map(questionOf).filter(isFile);
}

function questionOf({ pointer }: Fault): string {
  return pointer.slice(1);
}

async function fillingIn(sandbox: Context, { definition, version }: CompiledService) {
  const draft = sandbox.ids.id("drf");
  const expiresAt = sandbox.now() + draftLifeMs;
  const row = { id: draft, service: definition.id, version, answers: {}, expiresAt, process: null };
  await change(sandbox, ({ tx }) => insertDraft(tx, row));
  return { ...sandbox, only: { draft } };
}
