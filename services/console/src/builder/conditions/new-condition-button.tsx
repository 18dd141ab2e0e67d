import { Button, type Fields, fieldOf } from "@guildhall/ui";
import type { ServiceAddresses } from "../ground/service-addresses.ts";
import { conditionAddresses } from "./addresses.ts";

/** Save what was typed on the form of a page or question, and go on to a new condition for it. */
export function NewConditionButton() {
  return (
    <Button classes="govuk-button--secondary" name="go" value="condition">
      Save, and make a new condition
    </Button>
  );
}

/** Where a form leads once it is saved: to what is named, unless a condition is to be made. */
export function wayFrom(
  fields: Fields,
  { here, at, next }: { here: ServiceAddresses; at: string; next: string },
): string {
  return fieldOf(fields, "go") === "condition" ? conditionAddresses(here).add(at) : next;
}
