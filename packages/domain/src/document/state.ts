import { Problem, pictureTypes } from "@guildhall/contract";
import type { DocumentRow } from "@guildhall/store";

/**
 * Refuse a file that nobody may open: one that is not looked at yet, or in which something was found.
 *
 * @throws Problem `scan-pending`, `document-infected`
 */
export function refuseUnsafe({ state }: Pick<DocumentRow, "state">): void {
  if (state === "pending-scan") throw new Problem("scan-pending");
  if (state === "infected") throw new Problem("document-infected");
}

/** Whether a small picture of a file may be asked for. */
export function mayHaveThumbnail({
  state,
  contentType,
  thumbnail,
}: Pick<DocumentRow, "state" | "contentType" | "thumbnail">): boolean {
  const isSafe = state === "clean" || state === "unscanned";
  return isSafe && pictureTypes.has(contentType) && thumbnail !== "";
}

/** Where the storage keeps a file and what was made of it. */
export function placesOf({ storage, thumbnail }: DocumentRow): string[] {
  return [storage, thumbnail ?? ""].filter((place) => place !== "");
}
