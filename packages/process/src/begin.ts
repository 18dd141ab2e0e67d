import type { ServiceDefinition, Stage, Step } from "@guildhall/contract";

export type StepOf<K extends Step["kind"]> = Extract<Step, { kind: K }>;

/** The steps that begin together, and the payment that those after them wait for. */
export interface Run {
  readonly deliveries: readonly StepOf<"deliver">[];
  readonly tasks: readonly StepOf<"task">[];
  readonly payment: { readonly step: StepOf<"payment">; readonly amount: number } | undefined;
}

/** What a process starts with. */
export interface Beginning extends Run {
  readonly stage: Stage;
}

/** What a payment step comes to for one process, in pence; 0 is nothing to pay. */
export type AmountOf = (step: StepOf<"payment">) => number;

/** Say where a new process stands and which of its steps begin with it: those before the first payment that is due. */
export function begin(
  definition: Pick<ServiceDefinition, "id" | "stages" | "steps">,
  amountOf: AmountOf,
): Beginning {
  const [stage] = definition.stages;
  if (!stage) throw new Error(`The service "${definition.id}" has no stage to begin at`);
  return { stage, ...runOf(definition.steps, amountOf) };
}

/** Say which steps begin once a payment step is paid: those after it, up to the next payment that is due. */
export function resume(
  { steps }: Pick<ServiceDefinition, "steps">,
  paid: string,
  amountOf: AmountOf,
): Run {
  const at = steps.findIndex(({ id }) => id === paid);
  return runOf(at < 0 ? [] : steps.slice(at + 1), amountOf);
}

function runOf(steps: readonly Step[], amountOf: AmountOf): Run {
  const at = steps.findIndex((step) => step.kind === "payment" && amountOf(step) > 0);
  const begun = at < 0 ? steps : steps.slice(0, at);
  const due = steps[at];
  return {
    deliveries: begun.filter((step) => step.kind === "deliver"),
    tasks: begun.filter((step) => step.kind === "task"),
    payment: due?.kind === "payment" ? { step: due, amount: amountOf(due) } : undefined,
  };
}
