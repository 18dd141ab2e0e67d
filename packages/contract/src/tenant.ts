import { z } from "zod";
import { DomainName } from "./domain-name.ts";
import { Slug } from "./id.ts";
import { PlacesSettings, TenantPlaces } from "./place.ts";
import { OpenIdSettings } from "./sign-in.ts";
import { text } from "./text.ts";
import type { Language } from "./translation.ts";

/** Written as `#rrggbb`, in small letters. */
export const Colour = z.string().regex(/^#[0-9a-f]{6}$/);

/** A name, a logo and colours under a tenant. Focus, error and success colours are not for a brand to change. */
export const Brand = z
  .strictObject({
    id: Slug,
    name: text(120, 1),
    shortName: text(40, 1),
    colours: z.strictObject({ brand: Colour, link: Colour, linkHover: Colour }),
    /** The file name of an SVG or PNG beside the brand's YAML. */
    logo: z
      .string()
      .regex(/^[a-z0-9-]+\.(svg|png)$/)
      .optional(),
    contact: z
      .strictObject({
        telephone: text(40).optional(),
        email: z.email().optional(),
        openingHours: text(200).optional(),
      })
      .optional(),
    emergency: text(400).optional(),
    /** The same in Welsh, for pages and messages that are in it; what is left out is said in English there too. */
    inWelsh: z
      .strictObject({ openingHours: text(200).optional(), emergency: text(400).optional() })
      .optional(),
  })
  .meta({ id: "Brand" });
export type Brand = z.infer<typeof Brand>;

/** All of a brand but its logo, which is a file of its own. */
export const BrandChange = Brand.omit({ id: true, logo: true }).meta({ id: "BrandChange" });
export type BrandChange = z.infer<typeof BrandChange>;

/** A brand as somebody reads it: what it says in Welsh stands in the place of the English. */
export function brandIn(brand: Brand, language: Language): Brand {
  if (language !== "cy" || !brand.inWelsh) return brand;
  const { openingHours, emergency } = brand.inWelsh;
  return {
    ...brand,
    ...(brand.contact && openingHours && { contact: { ...brand.contact, openingHours } }),
    ...(emergency === undefined ? {} : { emergency }),
  };
}

export const TenantKind = z.enum(["shared-service", "council", "partner"]);

/** What a folder's `tenant.yaml` says of an organisation on the platform. */
export const TenantDefinition = z.strictObject({
  id: Slug,
  kind: TenantKind,
  name: text(120, 1),
  /** The letters that begin every public reference. */
  referencePrefix: z.string().regex(/^[A-Z]{2,4}$/),
  website: z.url({ protocol: /^https$/ }).optional(),
  timeZone: z.literal("Europe/London").default("Europe/London"),
  /** Host names of its own under which its pages stand; links lead to the first. */
  domains: z
    .array(DomainName)
    .min(1)
    .max(10)
    .transform((names) => [...new Set(names)])
    .optional(),
  /** The tenant that runs the platform for this one. */
  runBy: Slug.optional(),
  /** The tenant that this one is a copy of, to be tried out: its back offices are simulators. */
  sandboxOf: Slug.optional(),
  /** Where its staff sign in; without it they are sent a link by e-mail. */
  signIn: OpenIdSettings.optional(),
  /** Where its addresses and maps come from; without it citizens type addresses by hand. */
  places: PlacesSettings.optional(),
});
export type TenantDefinition = z.infer<typeof TenantDefinition>;

/** A tenant as anyone may see it. */
export const Tenant = z
  .object({
    id: Slug,
    kind: TenantKind,
    name: z.string(),
    website: z.string().optional(),
    /** The tenant that runs the platform for this one, and handles its data on its behalf. */
    runBy: Slug.optional(),
    /** The tenant that this one is for trying out. */
    sandboxOf: Slug.optional(),
    /** Whether addresses can be looked up here, and where its map begins. */
    places: TenantPlaces.optional(),
    brands: z.array(Brand),
  })
  .meta({ id: "Tenant" });
export type Tenant = z.infer<typeof Tenant>;

/** A tenant in the list of all: what the directory knows, without a look into any tenant's own database. */
export const TenantSummary = Tenant.omit({
  brands: true,
  places: true,
  runBy: true,
  sandboxOf: true,
}).meta({
  id: "TenantSummary",
});
export type TenantSummary = z.infer<typeof TenantSummary>;
