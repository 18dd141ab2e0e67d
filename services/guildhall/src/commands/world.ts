import type { Folders } from "../folders.ts";

/** What every command may use. */
export interface CommandWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folders: Folders;
  /** The file that was run, to run it again as a child. */
  readonly program: string;
  /** Words for a person. */
  say(sentence: string): void;
  /** The answer itself. */
  print(text: string): void;
}
