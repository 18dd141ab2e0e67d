import type { Connection, DraftCondition, Step, StepKind } from "@guildhall/contract";
import type { DraftFrame } from "../ground/draft-frame.ts";
import { Asked, Does } from "../questions/asked.tsx";
import { anchorOf, processAddresses } from "./addresses.ts";

export interface StepsProps {
  readonly frame: DraftFrame;
  readonly kinds: readonly StepKind[];
  readonly conditions: readonly DraftCondition[];
  readonly connectors: readonly Connection[];
}

/** One step: what happens, for whom, what then if it fails, and what is done with it. */
export function StepLine({ step, ...props }: StepsProps & { step: Step }) {
  const { frame, kinds, conditions } = props;
  const to = processAddresses(frame.here);
  const at = `/steps/${step.id}`;
  const title = titleOf(step, props);
  const sentences = new Map(conditions.map(({ id, sentence }) => [id, sentence]));
  const steps = frame.draft.definition.steps ?? [];
  const place = steps.findIndex(({ id }) => id === step.id);
  const otherwise = otherwiseOf(step, kinds);
  return (
    <li id={anchorOf(at)}>
      <a class="govuk-link" href={to.step(step.id)}>
        {title}
      </a>
      <span class="console-under">
        {kinds.find(({ kind }) => kind === step.kind)?.title ?? step.kind}
        {step.when !== undefined && ". "}
        <Asked sentences={sentences} when={step.when} only="Only if" />
      </span>
      {otherwise && <span class="console-under">{otherwise}</span>}
      <p class="console-does">
        <Does does="up" at={at} about={title} can={place > 0}>
          Move up
        </Does>
        <Does does="down" at={at} about={title} can={place < steps.length - 1}>
          Move down
        </Does>
        <a class="govuk-link" href={to.remove(at)}>
          Remove <span class="govuk-visually-hidden">{title}</span>
        </a>
      </p>
    </li>
  );
}

/** What a step does, in the words of whoever made it. */
export function titleOf(step: Step, { frame, connectors }: StepsProps): string {
  const nameOf = (id: string | undefined) =>
    connectors.find((one) => one.id === id)?.name ?? id ?? "a back office";
  switch (step.kind) {
    case "deliver": {
      const mappings = frame.draft.definition.mappings ?? [];
      return `Send to ${nameOf(mappings.find(({ id }) => id === step.mapping)?.connector)}`;
    }
    case "task":
      return step.team === undefined ? step.title : `${step.title} (${step.team})`;
    case "payment":
      return `Payment: ${step.title}`;
    case "wait":
      return waitTitle(step, frame);
    case "message":
      return `Email: ${step.subject}`;
    case "letter":
      return `Letter: ${step.subject}`;
  }
}

function waitTitle(
  { until, stage, workingDays: days }: Extract<Step, { kind: "wait" }>,
  { draft }: DraftFrame,
): string {
  const most = days === 1 ? "1 working day" : `${days} working days`;
  if (until === "days") return `Wait ${most}`;
  if (until === "tasks") return `Wait until all that was begun is done, at most ${most}`;
  const title = draft.definition.stages.find(({ id }) => id === stage)?.title ?? stage;
  return `Wait for “${title}”, at most ${most}`;
}

/** What happens where a step fails, as its kind offers it. */
export function otherwiseOf(step: Step, kinds: readonly StepKind[]): string | undefined {
  const fields = kinds.find(({ kind }) => kind === step.kind)?.fields ?? [];
  const field = fields.find(({ name }) => name === "onFailure.action");
  const action = "onFailure" in step ? step.onFailure?.action : undefined;
  const chosen = field?.choices?.find(({ value }) => value === action);
  return field && chosen && `${field.label}: ${lowered(chosen.label)}.`;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
