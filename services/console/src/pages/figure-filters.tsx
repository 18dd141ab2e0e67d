import type { Figure } from "@guildhall/contract";
import { Button, Input, Select } from "@guildhall/ui";
import type { FigureSearch } from "../platform/work-api.ts";

export interface FigureFilterProps {
  readonly at: string;
  readonly search: FigureSearch;
  readonly from: string;
  readonly to: string;
  /** All there is to choose from in these days. */
  readonly everything: readonly Figure[];
}

const most = [
  { name: "service", label: "Service" },
  { name: "channel", label: "Channel" },
  { name: "ward", label: "Ward" },
] as const;

/** What is counted: in which days, in which parts, and of what alone. */
export function FigureFilters({ at, search, from, to, everything }: FigureFilterProps) {
  return (
    <form method="get" action={at} class="console-filters">
      <Input name="from" type="date" label="From" classes="govuk-input--width-10" value={from} />
      <Input name="to" type="date" label="To" classes="govuk-input--width-10" value={to} />
      <Select
        name="by"
        label="By"
        items={[
          { value: "month", content: "Month" },
          { value: "week", content: "Week" },
        ]}
        value={search.by ?? "month"}
      />
      {most.map(({ name, label }) => (
        <Select
          name={name}
          label={label}
          items={[{ value: "", content: "All" }, ...optionsOf(everything, name, search[name])]}
          value={search[name] ?? ""}
        />
      ))}
      <Button classes="govuk-button--secondary">Show these</Button>
    </form>
  );
}

/** What is chosen stays to be chosen, though there may be nothing of it in these days. */
function optionsOf(figures: readonly Figure[], group: string, chosen: string | undefined) {
  const known = figures
    .filter((figure) => figure.group === group && figure.of !== "")
    .map(({ of, title }) => ({ value: of, content: title }))
    .toSorted((one, other) => one.content.localeCompare(other.content, "en-GB"));
  const isThere = chosen === undefined || known.some(({ value }) => value === chosen);
  return isThere ? known : [...known, { value: chosen, content: chosen }];
}
