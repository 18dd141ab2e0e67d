import type { ServiceDefinition, Stage, Step } from "@guildhall/contract";

type StepOf<K extends Step["kind"]> = Extract<Step, { kind: K }>;

/** What a process starts with. */
export interface Beginning {
  readonly stage: Stage;
  readonly deliveries: readonly StepOf<"deliver">[];
  readonly tasks: readonly StepOf<"task">[];
}

/** Say where a new process stands and which of its steps begin with it. */
export function begin(definition: Pick<ServiceDefinition, "id" | "stages" | "steps">): Beginning {
  const [stage] = definition.stages;
  if (!stage) throw new Error(`The service "${definition.id}" has no stage to begin at`);
  return {
    stage,
    deliveries: definition.steps.filter((step) => step.kind === "deliver"),
    tasks: definition.steps.filter((step) => step.kind === "task"),
  };
}
