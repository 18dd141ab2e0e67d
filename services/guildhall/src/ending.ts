/** How patient an end is: `now` as soon as what is under way has been answered, `retiring` once others have taken over. */
export type Patience = "now" | "retiring";

/** A process that can end. */
export interface Ending {
  close(): Promise<void>;
  /** End so that nobody notices, where others go on. */
  retire(): Promise<void>;
}

type Step = (patience: Patience) => unknown;

/** Ends what was begun, the last first. */
export interface Endings extends Ending {
  add(step: Step): void;
}

export function createEnding(): Endings {
  const steps: Step[] = [];
  const end = async (patience: Patience): Promise<void> => {
    for (const step of steps.splice(0).reverse()) await step(patience);
  };
  return {
    add: (step) => void steps.push(step),
    close: () => end("now"),
    retire: () => end("retiring"),
  };
}
