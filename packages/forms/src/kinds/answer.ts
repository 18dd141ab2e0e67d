import type { CompiledQuestion } from "../compiled.ts";
import { type Answer, isBlank, refuse, type Sheet } from "../sheet.ts";

/** Check one answer, blank or not, to a question that is asked. */
export function answerTo(
  { required, check }: Pick<CompiledQuestion, "check"> & { readonly required: boolean },
  value: unknown,
  pointer: string,
  sheet: Sheet,
): Answer | undefined {
  const before = sheet.faults.length;
  const kept = isBlank(value) ? undefined : check(value, pointer, sheet);
  const isLeftOut = kept === undefined && sheet.faults.length === before;
  return required && isLeftOut ? refuse(sheet, pointer, "required") : kept;
}
