import type { Language, MessageKind, MessageWords } from "@guildhall/contract";
import type { OutboxRow } from "@guildhall/store";
import type { Translated } from "../service/translate.ts";
import { ourSmsWords, stepSmsWords } from "./sms-words.ts";
import { wordsFor } from "./words-for.ts";

/** The words of a message, those for a phone among them where it goes to one. */
export interface ChosenWords {
  readonly words: MessageWords;
  /** English, where there is no Welsh of these words and they are read beside it. */
  readonly wordsIn?: Language;
}

type Owed = Pick<OutboxRow, "purpose" | "subject" | "destination">;

/** Choose the words of a message that is owed: those of its step, or of its kind; undefined where there are none. */
export function wordsOf(
  owed: Owed,
  { service, untranslated }: Translated,
  language: Language,
): ChosenWords | undefined {
  const { purpose, subject } = owed;
  const step = service.steps.find(({ id, kind }) => id === subject && purpose === `step-${kind}`);
  const isInEnglish = (part: string) => untranslated.includes(part);
  if (step?.kind === "message" || step?.kind === "letter") {
    const own = "sms" in step && step.sms !== undefined;
    const words = { subject: step.subject, text: step.text, sms: stepSmsWords(step) };
    const read = owed.destination === "sms" && own ? ["sms"] : ["subject", "text"];
    return said(words, read.map((part) => `steps.${step.id}.${part}`).some(isInEnglish));
  }
  // The purpose of any other row is the kind that `tell` looked up in these very messages.
  const kind = purpose as MessageKind;
  const words = wordsFor(service, kind, language);
  if (!words) return undefined;
  if (owed.destination === "sms")
    return { words: { ...words, sms: smsOf(words, { kind, language }, isInEnglish) } };
  return said(
    words,
    ["subject", "text"].map((part) => `messages.${kind}.${part}`).some(isInEnglish),
  );
}

/** A service's own words for a phone, but ours in Welsh where it has none in Welsh. */
function smsOf(
  { sms }: MessageWords,
  { kind, language }: { kind: MessageKind; language: Language },
  isInEnglish: (path: string) => boolean,
): string {
  return sms === undefined || isInEnglish(`messages.${kind}.sms`)
    ? ourSmsWords(kind, language)
    : sms;
}

function said(words: MessageWords, isInEnglish: boolean): ChosenWords {
  return { words, ...(isInEnglish && { wordsIn: "en" as const }) };
}
