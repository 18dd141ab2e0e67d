/** What was asked of many: what each of them answered, and who did not in time. */
export interface AskedEach<One, Answer> {
  readonly answered: readonly (readonly [One, Answer])[];
  readonly unasked: readonly One[];
}

/**
 * Ask the same of many, so many at once, until all have answered or the signal says that nobody waits any longer.
 *
 * Who refuses, fails or is not asked in time is named, and holds up nobody else.
 */
export async function askEach<One, Answer>(
  all: readonly One[],
  ask: (one: One) => Promise<Answer>,
  { atOnce, signal }: { readonly atOnce: number; readonly signal: AbortSignal },
): Promise<AskedEach<One, Answer>> {
  const answers = new Map<One, Answer>();
  const left = [...all];
  const lane = async () => {
    for (let one = left.shift(); one !== undefined && !signal.aborted; one = left.shift()) {
      const asked = one;
      await ask(asked).then(
        (answer) => answers.set(asked, answer),
        () => undefined,
      );
    }
  };
  const over = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await Promise.race([over, Promise.all(Array.from({ length: atOnce }, lane))]);
  // As it is now: who answers later is not heard.
  const heard = new Map(answers);
  return { answered: [...heard], unasked: all.filter((one) => !heard.has(one)) };
}
