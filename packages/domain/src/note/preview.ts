import { type NewNotePreview, type NotePreview, Problem } from "@guildhall/contract";
import { findProcessWithAnswers } from "@guildhall/store";
import { type Context, requireScope } from "../context.ts";
import type { DryRunDesk } from "../dry-run/desk.ts";
import { channelFor, reachOf } from "../message/channel.ts";
import { ourSmsWords } from "../message/sms-words.ts";
import { spokenOf, usualFacts } from "../message/spoken-of.ts";
import { wordsOf } from "../message/words-of.ts";
import { stageOf } from "../process/present.ts";
import { reachOpenProcess } from "../process/reach.ts";

/**
 * Show what the citizen would be written if a note were added now, and how it would reach them.
 *
 * Nothing is sent and nothing is kept. Who the citizen is, and how they are reached, is shown to the council's own staff
 * and to nobody else; the address is not, nor is the key that would open the request as theirs.
 *
 * @throws Problem `not-found`, `scope-missing` (not a member of staff), `process-closed` (the process has ended)
 */
export async function previewNote(
  ctx: Context,
  id: string,
  { contents }: NewNotePreview,
  { showMessage }: Pick<DryRunDesk, "showMessage">,
): Promise<NotePreview> {
  requireScope(ctx, "notes:write");
  const row = await reachOpenProcess(ctx, id);
  if (ctx.actor.kind !== "staff") throw new Problem("scope-missing");
  const process = await findProcessWithAnswers(ctx.db, id);
  if (!process) throw new Problem("not-found");
  const channel = await channelFor(ctx, reachOf(row), ctx.db);
  if (channel === undefined) return {};
  const { service, language, frame } = await spokenOf(ctx, process);
  const owed = { purpose: kind, subject: id, destination: channel };
  const chosen = wordsOf(owed, service.translated, language);
  // The service says nothing of notes, so nobody is written to.
  if (chosen === undefined) return {};
  const { words } = chosen;
  const stage = stageOf(service, row.stage);
  const note = { note: contents, author: ctx.actor.name };
  const shown = showMessage({
    ...frame,
    ...chosen,
    track: { ...frame.track, key: "preview" },
    words: { ...words, sms: words.sms ?? ourSmsWords(kind, language) },
    facts: { ...usualFacts(ctx, process, { ...service, stage }), ...note },
  });
  return { channel, message: { kind, language, ...shown } };
}

const kind = "note-added";
