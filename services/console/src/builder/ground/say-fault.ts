import type { Fault } from "@guildhall/sdk";

/** Say what the API found wrong: in its own words, or in ours where it gives only a name. */
export function sayFault({ code, detail }: Pick<Fault, "code" | "detail">): string {
  return detail ?? words[code] ?? "This cannot be used. Check what you entered.";
}

const words: Readonly<Record<string, string>> = {
  "invalid-text":
    "A character that cannot be seen came with what you pasted. Delete those words and type them again.",
  "idempotency-mismatch":
    "This page was sent once already, with other words. Check what you entered, and press Save again.",
};
