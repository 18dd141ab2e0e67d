import type { Brand, BrandChange } from "@guildhall/contract";
import type { Refused } from "@guildhall/sdk";
import { type Fields, fieldOf } from "@guildhall/ui";
import type { Faults } from "../pages/frame.ts";

/** Where each thing that is typed of a brand lies in it, and what is asked for where it cannot be used. */
export const brandFields = {
  name: ["/name", "Enter what it is called, in 120 characters or fewer"],
  shortName: ["/shortName", "Enter a short name, in 40 characters or fewer"],
  brand: ["/colours/brand", "Enter a colour of # and six digits or letters, like #0a5c55"],
  link: ["/colours/link", "Enter a colour of # and six digits or letters, like #0a5c55"],
  linkHover: ["/colours/linkHover", "Enter a colour of # and six digits or letters, like #0a5c55"],
  telephone: ["/contact/telephone", "Enter a phone number, in 40 characters or fewer"],
  email: ["/contact/email", "Enter an email address, like name@example.gov.uk"],
  openingHours: ["/contact/openingHours", "Enter opening hours, in 200 characters or fewer"],
  openingHoursCy: ["/inWelsh/openingHours", "Enter opening hours, in 200 characters or fewer"],
  emergency: ["/emergency", "Enter what to do, in 400 characters or fewer"],
  emergencyCy: ["/inWelsh/emergency", "Enter what to do, in 400 characters or fewer"],
} as const;
export type BrandField = keyof typeof brandFields;

/** What was typed of a brand; what is empty is left out. */
export type TypedBrand = Readonly<Partial<Record<BrandField, string>>>;

const names = Object.keys(brandFields) as BrandField[]; // The keys of a constant are its own type's.

export function typedBrand(fields: Fields): TypedBrand {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = (fieldOf(fields, name) ?? "").trim();
      return value === "" ? [] : [[name, value] as const];
    }),
  );
}

/** A brand as the fields of its page have it. */
export function asTyped({ colours, contact, inWelsh, ...brand }: Brand): TypedBrand {
  const { name, shortName, emergency } = brand;
  const typed = {
    ...{ name, shortName, emergency, ...colours, ...contact },
    openingHoursCy: inWelsh?.openingHours,
    emergencyCy: inWelsh?.emergency,
  };
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
}

/** What the API is asked for: a colour of links that was left out is the brand's own. */
export function brandOf(typed: TypedBrand): BrandChange {
  const { name = "", shortName = "", telephone, email, openingHours, emergency } = typed;
  const brand = (typed.brand ?? "").toLowerCase();
  const link = (typed.link ?? brand).toLowerCase();
  const linkHover = (typed.linkHover ?? link).toLowerCase();
  const contact = { telephone, email, openingHours };
  const inWelsh = { openingHours: typed.openingHoursCy, emergency: typed.emergencyCy };
  return {
    ...{ name, shortName, colours: { brand, link, linkHover } },
    ...(hasAny(contact) && { contact }),
    ...(emergency !== undefined && { emergency }),
    ...(hasAny(inWelsh) && { inWelsh }),
  };
}

function hasAny(one: Readonly<Record<string, string | undefined>>): boolean {
  return Object.values(one).some((value) => value !== undefined);
}

/** An id that is made of a name; empty where nothing of it can be used. */
export function idOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, "");
}

/** What is wrong, by the field that has it: in the API's words where it has some for people. */
export function faultsIn({ faults }: Refused): Faults {
  const said = faults.map(({ pointer = "", code, detail }) => {
    const field = names.find((name) => pointer === brandFields[name][0]) ?? "name";
    return [field, code === "unworkable" && detail ? detail : brandFields[field][1]] as const;
  });
  return Object.fromEntries(said.toReversed());
}
