import { z } from "zod";
import { Id, Instant, Slug } from "./id.ts";
import { text } from "./text.ts";

/** Which of its two sides a tenant is: the one that the callers are of, or the one whose officers serve them. */
export const AgreementSide = z.enum(["owner", "serving"]).meta({ id: "AgreementSide" });
export type AgreementSide = z.infer<typeof AgreementSide>;

/** How an agreement stands. One that was ended before both sides had approved it was refused. */
export const AgreementStanding = z
  .enum(["proposed", "in-force", "refused", "ended", "lapsed"])
  .meta({ id: "AgreementStanding" });
export type AgreementStanding = z.infer<typeof AgreementStanding>;

const Party = z.object({ id: Slug, name: z.string() });
const Signed = z.object({ name: z.string(), at: Instant });

/** That officers of one tenant serve the callers of another: for what, until when, and who said so on each side. */
export const Agreement = z
  .object({
    id: Id,
    owner: Party,
    serving: Party,
    purpose: z.string(),
    services: z
      .array(Slug)
      .optional()
      .meta({ description: "The owner's services that it is about; all where it is left out" }),
    until: Instant,
    standing: AgreementStanding,
    proposedBy: AgreementSide,
    proposedAt: Instant,
    /** Who approved it for each side; left out while nobody has. */
    approvals: z.object({ owner: Signed.optional(), serving: Signed.optional() }),
    /** Who refused or ended it. */
    ended: Signed.extend({ tenant: Slug }).optional(),
  })
  .meta({ id: "Agreement" });
export type Agreement = z.infer<typeof Agreement>;

export const NewAgreement = z
  .strictObject({
    /** Which side the tenant is that proposes it. */
    side: AgreementSide,
    with: Slug.meta({ description: "The tenant on the other side" }),
    purpose: text(1200, 1),
    services: z
      .array(Slug)
      .min(1)
      .max(200)
      .refine((services) => new Set(services).size === services.length, "not-unique")
      .optional(),
    until: Instant,
  })
  .meta({ id: "NewAgreement" });
export type NewAgreement = z.infer<typeof NewAgreement>;

/** What an officer calls the API of the other tenant with, for five minutes. */
export const OfficerToken = z
  .object({ token: z.string(), expiresInS: z.int(), owner: Party })
  .meta({ id: "OfficerToken" });
export type OfficerToken = z.infer<typeof OfficerToken>;
