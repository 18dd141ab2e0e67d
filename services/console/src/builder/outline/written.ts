import type { NewOutlineReading } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";

type Kinds = NonNullable<NewOutlineReading["kinds"]>;

/** The questions as they were typed, and the kinds that were chosen for those lines. */
export interface Written {
  readonly text: string;
  readonly kinds: Kinds;
}

/** Read what was typed. Kinds were chosen for the text that was shown: of another they say nothing. */
export function writtenIn(fields: Fields): Written {
  const text = linesOf(fieldOf(fields, "text"));
  return { text, kinds: text === linesOf(fieldOf(fields, "shown")) ? kindsIn(fields) : {} };
}

function kindsIn(fields: Fields): Kinds {
  const chosen = [...fields].flatMap(([name, [value = ""]]) => {
    const [, line] = /^kind-(\d+)$/.exec(name) ?? [];
    return line === undefined ? [] : [[line, value] as const];
  });
  // The API says which kinds there are.
  return Object.fromEntries(chosen) as Kinds;
}

/** Browsers end lines in two characters. */
function linesOf(text = ""): string {
  return text.replaceAll(/\r\n?/g, "\n");
}
