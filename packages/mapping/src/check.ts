import type { Form, Mapping } from "@guildhall/contract";
import { checkFacts } from "./check-facts.ts";
import { checkAgainstForm } from "./check-form.ts";
import { checkAgainstKnown, codeLists, type Known } from "./check-known.ts";
import { compileTree } from "./compile.ts";
import type { MappingFault } from "./fault.ts";

/**
 * List everything that cannot work in a mapping: in itself, with a form against its questions, and
 * with what is known around it against that.
 *
 * With a form, a mapping without faults can be applied to whatever answers the form takes, as far as
 * questions say what their answers are like. Left to the day are changes of what a change has made,
 * and what is required of a dataset or a fact, or after a change that may leave nothing.
 */
export function checkMapping(mapping: Mapping, form?: Form, known?: Known): MappingFault[] {
  const faults: MappingFault[] = [];
  const codes = known && codeLists(known);
  compileTree(mapping, faults, codes);
  checkFacts(mapping, faults);
  if (known) checkAgainstKnown(mapping, known, faults);
  if (form) checkAgainstForm(mapping, form, { faults, codes });
  return faults;
}
