import type { Answers, Charge, Service } from "@guildhall/contract";
import { amountDue, type CompiledForm, pounds } from "@guildhall/forms";
import { InsetText, SummaryList } from "@guildhall/ui";

/** What these answers cost, each thing with its amount in pence; what costs nothing is left out. */
export function costsOf(
  { charges = [] }: Pick<Service, "charges">,
  form: CompiledForm,
  answers: Answers,
): { title: string; pence: number }[] {
  return charges
    .map((charge) => ({ title: charge.title, pence: amountDue(form, answers, charge) }))
    .filter(({ pence }) => pence > 0);
}

/** Say what is to be paid before it is sent. */
export function ToPay({ costs }: { costs: ReturnType<typeof costsOf> }) {
  const total = costs.reduce((sum, { pence }) => sum + pence, 0);
  if (total === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">To pay: {pounds(total)}</h2>
      <SummaryList rows={costs.map(({ title, pence }) => ({ key: title, value: pounds(pence) }))} />
    </>
  );
}

/** Say what a service costs before it is begun. */
export function Prices({ service: { charges = [] } }: { service: Pick<Service, "charges"> }) {
  if (charges.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What it costs</h2>
      <ul class="govuk-list govuk-list--bullet">
        {charges.map((charge) => (
          <li>
            {charge.title}: {priceOf(charge)}
          </li>
        ))}
      </ul>
      <InsetText>
        We show you the amount before you send anything. You then pay by card, and we begin once you
        have paid.
      </InsetText>
    </>
  );
}

function priceOf({ amount, when }: Charge): string {
  const some = when === undefined ? "" : ", if it applies to you";
  if (typeof amount === "number") return `${pounds(amount)}${some}`;
  const prices = Object.values(amount.pence);
  const [least, most] = [Math.min(...prices), Math.max(...prices)];
  if (least === most) return `${pounds(least)}${some}`;
  const from = least === 0 ? "nothing" : pounds(least);
  return `${from} to ${pounds(most)}, depending on what you tell us${some}`;
}
