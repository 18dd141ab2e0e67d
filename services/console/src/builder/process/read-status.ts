import type { DraftDefinition, DraftStatus, StatusRow } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import type { FieldEdit } from "../ground/save-edits.tsx";

/** What stands in the form of a status. */
export interface TypedStatus {
  readonly stage: string;
  readonly ends: string;
  readonly text: string;
  readonly quiet: boolean;
}

/** What a status means now: the service's own row says more than what comes of the connector's. */
export function shownStatus(
  { statuses = [] }: DraftDefinition,
  { external, stage = "", ends }: DraftStatus,
): TypedStatus {
  const row = statuses.find(isOf(external));
  if (!row) return { stage, ends: ends ?? "", text: "", quiet: false };
  const { text = "", message } = row;
  return { stage: row.stage ?? "", ends: row.ends ?? "", text, quiet: message === false };
}

export function typedStatus(fields: Fields): TypedStatus {
  const read = (name: string) => (fieldOf(fields, name) ?? "").replaceAll("\r\n", "\n").trim();
  const [stage, ends, text] = [read("stage"), read("ends"), read("text")];
  return { stage, ends, text, quiet: read("quiet") === "yes" };
}

/** What ends has a stage to end at, and words stand beside a stage. */
export function statusFaults({ stage, ends, text }: TypedStatus): Faults {
  if (stage !== "" || (ends === "" && text === "")) return {};
  const why = ends === "" ? "that these words stand beside" : "that the request ends at";
  return { stage: `Choose the stage ${why}` };
}

/** The edit that gives a status this meaning, for this service alone. */
export function statusEdit(
  { statuses = [] }: DraftDefinition,
  external: string,
  { stage, ends, text, quiet }: TypedStatus,
): FieldEdit {
  const item = {
    external,
    ...(stage === "" ? {} : { stage }),
    ...(ends === "" ? {} : { ends }),
    ...(text === "" ? {} : { text }),
    ...(quiet ? { message: false } : {}),
  };
  const place = statuses.findIndex(isOf(external));
  if (place < 0) return { field: "stage", edit: { act: "add", to: "/statuses", item } };
  return { field: "stage", edit: { act: "set", at: `/statuses/#${place}`, to: item } };
}

/** The row that holds whatever the case stood at before. */
function isOf(external: string) {
  return (row: StatusRow) => row.external === external && row.after === undefined;
}
