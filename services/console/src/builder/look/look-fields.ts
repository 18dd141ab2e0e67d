import type { DraftDefinition } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";
import { changesIn, type PartField } from "../ground/part-fields.tsx";
import type { FieldEdit } from "../ground/save-edits.tsx";
import { type WelshText, welshChanges, welshText } from "./welsh-texts.ts";

/** A text that stands at the head of a service. */
export interface HeadText {
  readonly field: "title" | "summary" | "category" | "introduction" | "urgent";
  readonly label: string;
  readonly hint: string;
  /** Lines of the field; one where it is short. */
  readonly rows: number;
}

/** The texts that stand before the first question, in the order in which people read them. */
export const headTexts: readonly HeadText[] = [
  {
    field: "title",
    label: "Name of the service",
    hint: "Say what people do with it, like “Report a noise”.",
    rows: 1,
  },
  {
    field: "summary",
    label: "What it is for",
    hint: "One sentence. People read it in the list of services.",
    rows: 2,
  },
  {
    field: "category",
    label: "Category",
    hint: "Services of one category stand together in the list, like “Environmental health”.",
    rows: 1,
  },
  {
    field: "introduction",
    label: "Before the first question",
    hint: "What people need at hand, and who should turn elsewhere. Leave it empty if nothing has to be said.",
    rows: 8,
  },
  {
    field: "urgent",
    label: "If it is urgent",
    hint: "Who to ring when somebody is in danger. It stands in a box above all else. Leave it empty if it never is.",
    rows: 3,
  },
];

const parts: readonly PartField[] = [
  ...headTexts.map(({ field }) => ({ field, at: `/${field}` })),
  { field: "brand", at: "/brand" },
  { field: "lgsl", at: "/lgsl", read: Number },
  { field: "replacesDrafts", at: "/replacesDrafts", read: () => true },
];

/** What was changed of how a service looks. */
export function lookChanges(
  fields: Fields,
  definition: DraftDefinition,
): { readonly edits: FieldEdit[]; readonly faults: Faults } {
  const edits = [...changesIn(fields, parts), ...welshChanges(fields, headWelsh(definition))];
  const lgsl = typedIn(fields, "lgsl") ?? "";
  const faults: Faults = {
    ...(typedIn(fields, "title") === "" && { title: "Enter the name of the service" }),
    ...(!/^(?:[1-9]\d{0,5})?$/.test(lgsl) && {
      lgsl: "Enter the number of the service in digits, like 532, or leave it empty",
    }),
  };
  return { edits, faults };
}

/** The Welsh of the texts at the head. */
export function headWelsh(definition: DraftDefinition): WelshText[] {
  return headTexts.flatMap(({ field }) => {
    const english = definition[field] ?? "";
    return english === "" ? [] : [welshText(definition, field, english)];
  });
}

function typedIn(fields: Fields, field: string): string | undefined {
  return fieldOf(fields, field)?.replaceAll("\r\n", "\n").trim();
}
