import type { DraftDefinition, MessageKind, MessageWords, Translation } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
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
  const textOf = (name: string) => (fieldOf(fields, name) ?? "").replaceAll("\r\n", "\n").trim();
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

/** The edits that make a message what was typed: none for what stands there already. */
export function messageEdits(
  { messages = {}, welsh = {} }: DraftDefinition,
  kind: MessageKind,
  { holds, ...typed }: Typed & { readonly holds: boolean },
): FieldEdit[] {
  const before = messages[kind];
  const words = { subject: typed.subject, text: typed.text };
  const changes = before?.subject !== words.subject || before.text !== words.text;
  const english: FieldEdit[] = changes
    ? [{ edit: { act: "set", at: `/messages/${kind}`, to: words }, field: "subject" }]
    : [];
  const inWelsh = parts.flatMap((part): FieldEdit[] => {
    const path = `messages.${kind}.${part}`;
    const known = Object.hasOwn(welsh, path) ? welsh[path] : undefined;
    const text = typed[welshField[part]];
    const isOf = holds || known?.text !== text;
    const made = { of: isOf ? words[part] : known.of, text };
    return welshEdit(`/welsh/${path}`, { known, made, field: welshField[part] });
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
