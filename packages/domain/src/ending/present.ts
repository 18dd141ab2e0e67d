import type { Ended, Ending, Language, Stage } from "@guildhall/contract";
import { type EventRow, isRated, type ProcessRow } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import { instant, stageOf } from "../process/present.ts";
import { offerOf } from "./offer.ts";
import { endWords } from "./words.ts";

/** What an ended process is told of from. */
export interface EndingSource {
  readonly service: CompiledService;
  readonly events: readonly EventRow[];
  /** The notes that may be seen, by id; empty for someone who only has the reference. */
  readonly notes: ReadonlyMap<string, { readonly contents: string }>;
  readonly complete: boolean;
  readonly language: Language;
}

/** Say how a process ended, and to its citizen what they can still say of it; undefined while it is open. */
export async function endingOf(
  ctx: Context,
  row: ProcessRow,
  source: EndingSource,
): Promise<{ ending?: Ending }> {
  const { status } = row;
  if (status === "open") return {};
  const { service, events, notes, complete, language } = source;
  const event = events.findLast(({ type }) => type === "process.ended");
  const data: Record<string, unknown> = event ? JSON.parse(event.data) : {};
  const said = notes.get(String(data.note))?.contents;
  const { title, text } = sayEnd(status, {
    stage: stageOf(service, row.stage),
    text: said ?? data.text,
    language,
  });
  if (!complete) return { ending: { outcome: status, title, text } };
  const offer = await offerOf(ctx, row, service);
  return {
    ending: {
      outcome: status,
      title,
      text,
      ...("until" in offer && {
        notFixed: { rule: offer.rule.rule, until: instant(offer.until) },
      }),
      rated: await isRated(ctx.db, row.id),
    },
  };
}

/**
 * How a request ended in words: those of whoever ended it, else the stage's, else ours.
 *
 * Of what is not the council's own its stage cannot say whom to turn to, since it says the same to everybody.
 */
export function sayEnd(
  outcome: Ended,
  { stage, text, language }: { stage: Stage; text: unknown; language: Language },
): { title: string; text: string } {
  const words = endWords[language].ended[outcome];
  const ofStage = outcome === "referred" ? undefined : stage.text;
  return { title: words.title, text: typeof text === "string" ? text : (ofStage ?? words.text) };
}
