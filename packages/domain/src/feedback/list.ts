import {
  type Feedback,
  type FeedbackCount,
  type FeedbackQuery,
  Problem,
} from "@guildhall/contract";
import { countFeedback, type FeedbackRow, listFeedback as listRows } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import { instant } from "../process/present.ts";

/** List what people say is wrong with the pages, newest first. Who may not change services sees no e-mail address. */
export async function listFeedback(
  ctx: Context,
  { limit, cursor, service, ownPages, ...filter }: FeedbackQuery,
): Promise<{ data: Feedback[]; nextCursor?: string }> {
  requireReader(ctx);
  const about = ownPages ? "" : service;
  const { rows, next } = await listRows(ctx.db, {
    limit,
    before: cursor,
    service: about,
    ...filter,
  });
  const data = rows.map((row) => presentFeedback(ctx, row));
  return next === undefined ? { data } : { data, nextCursor: next };
}

/** Count what people say, by service, page and question, the latest first. */
export async function listFeedbackCounts(ctx: Context): Promise<{ data: FeedbackCount[] }> {
  requireReader(ctx);
  const rows = await countFeedback(ctx.db);
  const data = rows.map(({ waiting, dealtWith, ...place }) => ({
    ...presentPlace(place),
    new: waiting,
    dealtWith,
  }));
  return { data };
}

export function presentFeedback(ctx: Context, row: FeedbackRow): Feedback {
  const { id, version, text, email, note, dealtWithAt, dealtWithBy } = row;
  const dealt = dealtWithAt !== null && dealtWithBy !== null;
  return {
    id,
    ...presentPlace(row),
    ...(version === null ? {} : { version }),
    text,
    ...(email === undefined || !ctx.scopes.has("services:write") ? {} : { email }),
    state: row.state,
    receivedAt: instant(row.at),
    ...(dealt && {
      dealtWith: { at: instant(dealtWithAt), by: dealtWithBy, ...(note && { note }) },
    }),
  };
}

function presentPlace({
  service,
  page,
  question,
}: Pick<FeedbackRow, "service" | "page" | "question">) {
  return {
    ...(service === "" ? {} : { service }),
    page,
    ...(question === "" ? {} : { question }),
  };
}

function requireReader(ctx: Context): void {
  requireScope(ctx, "services:read");
  if (ctx.only) throw new Problem("scope-missing");
}
