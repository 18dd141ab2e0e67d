import type { Answers, DeliveryEnd, DryRun, DryRunStep, Stage } from "@guildhall/contract";
import { instant } from "../process/present.ts";

type Said = Pick<DryRunStep, "sentence"> & Partial<Pick<DryRunStep, "connector" | "faults">>;

/** A station at which the circle ends before its end. */
export class Stopped extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "Stopped";
  }
}

/** Writes down the stations of a dry run, each with when it was left and how long it took. */
export class DryRunLog {
  readonly steps: DryRunStep[] = [];
  readonly documents: DryRun["documents"] = [];
  readonly theirReferences: Record<string, string> = {};
  readonly stages: Stage[] = [];
  messages: DryRun["messages"] = [];
  /** What was entered. */
  answers: Answers | undefined;
  /** Where what was sent ended: where several were, the worst of it. */
  ends: DeliveryEnd | undefined;
  readonly #now: () => number;
  readonly #onStep: () => void;
  #since: number;

  constructor(now: () => number, onStep: () => void) {
    this.#now = now;
    this.#onStep = onStep;
    this.#since = now();
  }

  pass(step: DryRunStep["step"], said: Said): void {
    this.#add(step, "passed", said);
  }

  skip(step: DryRunStep["step"], said: Said): void {
    this.#add(step, "skipped", said);
  }

  /** @throws Stopped always: it was to end here */
  end(step: DryRunStep["step"], said: Said): never {
    this.#add(step, "passed", said);
    throw new Stopped(said.sentence);
  }

  /** @throws Stopped always: nothing comes after it */
  stop(step: DryRunStep["step"], state: "failed" | "waiting", said: Said): never {
    this.#add(step, state, said);
    throw new Stopped(said.sentence);
  }

  /** Note a stage that the citizen reads. */
  reach(stage: Stage): void {
    if (this.stages.at(-1)?.id !== stage.id) this.stages.push(stage);
  }

  #add(step: DryRunStep["step"], state: DryRunStep["state"], said: Said): void {
    const at = this.#now();
    this.steps.push({ step, state, ...said, at: instant(at), ms: Math.max(at - this.#since, 0) });
    this.#since = at;
    this.#onStep();
  }
}
