import { ErrorSummary } from "@guildhall/ui";
import type { Faults } from "./frame.ts";

/** Say what is wrong with a form, each with the way to its field; nothing where nothing is. */
export function FaultSummary({ faults }: { faults: Faults }) {
  const errors = Object.entries(faults).map(([field, content]) => ({ href: `#${field}`, content }));
  return errors.length === 0 ? null : <ErrorSummary errorList={errors} />;
}

export function anyFault(faults: Faults): boolean {
  return Object.keys(faults).length > 0;
}
