import { Button, Input } from "@guildhall/ui";

/** Which days are looked at. */
export function Days({ action, from, to }: { action: string; from: string; to: string }) {
  return (
    <form method="get" action={action} class="console-days">
      <Input name="from" type="date" label="From" classes="govuk-input--width-10" value={from} />
      <Input name="to" type="date" label="To" classes="govuk-input--width-10" value={to} />
      <Button classes="govuk-button--secondary">Show these days</Button>
    </form>
  );
}
