import { type Fields, fieldOf } from "@guildhall/ui";

/** The pages on which a council is taken on, in their order. */
export const steps = [
  "name",
  "brand",
  "sign-in",
  "connector",
  "recipes",
  "administrators",
  "check",
] as const;
export type Step = (typeof steps)[number];

/** What each page asks for. */
export const fieldsOf = {
  name: ["name", "id", "kind", "domain"],
  brand: ["colour"],
  "sign-in": ["signIn", "provider", "issuer", "clientId", "adminGroup"],
  connector: [
    "office",
    "officeName",
    "address",
    "reference",
    "design",
    "alloyKey",
    "databaseId",
    "userName",
    "password",
    "open311Key",
  ],
  recipes: ["recipes"],
  administrators: ["adminName1", "adminEmail1", "adminName2", "adminEmail2"],
  check: [],
} as const satisfies Record<Step, readonly string[]>;
export type Field = Exclude<(typeof fieldsOf)[Step][number], "recipes">;

/** All that was typed so far; the pages carry it along, so that nothing is lost on the way back. */
export interface Typed {
  readonly said: Readonly<Partial<Record<Field, string>>>;
  readonly recipes: readonly string[];
  /** The name of one sending, so that pressing twice makes one council. */
  readonly once: string;
}

const single = Object.values(fieldsOf)
  .flat()
  .filter((field): field is Field => field !== "recipes");

export function readTyped(fields: Fields, once: string): Typed {
  const said = single.flatMap((field) => {
    const value = fieldOf(fields, field)?.trim() ?? "";
    return value === "" ? [] : [[field, value] as const];
  });
  return { said: withId(Object.fromEntries(said)), recipes: fields.get("recipes") ?? [], once };
}

/** An id that was left out is made of the name. */
function withId(said: Typed["said"]): Typed["said"] {
  const { id, name } = said;
  if (id !== undefined || name === undefined) return said;
  const made = name
    .toLowerCase()
    .replace(/\b(district|city|borough|county|town|parish|council)\b/g, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  return made === "" ? said : { ...said, id: made };
}

export function isStep(name: string | undefined): name is Step {
  return (steps as readonly (string | undefined)[]).includes(name);
}
