import type { DraftDefinition, MessageKind, MessageWords, Translation } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { Entered, isChanged } from "../ground/part-fields.tsx";
import type { FieldEdit } from "../ground/save-edits.tsx";

/** What stands in the fields of a message. */
export interface Typed {
  readonly subject: string;
  readonly text: string;
  readonly welshSubject: string;
  readonly welshText: string;
}

const parts = ["subject", "text"] as const;
export const welshField = { subject: "welshSubject", text: "welshText" } as const;

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
    welshSubject: textOf("welshSubject"),
    welshText: textOf("welshText"),
  };
}

const longest = { subject: 200, text: 4000 } as const;

/** What is missing or too long, by field. */
export function faultsIn(typed: Typed): Faults {
  const faults = parts.flatMap((part): [string, string][] => {
    const field = welshField[part];
    const tooLong = `The ${part} must be ${longest[part]} characters or fewer`;
    return [
      ...(typed[part] === "" ? [[part, `Enter a ${part}`] as [string, string]] : []),
      ...(typed[part].length > longest[part] ? [[part, tooLong] as [string, string]] : []),
      ...(typed[field].length > longest[part] ? [[field, tooLong] as [string, string]] : []),
    ];
  });
  return Object.fromEntries(faults);
}

/** The Welsh words as they would be sent; undefined where there are none. */
export function welshWords(typed: Typed): MessageWords | undefined {
  const { welshSubject, welshText } = typed;
  if (welshSubject === "" && welshText === "") return undefined;
  return { subject: welshSubject || typed.subject, text: welshText || typed.text };
}

/**
 * The edits of the words that their reader has changed: what they left as it was may be somebody else's by now.
 *
 * Welsh words are kept with the English that their translator saw, or says that they still hold for.
 */
export function messageEdits(
  { welsh = {} }: DraftDefinition,
  kind: MessageKind,
  fields: Fields,
): FieldEdit[] {
  const typed = readMessage(fields);
  const words = { subject: typed.subject, text: typed.text };
  const english: FieldEdit[] = parts.some((part) => isChanged(fields, part))
    ? [{ edit: { act: "set", at: `/messages/${kind}`, to: words }, field: "subject" }]
    : [];
  const holds = fieldOf(fields, "welshHolds") === "yes";
  const inWelsh = parts.flatMap((part): FieldEdit[] => {
    const field = welshField[part];
    if (!holds && !isChanged(fields, field)) return [];
    const path = `messages.${kind}.${part}`;
    const known = Object.hasOwn(welsh, path) ? welsh[path] : undefined;
    const made = { of: words[part], text: typed[field] };
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
