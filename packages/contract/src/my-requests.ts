import { z } from "zod";
import { Instant, Reference } from "./id.ts";
import { EmailAddress } from "./person.ts";
import { ProcessStatus } from "./process.ts";
import { Language } from "./translation.ts";

/** Somebody who wants to see all that they have sent. */
export const NewMyRequestsLink = z
  .strictObject({ email: EmailAddress, language: Language.default("en") })
  .meta({ id: "NewMyRequestsLink" });
export type NewMyRequestsLink = z.infer<typeof NewMyRequestsLink>;

/** The last part of the link that they were sent. */
export const MyRequestsToken = z
  .strictObject({ token: z.string().max(1000) })
  .meta({ id: "MyRequestsToken" });
export type MyRequestsToken = z.infer<typeof MyRequestsToken>;

/** A process in the list of whoever sent it. */
export const MyRequest = z
  .object({
    reference: Reference,
    serviceTitle: z.string(),
    status: ProcessStatus,
    /** What its stage is called. */
    stage: z.string(),
    /** What its titles are in. */
    language: Language,
    receivedAt: Instant,
    updatedAt: Instant,
    /** What opens it at its tracking address. */
    trackingKey: z.string(),
  })
  .meta({ id: "MyRequest" });
export type MyRequest = z.infer<typeof MyRequest>;

/** What one council has of somebody, the newest first. */
export const MyRequests = z
  .object({ data: z.array(MyRequest).max(100) })
  .meta({ id: "MyRequests" });
export type MyRequests = z.infer<typeof MyRequests>;
