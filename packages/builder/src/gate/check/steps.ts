import type { ServiceDefinition, Step, StepField } from "@guildhall/contract";
import { stepKindOf } from "@guildhall/process";
import { type Data, partOf } from "../../data.ts";
import { wordsFaults } from "../../messages/words-faults.ts";
import type { Known } from "./known.ts";
import type { Said } from "./said.ts";

/**
 * What cannot work in a service's steps, by what their kinds ask: what they name has to be there, and what they need
 * to be said. Payments and mappings have checks of their own.
 */
export function stepFaults(service: ServiceDefinition, tenant: Known): Said[] {
  return service.steps.flatMap((step, at) => {
    const known = { service, tenant, at };
    const said = [...fieldFaults(step, known), ...kindFaults(step, known)];
    return said.map(([path, sentence]): Said => [["steps", at, ...path], sentence]);
  });
}

interface Around {
  readonly service: ServiceDefinition;
  readonly tenant: Known;
  readonly at: number;
}

function fieldFaults(step: Step, around: Around): Said[] {
  if (step.kind === "payment") return [];
  return (stepKindOf(step.kind)?.fields ?? []).flatMap((field): Said[] => {
    const path = field.name.split(".");
    const value = valueAt(step, field.name);
    if (value === undefined) return isLacking(step, field) ? [[path, `Say “${field.label}”.`]] : [];
    const sentence = typeof value === "string" ? goneOf(field, value, around) : undefined;
    return sentence === undefined ? [] : [[path, sentence]];
  });
}

function isLacking(step: Step, { required, onlyIf }: StepField): boolean {
  if (!required) return false;
  return onlyIf === undefined || onlyIf.is.includes(String(valueAt(step, onlyIf.field)));
}

function valueAt(step: Step, name: string): Data | undefined {
  // A step is JSON.
  const whole = step as unknown as Data;
  return name.split(".").reduce<Data | undefined>(partOf, whole);
}

function goneOf(
  { type, connectorKind }: StepField,
  name: string,
  { service, tenant }: Around,
): string | undefined {
  const hasId = (items: readonly { readonly id: string }[]) => items.some(({ id }) => id === name);
  if (type === "condition" && !hasId(service.form.conditions))
    return `The form has no condition “${name}”.`;
  if (type === "stage" && !hasId(service.stages)) return `There is no stage “${name}”.`;
  if (type !== "connector") return undefined;
  const kind = tenant.connectors.find(({ id }) => id === name)?.kind;
  if (kind === undefined) return `There is no connector “${name}”.`;
  return kind === connectorKind
    ? undefined
    : `“${name}” cannot do this: its kind is “${kind}”, and “${connectorKind}” is wanted.`;
}

function kindFaults(step: Step, around: Around): Said[] {
  if (step.kind === "wait") return waitFaults(step, around);
  if (step.kind !== "message" && step.kind !== "letter") return [];
  const { contact } = around.service;
  const isReached = step.kind === "message" ? contact.email : contact.address;
  const where = step.kind === "message" ? "email address" : "address";
  return [
    ...(isReached === undefined
      ? [[[], `No question gives the person’s ${where}: say which one does.`] as const]
      : []),
    ...wordsFaults(step).map(({ part, sentence }): Said => [[part], sentence]),
  ];
}

function waitFaults(
  { until, stage }: Extract<Step, { kind: "wait" }>,
  { service: { steps, stages }, at }: Around,
): Said[] {
  const isWorked = steps.slice(0, at).some(({ kind }) => kind === "deliver" || kind === "task");
  const said: (Said | false)[] = [
    at === steps.length - 1 && [
      [],
      "Nothing waits for this: the steps that begin later come after it.",
    ],
    until === "tasks" &&
      !isWorked && [["until"], "Nothing is begun before this that anybody could have done."],
    until === "stage" &&
      stage !== undefined &&
      stages[0]?.id === stage && [["stage"], "Every request stands at this stage from the start."],
  ];
  return said.filter((one) => one !== false);
}
