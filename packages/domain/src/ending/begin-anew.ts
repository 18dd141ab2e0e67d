import type { Answers, Form, NotFixedSaid } from "@guildhall/contract";
import {
  type DraftRow,
  findDraft,
  findProcessWithAnswers,
  insertDraft,
  insertNotFixed,
  listNotFixed,
  type ProcessRow,
  type Tx,
} from "@guildhall/store";
import { change } from "../change.ts";
import type { Context } from "../context.ts";
import { fitting } from "../draft/move.ts";
import { presentDraft } from "../draft/reach.ts";
import { draftLifeMs } from "../draft/terms.ts";
import { draftToken } from "../draft/token.ts";

/**
 * Begin a form with the answers that a process was sent with, as far as they fit the version that is live now.
 *
 * Files are not taken over: they lie with the process that they came with. A form that was begun before and is still
 * open is gone on with, so there is never more than one.
 *
 * @throws Problem `service-withdrawn`
 */
export async function beginAnew(ctx: Context, row: ProcessRow): Promise<NotFixedSaid> {
  const live = await ctx.catalogue.live(row.service);
  const before = await ctx.catalogue.version(row.service, row.version);
  const answers = (await findProcessWithAnswers(ctx.db, row.id))?.answers ?? {};
  const fit = fitting(before.definition.form, live.definition.form);
  const { form } = before.definition;
  const draft: DraftRow = {
    id: ctx.ids.id("drf"),
    service: row.service,
    version: live.version,
    expiresAt: ctx.now() + draftLifeMs,
    process: null,
    kept: false,
    ...fit({
      answers: withoutFiles(form, answers),
      journey: { seen: pagesWithoutFiles(form), asks: [] },
    }),
  };
  return change(ctx, async ({ tx }) => {
    // Looked for inside, so that of several who ask at once one begins it.
    const begun = await findBegun(tx, row.id, ctx.now());
    if (begun) return said(ctx, begun);
    await insertDraft(tx, draft);
    const asked = { id: ctx.ids.id("nfx"), process: row.id, at: ctx.now(), draft: draft.id };
    await insertNotFixed(tx, { ...asked, rule: "start-anew" });
    return said(ctx, draft);
  });
}

async function findBegun(tx: Tx, process: string, now: number): Promise<DraftRow | undefined> {
  for (const { draft, processAnew } of await listNotFixed(tx, process)) {
    const found = draft !== null && processAnew === null && (await findDraft(tx, draft));
    if (found && found.process === null && found.expiresAt > now) return found;
  }
  return undefined;
}

async function said(ctx: Context, draft: DraftRow): Promise<NotFixedSaid> {
  const token = draftToken(ctx, draft);
  return { rule: "start-anew", draft: { ...(await presentDraft(ctx, draft)), token } };
}

function withoutFiles({ pages }: Form, answers: Answers): Answers {
  const files = new Set(
    pages
      .flatMap(({ questions }) => questions)
      .filter(({ type }) => type === "files")
      .map(({ id }) => id),
  );
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !files.has(id)));
}

/** What asks for files is asked again; the rest was answered. */
function pagesWithoutFiles({ pages }: Form): string[] {
  return pages
    .filter(({ questions }) => questions.every(({ type }) => type !== "files"))
    .map(({ id }) => id);
}
