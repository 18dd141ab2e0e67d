import type { Edit, PartPath } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { FieldEdit } from "./save-edits.tsx";

type Said = Extract<Edit, { act: "set" }>["to"];

/** A field of a form that says one part of a service. */
export interface PartField {
  readonly field: string;
  readonly at: PartPath;
  /** Read what was typed, where it is more than words. */
  readonly read?: (typed: string) => Said;
}

/**
 * Give the edits of the fields that their reader has changed, and no others: what they left as it was may be somebody
 * else's by now. A field that was emptied says nothing any more.
 */
export function changesIn(fields: Fields, parts: readonly PartField[]): FieldEdit[] {
  return parts.flatMap(({ field, at, read = (typed) => typed }): FieldEdit[] => {
    const typed = textOf(fields, field);
    if (typed === undefined || !isChanged(fields, field)) return [];
    if (typed === "") return [{ field, edit: { act: "clear", at } }];
    return [{ field, edit: { act: "set", at, to: read(typed) } }];
  });
}

/** Tell whether the reader of a form has changed a field, whatever the service says by now. */
export function isChanged(fields: Fields, field: string): boolean {
  return (textOf(fields, field) ?? "") !== (textOf(fields, wasName(field)) ?? "");
}

/** What was in a field when its page was shown; goes beside the field, in the same form. */
export function Was({ field, value }: { field: string; value: string }) {
  return <input type="hidden" name={wasName(field)} value={value} />;
}

/** What stands in the fields of a form: as somebody has typed it, or as the service has it. */
export class Entered {
  readonly #fields: Fields | undefined;

  /** Without fields nobody has typed anything yet. */
  constructor(fields?: Fields) {
    this.#fields = fields;
  }

  now(field: string, kept: string): string {
    return (this.#fields && fieldOf(this.#fields, field)) ?? kept;
  }

  /** What its reader saw there first. */
  was(field: string, kept: string): string {
    return (this.#fields && fieldOf(this.#fields, wasName(field))) ?? kept;
  }
}

function wasName(field: string): string {
  return `was-${field}`;
}

/** Browsers end lines in another way than services keep them. */
function textOf(fields: Fields, name: string): string | undefined {
  return fieldOf(fields, name)?.replaceAll("\r\n", "\n").trim();
}
