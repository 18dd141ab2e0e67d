import {
  type NewFeedback,
  Problem,
  type ReceivedFeedback,
  servicePages,
} from "@guildhall/contract";
import { countFeedbackSince, insertFeedback } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { instant } from "../process/present.ts";
import { callForFeedback } from "./call.ts";
import { mostInADay } from "./terms.ts";

const dayMs = 86_400_000;

/**
 * Take what somebody says is wrong with a page; anyone may say it.
 *
 * Where they were is checked against the form that they read, so that it lies beside the question it is about. It is
 * no part of any process: nothing that they are filling in comes with it.
 *
 * @throws Problem `request-invalid` (there is no such page), `rate-limited` (more was said today than anybody can read)
 */
export async function giveFeedback(ctx: Context, input: NewFeedback): Promise<ReceivedFeedback> {
  const version = await versionOf(ctx, input);
  if (version) checkPlace(version, input);
  else if (input.question !== undefined) refuse("/question");
  const at = ctx.now();
  if ((await countFeedbackSince(ctx.db, at - dayMs)) >= mostInADay)
    throw new Problem("rate-limited", { retryAfterS: 3600 });
  const { service = "", page, question = "", text, email } = input;
  const id = ctx.ids.id("fbk");
  return change(ctx, async (unit) => {
    const row = { id, service, version: version?.version ?? null, page, question, text, email, at };
    await insertFeedback(unit.tx, row);
    await callForFeedback(unit, service, version?.definition.title);
    return { id, receivedAt: instant(at) };
  });
}

/** The version that they read; the live one where they do not say. */
async function versionOf(
  { catalogue }: Context,
  { service, version }: NewFeedback,
): Promise<CompiledService | undefined> {
  if (service === undefined) return version === undefined ? undefined : refuse("/version");
  try {
    return await (version === undefined
      ? catalogue.live(service)
      : catalogue.published(service, version));
  } catch (error) {
    if (error instanceof Problem && error.code === "not-found") return refuse("/service");
    throw error;
  }
}

function checkPlace({ definition }: CompiledService, { page, question }: NewFeedback): void {
  const found = definition.form.pages.find(({ id }) => id === page);
  if (!found && !servicePages.some((name) => name === page)) refuse("/page");
  const asked = found ? [found] : definition.form.pages;
  const known = asked.flatMap(({ questions }) => questions.map(({ id }) => id));
  if (question !== undefined && !known.includes(question)) refuse("/question");
}

function refuse(pointer: string): never {
  throw new Problem("request-invalid", { faults: [{ pointer, code: "invalid" }] });
}
