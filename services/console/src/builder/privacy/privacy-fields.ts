import type { DraftDefinition, Question } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { changesIn, type PartField } from "../ground/part-fields.tsx";
import type { FieldEdit } from "../ground/save-edits.tsx";

/** A question as the page of privacy lists it. */
interface ListedQuestion {
  readonly id: string;
  readonly label: string;
  readonly type: Question["type"];
  readonly page: string;
  readonly purpose: string;
  readonly field: string;
  readonly at: string;
}

/** The questions that somebody answers, in the order of the form; those of a group have the group's purpose. */
export function listedQuestions({ form }: DraftDefinition): ListedQuestion[] {
  return form.pages.flatMap((page) =>
    page.questions
      .filter(({ type }) => type !== "calculated")
      .map(({ id, label, type, purpose = "" }) => ({
        id,
        label,
        type,
        page: page.title,
        purpose,
        field: `purpose-${id}`,
        at: `/form/pages/${page.id}/questions/${id}/purpose`,
      })),
  );
}

/** Says which question gives one detail of the person, and the kinds of questions that can. */
export interface DetailField {
  readonly field: string;
  readonly at: string;
  readonly label: string;
  readonly types: readonly Question["type"][];
  readonly kept: (definition: DraftDefinition) => string | undefined;
}

export const detailFields: readonly DetailField[] = [
  {
    field: "contact-name",
    at: "/contact/name",
    label: "Their name is in",
    types: ["name", "text"],
    kept: ({ contact }) => contact?.name,
  },
  {
    field: "contact-email",
    at: "/contact/email",
    label: "We write to them at",
    types: ["email"],
    kept: ({ contact }) => contact?.email,
  },
  {
    field: "contact-phone",
    at: "/contact/phone",
    label: "We ring them on",
    types: ["phone"],
    kept: ({ contact }) => contact?.phone,
  },
  {
    field: "contact-address",
    at: "/contact/address",
    label: "They live at",
    types: ["address"],
    kept: ({ contact }) => contact?.address,
  },
  {
    field: "location",
    at: "/location",
    label: "The trouble is at",
    types: ["location", "address"],
    kept: ({ location }) => location,
  },
];

const parts: readonly PartField[] = [
  { field: "lawfulBasis", at: "/retention/lawfulBasis" },
  { field: "days", at: "/retention/days", read: Number },
  { field: "draftDays", at: "/retention/draftDays", read: Number },
  ...detailFields.map(({ field, at }) => ({ field, at })),
];

/** What was changed of how personal data is looked after. */
export function privacyChanges(
  fields: Fields,
  definition: DraftDefinition,
): { readonly edits: FieldEdit[]; readonly faults: Faults } {
  const edits = changesIn(fields, [...parts, ...listedQuestions(definition)]);
  return { edits, faults: faultsIn(fields) };
}

const longestDays = 36_500;

function faultsIn(fields: Fields): Faults {
  const days = fieldOf(fields, "days")?.trim() ?? "";
  const draftDays = fieldOf(fields, "draftDays")?.trim() ?? "";
  return {
    ...(!isCount(days, longestDays) && {
      days: "Enter for how many days answers are kept, in digits, like 365",
    }),
    ...(!isCount(draftDays, 90) && {
      draftDays: "Enter for how many days unfinished forms are kept, from 1 to 90",
    }),
  };
}

/** What is not decided yet may be left empty. */
function isCount(typed: string, most: number): boolean {
  if (typed === "") return true;
  const count = Number(typed);
  return /^\d+$/.test(typed) && count >= 1 && count <= most;
}
