import {
  type Fault,
  type InformationRequest,
  type NewInformationRequest,
  Problem,
  type Question,
} from "@guildhall/contract";
import {
  findOpenInformation,
  findProcess,
  type InformationDetails,
  insertDraft,
  insertInformation,
  type NewInformationRow,
} from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { reachAnswers, reachOpenProcess } from "../process/reach.ts";
import { talkedOf } from "../process/talked-of.ts";
import { tell } from "../tell.ts";
import { daysFor } from "./days.ts";
import { among, presentInformation } from "./present.ts";
import { pausePromise } from "./promise.ts";

/**
 * Ask the citizen of a process for exactly what is missing or wrong, with a reason and a day.
 *
 * One thing at a time: whoever is asked has one page to fill in and one day to keep. What the process says of the same
 * questions is there to be put right; the council's own promise waits meanwhile.
 *
 * @throws Problem `not-found`, `process-closed`, `request-invalid`, `information-asked` (something is asked already)
 */
export async function askForInformation(
  ctx: Context,
  processId: string,
  input: NewInformationRequest,
): Promise<InformationRequest> {
  requireScope(ctx, "notes:write");
  const row = await reachOpenProcess(ctx, processId);
  if (ctx.actor.kind === "citizen") throw new Problem("scope-missing");
  const { answers } = await reachAnswers(ctx, processId);
  const process = await talkedOf(ctx, row);
  const { service } = process;
  const details = detailsOf(service, input);
  const { remindAt, ...days } = daysFor(input, ctx.now());
  const information: Omit<NewInformationRow, "promisedAt"> = {
    id: ctx.ids.id("inf"),
    process: processId,
    draft: ctx.ids.id("drf"),
    details,
    ifUnanswered: input.ifUnanswered ?? "task",
    askedBy: ctx.actor.name,
    askedAt: ctx.now(),
    ...days,
    nextAt: remindAt ?? days.overAt,
  };
  const prefilled = among(
    answers,
    details.questions.filter((id) => !isFiles(service, id)),
  );
  const asked = await change(ctx, async (unit) => {
    const { tx } = unit;
    if ((await findProcess(tx, processId))?.status !== "open") throw new Problem("process-closed");
    if (await findOpenInformation(tx, processId)) throw new Problem("information-asked");
    const promisedAt = await pausePromise(unit, processId);
    await insertInformation(tx, { ...information, promisedAt });
    await insertDraft(tx, {
      id: information.draft,
      service: row.service,
      version: row.version,
      answers: prefilled,
      expiresAt: days.overAt,
      process: null,
    });
    const data = { respondBy: days.respondBy };
    await tell(unit, { type: "information.asked", process, subject: information.id, data });
    return presentInformation(ctx, { ...information, ...begun, promisedAt }, service);
  });
  // It may have to be seen to sooner than anything else of this tenant.
  ctx.handover.wake(ctx.tenant.id);
  return asked;
}

const begun = { state: "open", remindedAt: null, endedAt: null, reply: undefined } as const;

function detailsOf(service: CompiledService, input: NewInformationRequest): InformationDetails {
  const { questions = [], ownQuestion, files = false, reason } = input;
  const faults = questions.flatMap((id, at): Fault[] => {
    const code = whyNotAsked(questionOf(service, id));
    return code ? [{ pointer: `/questions/${at}`, code }] : [];
  });
  if (faults.length > 0) throw new Problem("request-invalid", { faults });
  if (questions.length === 0 && ownQuestion === undefined && !files)
    throw new Problem("request-invalid", {
      faults: [{ pointer: "/questions", code: "nothing-asked" }],
    });
  const own = ownQuestion === undefined ? {} : { ownQuestion };
  return { questions: [...new Set(questions)], ...own, files, reason };
}

function whyNotAsked(question: Question | undefined): string | undefined {
  if (!question) return "unknown-question";
  return question.type === "calculated" ? "not-askable" : undefined;
}

function questionOf({ definition }: CompiledService, id: string): Question | undefined {
  return definition.form.pages.flatMap(({ questions }) => questions).find((one) => one.id === id);
}

/** The files of a process are its own; new ones are asked for beside them. */
function isFiles(service: CompiledService, id: string): boolean {
  return questionOf(service, id)?.type === "files";
}
