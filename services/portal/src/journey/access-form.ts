import { NewAccessRequest } from "@guildhall/contract";
import { fieldOf, type readForm } from "@guildhall/ui";

type Fields = NonNullable<Awaited<ReturnType<typeof readForm>>>;

/** What was typed into the form that asks for access, field by field and in the order of the page. */
export interface AccessFields {
  readonly organisation: string;
  readonly kind: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly purpose: string;
  readonly scopes: readonly string[];
  readonly wants: string;
}

type FieldName = keyof AccessFields;

export type AccessFaults = Partial<Record<FieldName, string>>;

export const noAccessFields: AccessFields = {
  organisation: "",
  kind: "",
  contactName: "",
  contactEmail: "",
  purpose: "",
  scopes: [],
  wants: "",
};

/** A browser sends every line break as two characters. */
export function accessFieldsIn(fields: Fields): AccessFields {
  const text = (name: FieldName) => (fieldOf(fields, name) ?? "").trim();
  return {
    organisation: text("organisation"),
    kind: text("kind"),
    contactName: text("contactName"),
    contactEmail: text("contactEmail"),
    purpose: text("purpose").replaceAll("\r\n", "\n"),
    scopes: fields.get("scopes") ?? [],
    wants: text("wants"),
  };
}

/** Give the request that the fields make, or a sentence for each field that is not right. */
export function readAccessRequest(
  fields: AccessFields,
): { readonly request: NewAccessRequest } | { readonly faults: AccessFaults } {
  const { contactName, contactEmail, ...rest } = fields;
  const contact = { name: contactName, email: contactEmail };
  const parsed = NewAccessRequest.safeParse({ ...rest, contact });
  if (parsed.success) return { request: parsed.data };
  const faulty = new Set(parsed.error.issues.map(({ path }) => fieldAt(path)));
  const inOrder = (Object.keys(sentences) as FieldName[]).filter((name) => faulty.has(name));
  return { faults: Object.fromEntries(inOrder.map((name) => [name, sentenceFor(name, fields)])) };
}

function fieldAt([first, second]: readonly PropertyKey[]): FieldName {
  if (first !== "contact") return first as FieldName; // The schema has no other places than the form's.
  return second === "email" ? "contactEmail" : "contactName";
}

const sentences: Record<FieldName, { readonly empty: string; readonly wrong: string }> = {
  organisation: {
    empty: "Enter the name of your organisation",
    wrong: "The name of your organisation must be 120 characters or fewer",
  },
  kind: {
    empty: "Select what your organisation does",
    wrong: "Select what your organisation does",
  },
  contactName: {
    empty: "Enter your full name",
    wrong: "Your full name must be 120 characters or fewer",
  },
  contactEmail: {
    empty: "Enter your email address",
    wrong: "Enter an email address in the correct format, like name@example.com",
  },
  purpose: {
    empty: "Enter what you will use it for",
    wrong: "What you will use it for must be 2,000 characters or fewer",
  },
  scopes: { empty: "Select what you need to do", wrong: "Select what you need to do" },
  wants: { empty: "Select which keys you want", wrong: "Select which keys you want" },
};

function sentenceFor(name: FieldName, fields: AccessFields): string {
  return sentences[name][fields[name].length === 0 ? "empty" : "wrong"];
}
