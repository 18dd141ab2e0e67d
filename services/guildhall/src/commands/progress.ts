/** Says how far a long task is. */
export interface Progress {
  step(): void;
  end(): void;
}

/** Where progress is said. */
interface Terminal {
  readonly isTTY: boolean;
  write(text: string): boolean;
}

/** A shorter task is over before anybody has read a number. */
const worthSaying = 50;

/** Say on a terminal how far a long task is; silent elsewhere. */
export function createProgress(total: number, stream: Terminal = process.stderr): Progress {
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

/** Say how far a task is whose steps take seconds: each step on a terminal, and every tenth where a log is kept. */
export function createSlowProgress(total: number, stream: Terminal = process.stderr): Progress {
  let done = 0;
  return {
    step() {
      done += 1;
      if (stream.isTTY) stream.write(`\r${done} of ${total}`);
      else if (done % 10 === 0) stream.write(`${done} of ${total}\n`);
    },
    end: () => {
      if (stream.isTTY) stream.write("\r\u001b[K");
    },
  };
}
