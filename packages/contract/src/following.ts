import { z } from "zod";
import { Location } from "./form.ts";
import { Instant, Reference, Slug } from "./id.ts";
import { EmailAddress } from "./person.ts";
import { Language } from "./translation.ts";

/** Where somebody looks for open requests: at a point in degrees or in metres, or at an address by its number. */
export const NearbyQuery = z.object({
  latitude: z.coerce.number().min(49).max(61).optional(),
  longitude: z.coerce.number().min(-9).max(2).optional(),
  easting: z.coerce.number().min(0).max(700_000).optional(),
  northing: z.coerce.number().min(0).max(1_300_000).optional(),
  uprn: Location.shape.uprn,
});
export type NearbyQuery = z.infer<typeof NearbyQuery>;

/** An open request as anybody near it may see it: where it stands, and nothing of what was said or by whom. */
export const NearbyProcess = z
  .object({
    reference: Reference,
    /** What its stage is called. */
    stage: z.string(),
    receivedAt: Instant,
    /** How far away it is, to the nearest ten. */
    metres: z.int().min(0),
    /** How many people are told of it, beside whoever sent it. */
    followers: z.int().min(0),
  })
  .meta({ id: "NearbyProcess" });
export type NearbyProcess = z.infer<typeof NearbyProcess>;

/** Somebody who asks to be told of another's request. */
export const NewFollower = z
  .strictObject({ email: EmailAddress, language: Language.default("en") })
  .meta({ id: "NewFollower" });
export type NewFollower = z.infer<typeof NewFollower>;

/** The last part of a link that a follower was sent. */
export const FollowKey = z.strictObject({ key: z.string().max(80) }).meta({ id: "FollowKey" });
export type FollowKey = z.infer<typeof FollowKey>;

/**
 * What became of a wish to follow: it waits for its confirmation, they are told of all that happens, they have stopped
 * or nobody knows of them any more, or the request has ended.
 */
export const FollowingState = z.enum(["asked", "following", "stopped", "ended"]);
export type FollowingState = z.infer<typeof FollowingState>;

/** What the link of a follower leads to; of a wish that is forgotten nothing but that is known. */
export const Following = z
  .object({
    state: FollowingState,
    reference: Reference.optional(),
    service: Slug.optional(),
    serviceTitle: z.string().optional(),
    brand: Slug.optional(),
  })
  .meta({ id: "Following" });
export type Following = z.infer<typeof Following>;
