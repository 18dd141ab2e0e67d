import { Textarea } from "@guildhall/ui";

/** Ask for the networks that a key may be used from. */
export function Networks({ value, fault }: { value: string; fault: string | undefined }) {
  return (
    <Textarea
      name="addresses"
      id="addresses"
      label="Only from these networks (optional)"
      hint="One on each line, for example 203.0.113.0/24. Leave empty to allow any."
      rows="3"
      value={value}
      errorMessage={fault}
      spellcheck={false}
    />
  );
}
