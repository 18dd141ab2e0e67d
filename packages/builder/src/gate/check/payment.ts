import type { Form, Question, ServiceDefinition, Step } from "@guildhall/contract";
import type { Known } from "./known.ts";
import type { Said } from "./said.ts";

type PaymentStep = Extract<Step, { kind: "payment" }>;

/** What cannot work in a service's payments: nobody must be sent to pay without a price, or for nothing. */
export function paymentFaults(
  { steps, form }: ServiceDefinition,
  { connectors }: Pick<Known, "connectors">,
): Said[] {
  return steps.flatMap((step, at): Said[] => {
    if (step.kind !== "payment") return [];
    const said = [
      ...connectorFault(step, connectors),
      ...conditionFault(step, form),
      ...priceFaults(step, form),
      ...(at === steps.length - 1 ? [[[], nothingWaits] as const] : []),
    ];
    return said.map(([path, sentence]) => [["steps", at, ...path], sentence]);
  });
}

const nothingWaits = "Nothing waits for this payment: the steps that it is for come after it.";

function connectorFault({ connector: id }: PaymentStep, connectors: Known["connectors"]): Said[] {
  const kind = connectors.find((known) => known.id === id)?.kind;
  if (kind === "govuk-pay") return [];
  const fault =
    kind === undefined
      ? `There is no connector “${id}”.`
      : `“${id}” takes no payments: its kind is “${kind}”, and “govuk-pay” is wanted.`;
  return [[["connector"], fault]];
}

function conditionFault({ when }: PaymentStep, { conditions }: Form): Said[] {
  if (when === undefined || conditions.some(({ id }) => id === when)) return [];
  return [[["when"], `The form has no condition “${when}”.`]];
}

function priceFaults({ amount }: PaymentStep, { pages }: Form): Said[] {
  if (typeof amount === "number") return [];
  const asked = pages.flatMap(({ questions }) => questions).find(({ id }) => id === amount.answer);
  const fault = questionFault(amount.answer, asked);
  if (fault !== undefined) return [[["amount", "answer"], fault]];
  const options = asked && "options" in asked ? asked.options.map(({ value }) => value) : [];
  const priced = Object.keys(amount.pence);
  return [
    ...options
      .filter((value) => !priced.includes(value))
      .map((value): Said => [["amount", "pence"], `“${value}” has no price.`]),
    ...priced
      .filter((value) => !options.includes(value))
      .map(
        (value): Said => [
          ["amount", "pence", value],
          `The question “${amount.answer}” has no option “${value}”.`,
        ],
      ),
  ];
}

function questionFault(id: string, asked: Question | undefined): string | undefined {
  if (!asked) return `The form has no question “${id}”.`;
  if (asked.type !== "radios" && asked.type !== "select")
    return `The price goes by one of several options, and “${id}” is no such question.`;
  const isOwed = asked.required && asked.requiredWhen === undefined;
  return isOwed ? undefined : `“${id}” may be left out, and then there is no price.`;
}
