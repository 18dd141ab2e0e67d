import { z } from "zod";
import { Instant } from "./id.ts";
import { ServiceDefinition } from "./service.ts";

/** A published version of a service, whole: also where answers go. It never changes. */
export const ServiceVersion = z
  .object({
    version: z.int().positive(),
    publishedAt: Instant,
    definition: ServiceDefinition,
  })
  .meta({ id: "ServiceVersion" });
export type ServiceVersion = z.infer<typeof ServiceVersion>;

/** A service as it is to be published; its id is in the address. */
export const NewServiceVersion = ServiceDefinition.omit({ id: true }).meta({
  id: "NewServiceVersion",
});
export type NewServiceVersion = z.infer<typeof NewServiceVersion>;
