import type { CompiledQuestion } from "../compiled.ts";
import { type Answer, isBlank, refuse, type Sheet } from "../sheet.ts";

/** Check one answer, blank or not, to a question that is asked. */
export function answerTo(
  { required, check }: Pick<CompiledQuestion, "required" | "check">,
  value: unknown,
  pointer: string,
  sheet: Sheet,
): Answer | undefined {
  if (!isBlank(value)) return check(value, pointer, sheet);
  return required ? refuse(sheet, pointer, "required") : undefined;
}
