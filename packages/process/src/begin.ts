import type { ServiceDefinition, Stage, Step } from "@guildhall/contract";

export type StepOf<K extends Step["kind"]> = Extract<Step, { kind: K }>;

/** The steps that begin together, and what those after them wait for. */
export interface Run {
  readonly deliveries: readonly StepOf<"deliver">[];
  readonly tasks: readonly StepOf<"task">[];
  /** What the citizen is told with them, by email or on paper. */
  readonly words: readonly StepOf<"message" | "letter">[];
  readonly payment: { readonly step: StepOf<"payment">; readonly amount: number } | undefined;
  readonly wait: StepOf<"wait"> | undefined;
}

/** What a process starts with. */
export interface Beginning extends Run {
  readonly stage: Stage;
}

/** What is known of one process that decides on its steps. */
export interface StepFacts {
  /** What a payment step comes to, in pence; 0 is nothing to pay. */
  amountOf(step: StepOf<"payment">): number;
  /** Whether a named condition of the form holds. */
  holds(condition: string): boolean;
}

/**
 * Say where a new process stands and which of its steps begin with it: those whose condition holds, up to the first
 * payment that is due or the first wait.
 */
export function begin(
  definition: Pick<ServiceDefinition, "id" | "stages" | "steps">,
  facts: StepFacts,
): Beginning {
  const [stage] = definition.stages;
  if (!stage) throw new Error(`The service "${definition.id}" has no stage to begin at`);
  return { stage, ...runOf(definition.steps, facts) };
}

/** Say which steps begin once a step is over that others waited for: those after it, up to the next such step. */
export function resume(
  { steps }: Pick<ServiceDefinition, "steps">,
  over: string,
  facts: StepFacts,
): Run {
  const at = steps.findIndex(({ id }) => id === over);
  return runOf(at < 0 ? [] : steps.slice(at + 1), facts);
}

function runOf(all: readonly Step[], facts: StepFacts): Run {
  const steps = all.filter(({ when }) => when === undefined || facts.holds(when));
  const at = steps.findIndex((step) => holdsUp(step, facts));
  const begun = at < 0 ? steps : steps.slice(0, at);
  const due = steps[at];
  return {
    deliveries: begun.filter((step) => step.kind === "deliver"),
    tasks: begun.filter((step) => step.kind === "task"),
    words: begun.filter((step) => step.kind === "message" || step.kind === "letter"),
    payment: due?.kind === "payment" ? { step: due, amount: facts.amountOf(due) } : undefined,
    wait: due?.kind === "wait" ? due : undefined,
  };
}

function holdsUp(step: Step, { amountOf }: StepFacts): boolean {
  return step.kind === "wait" || (step.kind === "payment" && amountOf(step) > 0);
}
