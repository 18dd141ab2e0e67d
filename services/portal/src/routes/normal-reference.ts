import { Reference } from "@guildhall/contract";

/** Read a reference as people copy it: in small letters, with other dashes or with none. */
export function normalReference(typed: string): string | undefined {
  const [, letters, first, second] =
    /^([A-Z]{2,4}?)([2-9A-HJ-NP-Z]{4})([2-9A-HJ-NP-Z]{4})$/.exec(
      typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, ""),
    ) ?? [];
  const read = Reference.safeParse(`${letters}-${first}-${second}`);
  return read.success ? read.data : undefined;
}
