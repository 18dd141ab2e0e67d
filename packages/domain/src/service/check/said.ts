import { pointerTo, type Said } from "@guildhall/builder";
import { Problem } from "@guildhall/contract";

/** @throws Problem `request-invalid` with all that is said, where anything is */
export function refuseFaulty(said: readonly Said[]): void {
  if (said.length === 0) return;
  const faults = said.map(([path, detail]) => ({
    pointer: pointerTo(path),
    code: "unworkable",
    detail,
  }));
  throw new Problem("request-invalid", { faults });
}
