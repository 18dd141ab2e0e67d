/** What a program of the bench can be told to do: each command takes one value and gives one. */
export type Commands = Record<string, (argument: never) => unknown>;

export interface Question {
  readonly nth: number;
  readonly command: string;
  readonly argument: unknown;
}

export type Reply = { readonly nth: number } & (
  | { readonly answer: unknown }
  | { readonly error: string }
);

/**
 * Carry out what the bench asks over the channel it started this program with, and end when the bench has gone.
 *
 * The channel is the bench's alone: the product has no way in that is made for being measured.
 */
export function answerCommands(commands: Commands): void {
  const reply = (message: Reply) => process.send?.(message);
  process.on("message", async ({ nth, command, argument }: Question) => {
    try {
      reply({ nth, answer: await commands[command]?.(argument as never) });
    } catch (error) {
      reply({
        nth,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  });
  process.on("disconnect", () => process.exit(0));
}
