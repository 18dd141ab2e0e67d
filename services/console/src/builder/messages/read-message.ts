import type { DraftDefinition, MessageKind, MessageWords, Translation } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { Entered, isChanged } from "../ground/part-fields.tsx";
import type { FieldEdit } from "../ground/save-edits.tsx";

/** What stands in the fields of a message. */
export interface Typed {
  readonly subject: string;
  readonly text: string;
  /** The words for a phone; empty where the platform's are sent. */
  readonly sms: string;
  readonly welshSubject: string;
  readonly welshText: string;
  readonly welshSms: string;
}

const parts = ["subject", "text", "sms"] as const;
export const welshField = {
  subject: "welshSubject",
  text: "welshText",
  sms: "welshSms",
} as const;

export function readMessage(fields: Fields): Typed {
  return messageIn((name) => fieldOf(fields, name) ?? "");
}

/** What its reader saw there first. */
export function shownMessage(fields: Fields): Typed {
  const entered = new Entered(fields);
  return messageIn((name) => entered.was(name, ""));
}

function messageIn(read: (name: string) => string): Typed {
  const textOf = (name: string) => read(name).replaceAll("\r\n", "\n").trim();
  return {
    subject: textOf("subject"),
    text: textOf("text"),
    sms: textOf("sms"),
    welshSubject: textOf("welshSubject"),
    welshText: textOf("welshText"),
    welshSms: textOf("welshSms"),
  };
}

const longest = { subject: 200, text: 4000, sms: 612 } as const;
const called = { subject: "subject", text: "text", sms: "text message" } as const;

/** What is missing or too long, by field. */
export function faultsIn(typed: Typed): Faults {
  const faults = parts.flatMap((part): [string, string][] => {
    const field = welshField[part];
    const tooLong = `The ${called[part]} must be ${longest[part]} characters or fewer`;
    return [
      ...(typed[part] === "" && part !== "sms"
        ? [[part, `Enter a ${part}`] as [string, string]]
        : []),
      ...(typed[part].length > longest[part] ? [[part, tooLong] as [string, string]] : []),
      ...(typed[field].length > longest[part] ? [[field, tooLong] as [string, string]] : []),
    ];
  });
  return Object.fromEntries(faults);
}

/** The Welsh words as they would be sent; undefined where there are none. */
export function welshWords(typed: Typed): MessageWords | undefined {
  const { welshSubject, welshText, welshSms } = typed;
  if (welshSubject === "" && welshText === "" && welshSms === "") return undefined;
  const subject = welshSubject || typed.subject;
  return { subject, text: welshText || typed.text, ...(welshSms ? { sms: welshSms } : {}) };
}

/** The English words as they would be sent. */
export function englishWords({ subject, text, sms }: Typed): MessageWords {
  return { subject, text, ...(sms ? { sms } : {}) };
}

/**
 * The edits of the words that their reader has changed: what they left as it was may be somebody else's by now.
 *
 * Welsh words are kept with the English that their translator saw, or says that they still hold for.
 */
export function messageEdits(
  { messages = {}, welsh = {} }: DraftDefinition,
  kind: MessageKind,
  fields: Fields,
): FieldEdit[] {
  const typed = readMessage(fields);
  const words = englishWords(typed);
  const at = `/messages/${kind}`;
  const changed = parts.filter((part) => isChanged(fields, part));
  const whole: FieldEdit = { edit: { act: "set", at, to: words }, field: "subject" };
  const apart = changed.map((part): FieldEdit => {
    const [place, to] = [`${at}/${part}`, words[part]];
    return { edit: to ? { act: "set", at: place, to } : { act: "clear", at: place }, field: part };
  });
  const isWhole = messages[kind] === undefined && changed.length > 0;
  const english = isWhole ? [whole] : apart;
  const holds = fieldOf(fields, "welshHolds") === "yes";
  const inWelsh = parts.flatMap((part): FieldEdit[] => {
    const field = welshField[part];
    const path = `messages.${kind}.${part}`;
    const known = Object.hasOwn(welsh, path) ? welsh[path] : undefined;
    const isGone = known !== undefined && words[part] === undefined;
    if (!holds && !isGone && !isChanged(fields, field)) return [];
    // What translates nothing is not kept.
    const made = { of: words[part] ?? "", text: words[part] ? typed[field] : "" };
    return welshEdit(`/welsh/${path}`, { known, made, field });
  });
  return [...english, ...inWelsh];
}

function welshEdit(
  at: string,
  {
    known,
    made,
    field,
  }: {
    readonly known: Translation | undefined;
    readonly made: Translation;
    readonly field: string;
  },
): FieldEdit[] {
  if (made.text === "") return known ? [{ edit: { act: "clear", at }, field }] : [];
  if (known?.text === made.text && known.of === made.of) return [];
  return [{ edit: { act: "set", at, to: made }, field }];
}
