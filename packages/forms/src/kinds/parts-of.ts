import type { AnyQuestion } from "../question.ts";
import { addressParts } from "./address.ts";
import { bankParts } from "./bank.ts";
import { rangeParts } from "./date.ts";
import { locationParts } from "./location.ts";
import { organisationParts } from "./organisation.ts";

const parts: Partial<Record<AnyQuestion["type"], readonly string[]>> = {
  address: [...addressParts.keys()],
  location: [...locationParts.keys()],
  organisation: [...organisationParts.keys()],
  "bank-details": [...bankParts.keys()],
  "date-range": [...rangeParts({}).keys()],
};

/** The names of the parts that an answer to such a question is made of, in the order they are written; else none. */
export function partsOf(type: AnyQuestion["type"]): readonly string[] {
  return parts[type] ?? [];
}
