import type { NewInformationRequest } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../pages/frame.ts";
import type { Typed } from "../pages/information-page.tsx";

export const nothingTyped: Typed = {
  questions: [],
  ownQuestion: "",
  files: false,
  reason: "",
  day: "",
  month: "",
  year: "",
  ifUnanswered: "task",
};

/** Read what was typed into the form that asks for one more thing. */
export function typedIn(fields: Fields): Typed {
  const one = (name: string) => (fieldOf(fields, name) ?? "").trim();
  return {
    questions: [...(fields.get("questions") ?? [])],
    ownQuestion: one("ownQuestion"),
    files: fields.has("files"),
    reason: one("reason"),
    day: one("day"),
    month: one("month"),
    year: one("year"),
    ifUnanswered: one("ifUnanswered") === "go-on" ? "go-on" : "task",
  };
}

/** Make of it what is asked, or say what is wrong with it. */
export function askingOf(
  typed: Typed,
  today: string,
): { asking: NewInformationRequest } | { faults: Faults } {
  const { questions, ownQuestion, files, reason, ifUnanswered } = typed;
  const respondBy = dayOf(typed);
  const faults = { ...wordsFaults(typed), ...dayFault(respondBy, today) };
  if (Object.keys(faults).length > 0) return { faults };
  return {
    asking: {
      ...(questions.length > 0 && { questions: [...questions] }),
      ...(ownQuestion !== "" && { ownQuestion }),
      ...(files && { files }),
      reason,
      ...(respondBy && { respondBy }),
      ifUnanswered,
    },
  };
}

function wordsFaults({ questions, ownQuestion, files, reason }: Typed): Faults {
  const isNothing = questions.length === 0 && ownQuestion === "" && !files;
  return {
    ...(isNothing && { questions: "Choose what you ask for, or write a question" }),
    ...(ownQuestion.length > 300 && {
      ownQuestion: "The question must be 300 characters or fewer",
    }),
    ...(reason === "" && { reason: "Say why you ask" }),
    ...(reason.length > 1000 && { reason: "The reason must be 1,000 characters or fewer" }),
  };
}

/** The field that a fault of the last day leads to. */
const lastDay = "respondBy-day";

function dayFault(respondBy: string | undefined | null, today: string): Faults {
  if (respondBy === undefined) return {};
  if (respondBy === null) return { [lastDay]: "The last day must be a real date" };
  if (respondBy <= today) return { [lastDay]: "The last day must be after today" };
  return respondBy > aYearAfter(today) ? { [lastDay]: "The last day must be within a year" } : {};
}

/** Undefined where nothing was typed, null where it is no day. */
function dayOf({ day, month, year }: Typed): string | undefined | null {
  if (day === "" && month === "" && year === "") return undefined;
  const written = `${year.padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(written) ? Date.parse(written) : Number.NaN;
  if (Number.isNaN(time)) return null;
  return new Date(time).toISOString().startsWith(written) ? written : null;
}

function aYearAfter(today: string): string {
  return `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
}
