import { type CompiledQuestion, mustAnswer } from "../compiled.ts";
import type { QuestionOf } from "../question.ts";
import {
  type Answer,
  type Check,
  isRecord,
  own,
  refuse,
  refuseUnknown,
  type Sheet,
} from "../sheet.ts";
import { answerTo } from "./answer.ts";

/** Check a list of items, each of which answers the group's own questions. */
export function groupCheck(
  { min, max }: QuestionOf<"group">,
  items: readonly CompiledQuestion[],
): Check {
  const known = new Set(items.map(({ id }) => id));
  return (value, pointer, sheet) => {
    if (!Array.isArray(value)) return refuse(sheet, pointer, "invalid");
    if (value.length > max) return refuse(sheet, pointer, "too-many");
    if (value.length < min) refuse(sheet, pointer, "too-few");
    return value.map((item, index) => {
      const at = `${pointer}/${index}`;
      if (!isRecord(item)) return refuse(sheet, at, "invalid") ?? null;
      refuseUnknown(item, known, at, sheet);
      return checkItem(items, item, at, sheet);
    });
  };
}

function checkItem(
  items: readonly CompiledQuestion[],
  item: Record<string, unknown>,
  pointer: string,
  sheet: Sheet,
): Answer {
  const kept: Record<string, Answer> = {};
  for (const question of items) {
    const { id, check, when } = question;
    const before = { ...sheet.answers, ...kept };
    if (when && !when(before)) continue;
    const required = mustAnswer(question, before);
    const value = answerTo({ check, required }, own(item, id), `${pointer}/${id}`, sheet);
    if (value !== undefined) kept[id] = value;
  }
  return kept;
}
