import { Radios } from "@guildhall/ui";

export const monthsOffered = ["3", "6", "12"] as const;

/** Ask for how long a key is given. */
export function Months({ value, fault }: { value: string; fault: string | undefined }) {
  return (
    <Radios
      name="months"
      idPrefix="months"
      classes="govuk-radios--inline"
      fieldset={{ legend: { content: "For how long", classes: "govuk-fieldset__legend--s" } }}
      items={monthsOffered.map((months) => ({ value: months, content: `${months} months` }))}
      value={value}
      errorMessage={fault}
    />
  );
}
