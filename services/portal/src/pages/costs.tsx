import type { Answers, Charge, Service } from "@guildhall/contract";
import { amountDue, type CompiledForm, pounds } from "@guildhall/forms";
import { Text } from "@guildhall/question-view";
import { InsetText, SummaryList } from "@guildhall/ui";
import { wordsHere } from "../words/speech.tsx";
import type { Words } from "../words/words.ts";

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
  const words = wordsHere().start.costs;
  if (total === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.toPay(pounds(total))}</h2>
      <SummaryList
        rows={costs.map(({ title, pence }) => ({
          key: <Text>{title}</Text>,
          value: pounds(pence),
        }))}
      />
    </>
  );
}

/** Say what a service costs before it is begun. */
export function Prices({ service: { charges = [] } }: { service: Pick<Service, "charges"> }) {
  const words = wordsHere().start.costs;
  if (charges.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {charges.map((charge) => (
          <li>
            <Text>{charge.title}</Text>: {priceOf(charge, words)}
          </li>
        ))}
      </ul>
      <InsetText>{words.shown}</InsetText>
    </>
  );
}

function priceOf({ amount, when }: Charge, words: Words["start"]["costs"]): string {
  const price = typeof amount === "number" ? pounds(amount) : between(amount.pence, words);
  return when === undefined ? price : words.ifApplies(price);
}

function between(pence: Readonly<Record<string, number>>, words: Words["start"]["costs"]): string {
  const prices = Object.values(pence);
  const [least, most] = [Math.min(...prices), Math.max(...prices)];
  if (least === most) return pounds(least);
  return words.between(least === 0 ? words.nothing : pounds(least), pounds(most));
}
