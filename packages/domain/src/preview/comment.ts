import {
  type Form,
  type NewPreviewComment,
  type PreviewComment,
  Problem,
} from "@guildhall/contract";
import {
  countPreviewComments,
  dealWithPreviewComment as dealWithRow,
  findPreview,
  insertPreviewComment,
  listPreviewComments as listRows,
  type PreviewCommentRow,
  type PreviewRow,
} from "@guildhall/store";
import { change } from "../change.ts";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";
import { reachPreview } from "./key.ts";
import { findForStaff } from "./list.ts";
import { definitionOf } from "./show.ts";
import { mostComments } from "./terms.ts";

/**
 * Say something of a page or a question of a preview: whoever has the key may, under the name that they give.
 *
 * @throws Problem `not-found`, `request-invalid` (there is no such page or question), `rate-limited`
 */
export async function commentOnPreview(
  ctx: Context,
  key: string,
  { page, question, author, text }: NewPreviewComment,
): Promise<PreviewComment> {
  const preview = await reachPreview(ctx, key);
  const { form } = definitionOf(preview);
  const found = form.pages.find(({ id }) => id === page);
  if (!found && page !== "check-your-answers") refuse("/page");
  if (question !== undefined && !found?.questions.some(({ id }) => id === question))
    refuse("/question");
  const { all = 0 } = (await countPreviewComments(ctx.db)).get(preview.id) ?? {};
  if (all >= mostComments) throw new Problem("rate-limited");
  const said = {
    id: ctx.ids.id("cmt"),
    page,
    question: question ?? "",
    author,
    text,
    at: ctx.now(),
  };
  return change(ctx, async ({ tx }) => {
    await insertPreviewComment(tx, { ...said, preview: preview.id });
    const row = { ...said, state: "new", dealtWithAt: null, dealtWithBy: null } as const;
    return presentComment(form, row);
  });
}

/**
 * See what others have said of a page, where whoever shared the preview lets them: without what is dealt with.
 *
 * @throws Problem `not-found`
 */
export async function listShownComments(
  ctx: Context,
  key: string,
  page: string,
): Promise<{ data: PreviewComment[] }> {
  const preview = await reachPreview(ctx, key);
  const rows = preview.showsComments ? await listRows(ctx.db, preview.id, page) : [];
  return inOrder(
    preview,
    rows.filter(({ state }) => state === "new"),
  );
}

/** List what was said on a preview, in the order of its pages and questions. */
export async function listPreviewComments(
  ctx: Context,
  id: string,
): Promise<{ data: PreviewComment[] }> {
  const preview = await findForStaff(ctx, id);
  return inOrder(preview, await listRows(ctx.db, id));
}

/**
 * Say that a comment is dealt with.
 *
 * @throws Problem `not-found`, `invalid-transition` (somebody has before)
 */
export async function dealWithPreviewComment(
  ctx: Context,
  preview: string,
  comment: string,
): Promise<PreviewComment> {
  requireScope(ctx, "services:write");
  if (ctx.only) throw new Problem("not-found");
  const found = await findPreview(ctx.db, preview);
  const known = (await listRows(ctx.db, preview)).some(({ id }) => id === comment);
  if (!found || !known) throw new Problem("not-found");
  return change(ctx, async ({ tx }) => {
    const dealt = { id: comment, preview, at: ctx.now(), by: ctx.actor.name };
    const row = await dealWithRow(tx, dealt);
    if (!row) throw new Problem("invalid-transition");
    return presentComment(definitionOf(found).form, row);
  });
}

function inOrder(
  preview: PreviewRow,
  rows: readonly PreviewCommentRow[],
): { data: PreviewComment[] } {
  const { form } = definitionOf(preview);
  const places = form.pages.flatMap((page) => [
    `${page.id}/`,
    ...page.questions.map(({ id }) => `${page.id}/${id}`),
  ]);
  const placeOf = ({ page, question }: PreviewCommentRow) => {
    const at = places.indexOf(`${page}/${question}`);
    return at < 0 ? places.length : at;
  };
  const sorted = rows.toSorted((a, b) => placeOf(a) - placeOf(b));
  return { data: sorted.map((row) => presentComment(form, row)) };
}

function presentComment(form: Form, row: Omit<PreviewCommentRow, "preview">): PreviewComment {
  const { id, page, question, author, text, state, at, dealtWithAt, dealtWithBy } = row;
  const dealt = dealtWithAt !== null && dealtWithBy !== null;
  return {
    id,
    page,
    ...(question === "" ? {} : { question }),
    title: titleOf(form, row),
    author,
    text,
    state,
    at: instant(at),
    ...(dealt && { dealtWith: { at: instant(dealtWithAt), by: dealtWithBy } }),
  };
}

function titleOf(
  { pages }: Form,
  { page, question }: Pick<PreviewCommentRow, "page" | "question">,
): string {
  const found = pages.find(({ id }) => id === page);
  const asked = found?.questions.find(({ id }) => id === question);
  return asked?.label ?? found?.title ?? "Check your answers";
}

function refuse(pointer: string): never {
  throw new Problem("request-invalid", { faults: [{ pointer, code: "invalid" }] });
}
