import { DryRunFault } from "@guildhall/contract";
import { Radios } from "@guildhall/ui";
import { faultWords } from "./words.ts";

/** Choose what is to go wrong on purpose, each with what should come of it. */
export function FaultRadios({ value }: { value: string | undefined }) {
  const faults = DryRunFault.options.map((fault) => {
    const { title, promise } = faultWords[fault];
    return { value: fault, content: title, hint: `What should happen: ${promise}` };
  });
  return (
    <Radios
      name="fault"
      fieldset={{
        legend: { content: "What should go wrong?", classes: "govuk-fieldset__legend--m" },
      }}
      hint="On purpose, and for this try alone."
      value={value || "none"}
      items={[{ value: "none", content: "Nothing" }, ...faults]}
    />
  );
}

/** The fault that a form names; undefined where it is none. */
export function faultIn(value: string | undefined): DryRunFault | undefined {
  const { data } = DryRunFault.safeParse(value);
  return data;
}
