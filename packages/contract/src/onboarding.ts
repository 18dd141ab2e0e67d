import { z } from "zod";
import { NewCredential } from "./connection.ts";
import { ConnectorDefinition } from "./connector.ts";
import { Slug } from "./id.ts";
import { EmailAddress } from "./person.ts";
import { Colour, TenantDefinition, TenantKind } from "./tenant.ts";
import { text } from "./text.ts";

/** A connection of a tenant that is not there yet, with what it is let in with where that is known. */
export const NewTenantConnector = ConnectorDefinition.extend({
  credential: NewCredential.optional(),
}).meta({ id: "NewTenantConnector" });
export type NewTenantConnector = z.infer<typeof NewTenantConnector>;

/** A tenant as whoever runs the platform takes it on. */
export const NewTenant = z
  .strictObject({
    id: Slug,
    kind: TenantKind.exclude(["shared-service"]).default("council"),
    name: text(120, 1),
    /** What fits where there is little room; its name unless said otherwise. */
    shortName: text(40, 1).optional(),
    /** Of its pages; links are drawn in it too. */
    colour: Colour,
    referencePrefix: TenantDefinition.shape.referencePrefix.optional().meta({
      description: "Begins its references; made of its id unless said otherwise",
    }),
    website: TenantDefinition.shape.website,
    domains: TenantDefinition.shape.domains,
    signIn: TenantDefinition.shape.signIn,
    connectors: z.array(NewTenantConnector).max(10).default([]),
    /** The recipes that it begins with, each as a draft of a service. */
    recipes: z.union([z.literal("all"), z.array(Slug).max(200)]).default("all"),
    /** Who lets everybody else in; each is written to. */
    administrators: z
      .array(z.strictObject({ name: text(120, 1), email: EmailAddress }))
      .min(1)
      .max(10),
  })
  .meta({ id: "NewTenant" });
export type NewTenant = z.infer<typeof NewTenant>;

/** As much of a new tenant as is known yet, to hear what is wrong with it. */
export const NewTenantCheck = NewTenant.partial().meta({ id: "NewTenantCheck" });
export type NewTenantCheck = z.infer<typeof NewTenantCheck>;

/** What came of speaking to an outside system once, in a sentence. Nothing was changed there. */
export const ConnectionTest = z
  .object({ outcome: z.enum(["answers", "fails", "cannot-be-asked"]), sentence: z.string() })
  .meta({ id: "ConnectionTest" });
export type ConnectionTest = z.infer<typeof ConnectionTest>;

/** How ready one thing of a tenant is, and where it is mended where it is not. */
export const ReadinessCheck = z.object({
  about: z.enum([
    "brand",
    "domain",
    "sign-in",
    "administrators",
    "connector",
    "service",
    "scenarios",
  ]),
  /** The connector or the service. */
  subject: Slug.optional(),
  title: z.string(),
  state: z.enum(["ready", "to-do"]),
  sentence: z.string(),
});
export type ReadinessCheck = z.infer<typeof ReadinessCheck>;

/** What of a tenant is ready and what is not: numbers and names of its services, and nothing of what people sent. */
export const TenantReadiness = z
  .object({
    tenant: Slug,
    name: z.string(),
    live: z.int().meta({ description: "How many services are live" }),
    checks: z.array(ReadinessCheck),
  })
  .meta({ id: "TenantReadiness" });
export type TenantReadiness = z.infer<typeof TenantReadiness>;
