/** Says on a terminal how far a long task is; silent elsewhere. */
export interface Progress {
  step(): void;
  end(): void;
}

/** A shorter task is over before anybody has read a number. */
const worthSaying = 50;

export function createProgress(total: number, stream = process.stderr): Progress {
  if (!stream.isTTY || total < worthSaying) return { step: () => undefined, end: () => undefined };
  let done = 0;
  return {
    step() {
      done += 1;
      if (done % 10 === 0) stream.write(`\r${done} of ${total}`);
    },
    end: () => stream.write("\r\u001b[K"),
  };
}
