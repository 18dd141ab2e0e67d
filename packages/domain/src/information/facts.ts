import type { Language } from "@guildhall/contract";
import { dateWords } from "@guildhall/forms";
import { type EventRow, findInformation } from "@guildhall/store";
import type { CompiledService } from "../catalogue.ts";
import type { Context } from "../context.ts";
import { formOf } from "./present.ts";

/** What a message says of what is asked: the questions, why, and until when. */
interface InformationFacts extends Readonly<Record<string, string>> {
  readonly asked: string;
  readonly reason: string;
  readonly answerBy: string;
}

const nothing: InformationFacts = { asked: "", reason: "", answerBy: "" };

/** What the messages of an event that is about something asked may be filled with; empty for any other. */
export async function informationFacts(
  { db }: Pick<Context, "db">,
  event: Pick<EventRow, "type" | "subject"> | undefined,
  { service, language }: { service: CompiledService; language: Language },
): Promise<InformationFacts> {
  const row = event?.type.startsWith("information.")
    ? await findInformation(db, event.subject)
    : undefined;
  if (!row) return nothing;
  const { form } = formOf(service, row, language);
  const labels = form.pages.flatMap(({ questions }) => questions.map(({ label }) => `• ${label}`));
  return {
    asked: labels.join("\n"),
    reason: row.details.reason,
    answerBy: dateWords(row.respondBy, language),
  };
}

/** Whether a message of this purpose leads to what is asked. */
export function asksMore(purpose: string): boolean {
  return purpose === "information-asked" || purpose === "information-due";
}
