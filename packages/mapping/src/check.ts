import type { Form, Mapping } from "@guildhall/contract";
import { checkAgainstForm } from "./check-form.ts";
import { compileTree } from "./compile.ts";
import type { MappingFault } from "./fault.ts";

/** List everything that cannot work in a mapping: in itself, and with a form, against its questions too. */
export function checkMapping(mapping: Mapping, form?: Form): MappingFault[] {
  const faults: MappingFault[] = [];
  compileTree(mapping, faults);
  if (form) checkAgainstForm(mapping, form, faults);
  return faults;
}
