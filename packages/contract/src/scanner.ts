/**
 * What a look for malware came to. `unknown` is no answer at all: the file is neither good nor bad until it is looked
 * at again.
 */
export type Verdict =
  | { readonly outcome: "clean" }
  /** With the scanner's own name of what it found. */
  | { readonly outcome: "infected"; readonly found: string }
  | { readonly outcome: "unknown"; readonly code: ScanTrouble };

/** Why there was no answer. */
export type ScanTrouble =
  | "scanner-away"
  | "scanner-silent"
  | "scanner-cut-off"
  | "scanner-limit"
  | "scanner-failed";

/** Looks for malware. */
export interface Scanner {
  /** Look at a file; rejects only where the file itself cannot be read. */
  scan(source: AsyncIterable<Uint8Array>): Promise<Verdict>;
}
