import { NotFixed } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { isChanged } from "../ground/part-fields.tsx";
import type { FieldEdit } from "../ground/save-edits.tsx";

const at = "/notFixed";
const names = ["rule", "stage", "withinDays", "times"] as const;

/** What was changed of what people can say after the end. All of it is one part: one rule. */
export function endingChanges(fields: Fields): {
  readonly edits: FieldEdit[];
  readonly faults: Faults;
} {
  if (!names.some((name) => isChanged(fields, name))) return { edits: [], faults: {} };
  const rule = fieldOf(fields, "rule") ?? "none";
  if (rule === "none")
    return { edits: [{ field: "rule", edit: { act: "clear", at } }], faults: {} };
  const stage = fieldOf(fields, "stage") ?? "";
  const read = NotFixed.safeParse({
    rule,
    ...(rule === "reopen" && stage !== "" && { stage }),
    withinDays: numberIn(fields, "withinDays"),
    times: numberIn(fields, "times"),
  });
  if (!read.success) return { edits: [], faults: faultsIn(fields) };
  return { edits: [{ field: "rule", edit: { act: "set", at, to: read.data } }], faults: {} };
}

function numberIn(fields: Fields, name: string): number {
  return Number(fieldOf(fields, name)?.trim() || "none");
}

function faultsIn(fields: Fields): Faults {
  const { withinDays, times } = NotFixed.shape;
  const isWrong = (shape: typeof withinDays | typeof times, name: string) =>
    !shape.safeParse(numberIn(fields, name)).success;
  const isRule = NotFixed.shape.rule.safeParse(fieldOf(fields, "rule")).success;
  return {
    ...(!isRule && { rule: "Choose what happens" }),
    ...(isWrong(withinDays, "withinDays") && {
      withinDays: "Enter a number of days from 1 to 365",
    }),
    ...(isWrong(times, "times") && { times: "Enter a number of times from 1 to 5" }),
  };
}
