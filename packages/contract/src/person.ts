import { z } from "zod";
import { Id, Instant, Slug } from "./id.ts";
import { Role } from "./role.ts";
import { Scope } from "./scope.ts";
import { isCleanText, text } from "./text.ts";

/** An e-mail address, in small letters: two that differ only in case are one. */
export const EmailAddress = z
  .string()
  .max(254)
  .refine(isCleanText, { error: "invalid-text", abort: true })
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.email())
  .meta({ description: "An e-mail address", examples: ["officer@council.example"] });

const Roles = z
  .array(Role)
  .max(Role.options.length)
  .refine((roles) => new Set(roles).size === roles.length, "not-unique");

/** Names of teams, as the tasks of services name them. */
const Teams = z
  .array(text(120, 1))
  .max(50)
  .refine((teams) => new Set(teams).size === teams.length, "not-unique");

/** Somebody who works with this tenant's staff pages. */
export const Person = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    roles: z.array(Role),
    /** The teams whose tasks they do. */
    teams: z.array(z.string()),
    /** Who is not active cannot sign in. */
    active: z.boolean(),
    lastSignedInAt: Instant.optional(),
  })
  .meta({ id: "Person" });
export type Person = z.infer<typeof Person>;

export const NewPerson = z
  .strictObject({
    name: text(120, 1),
    email: EmailAddress,
    roles: Roles.min(1),
    teams: Teams.optional(),
  })
  .meta({ id: "NewPerson" });
export type NewPerson = z.infer<typeof NewPerson>;

/** What is to be another; what is left out stays. */
export const PersonChange = z
  .strictObject({
    name: text(120, 1).optional(),
    roles: Roles.optional(),
    teams: Teams.optional(),
    active: z.boolean().optional(),
  })
  .meta({ id: "PersonChange" });
export type PersonChange = z.infer<typeof PersonChange>;

/** The person who asks: who they are, for whom, and what they may do now. */
export const CurrentPerson = Person.extend({
  tenant: z.object({ id: Slug, name: z.string() }),
  /** What their roles come to here. */
  scopes: z.array(Scope),
}).meta({ id: "CurrentPerson" });
export type CurrentPerson = z.infer<typeof CurrentPerson>;
