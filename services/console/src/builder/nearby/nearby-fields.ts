import { LookFirst } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { isChanged } from "../ground/part-fields.tsx";
import type { FieldEdit } from "../ground/save-edits.tsx";

const at = "/lookFirst";
const names = ["shows", "metres", "days"] as const;

/** What was changed of what others can see nearby. All of it is one part: its owner declares it as a whole. */
export function nearbyChanges(fields: Fields): {
  readonly edits: FieldEdit[];
  readonly faults: Faults;
} {
  if (!names.some((name) => isChanged(fields, name))) return { edits: [], faults: {} };
  if (fieldOf(fields, "shows") !== "yes")
    return { edits: [{ field: "shows", edit: { act: "clear", at } }], faults: {} };
  const faults = faultsIn(fields);
  const read = LookFirst.safeParse({
    inPublic: fieldOf(fields, "inPublic") === "yes",
    metres: Number(fieldOf(fields, "metres")),
    days: Number(fieldOf(fields, "days")),
  });
  if (!read.success) return { edits: [], faults };
  return { edits: [{ field: "shows", edit: { act: "set", at, to: read.data } }], faults };
}

function faultsIn(fields: Fields): Faults {
  const { metres, days } = LookFirst.shape;
  const isRight = (shape: typeof metres | typeof days, name: string) =>
    shape.safeParse(Number(fieldOf(fields, name)?.trim() || "none")).success;
  return {
    ...(!isRight(metres, "metres") && { metres: "Enter a distance from 10 to 2000 metres" }),
    ...(!isRight(days, "days") && { days: "Enter a number of days from 1 to 365" }),
    ...(fieldOf(fields, "inPublic") !== "yes" && {
      inPublic: "Confirm that all of it lies in public, or show nobody the requests of others",
    }),
  };
}
