import { z } from "zod";

/** How somebody reached a member of staff who filled in a form for them. */
export const AssistedChannel = z
  .enum(["phone", "in-person", "letter"])
  .meta({ id: "AssistedChannel" });
export type AssistedChannel = z.infer<typeof AssistedChannel>;

/** How a request came in: filled in by the citizen, by a member of staff for them, or sent by another system. */
export const Channel = z
  .enum(["online", ...AssistedChannel.options, "api"])
  .meta({ id: "Channel" });
export type Channel = z.infer<typeof Channel>;

/** What opens a draft, once, in the browser of the member of staff who began it for a caller. */
export const HandOverCode = z
  .strictObject({ code: z.string().regex(/^[\w-]{43}$/) })
  .meta({ id: "HandOverCode" });
export type HandOverCode = z.infer<typeof HandOverCode>;
