import { Reference } from "@guildhall/contract";

/** Read a reference as people copy it: in small letters, with other dashes, or with none. */
export function normalReference(typed: string): string | undefined {
  const groups = typed
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean);
  const [whole = ""] = groups;
  const parts =
    groups.length === 1 ? [whole.slice(0, -8), whole.slice(-8, -4), whole.slice(-4)] : groups;
  const read = Reference.safeParse(parts.join("-"));
  return read.success ? read.data : undefined;
}
