import { ServiceDefinition } from "@guildhall/contract";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../../pages/frame.ts";

/** What was typed of a new service. */
export interface TypedService {
  readonly title: string;
  readonly summary: string;
  /** One of those in use. */
  readonly category: string;
  readonly ownCategory: string;
}

export const nothingTyped: TypedService = { title: "", summary: "", category: "", ownCategory: "" };

export function typedService(fields: Fields): TypedService {
  const typed = (name: keyof TypedService) => (fieldOf(fields, name) ?? "").trim();
  return {
    title: typed("title"),
    summary: typed("summary"),
    category: typed("category"),
    ownCategory: typed("ownCategory"),
  };
}

export const unusable = "This has characters that cannot be kept. Type it again";

/** What is wrong with what was typed, by field. */
export function faultsIn({ title, summary, category, ownCategory }: TypedService): Faults {
  const { shape } = ServiceDefinition;
  const named = title === "" ? "Enter what the service is called" : undefined;
  const isNowhere = category === "" && ownCategory === "";
  const faults = {
    title:
      named ?? faultOf(shape.title.safeParse(title), "The name must be 120 characters or fewer"),
    category: isNowhere ? "Choose a category, or enter one of its own" : undefined,
    ownCategory: faultOf(
      shape.category.safeParse(ownCategory),
      "The category must be 80 characters or fewer",
    ),
    summary:
      summary === ""
        ? undefined
        : faultOf(
            shape.summary.safeParse(summary),
            "What it is for must be 400 characters or fewer",
          ),
  };
  return Object.fromEntries(
    Object.entries(faults).flatMap(([name, said]) => (said ? [[name, said]] : [])),
  );
}

interface Checked {
  readonly error?: { readonly issues: readonly { readonly message: string }[] } | undefined;
}

/** A schema refuses what is too long, and characters that nobody sees. */
function faultOf({ error }: Checked, tooLong: string): string | undefined {
  if (!error) return undefined;
  return error.issues.some(({ message }) => message === "too-long") ? tooLong : unusable;
}
