import { z } from "zod";
import { Slug } from "./id.ts";
import { CleanJson, MadeJson } from "./text.ts";

/**
 * Where something stands in a service's definition: a JSON Pointer (RFC 6901) that enters lists by the names of their
 * items, as in `/form/pages/source/questions/noiseSource/label`.
 *
 * An item's name is its `id`, an option's its `value`, a mapping row's its `target`. An item that has no name of its own
 * goes by its place, `#0` for the first. The empty path is the whole.
 */
export const PartPath = z
  .string()
  .max(600)
  .regex(/^(\/([^/~]|~[01])+)*$/)
  .meta({ id: "PartPath" });
export type PartPath = z.infer<typeof PartPath>;

/** The name of an item in a list. */
const ItemName = z.string().min(1).max(400);

/** Where in its list an item goes: behind the one of this name; first with `null`; last where it is left out. */
const place = { after: ItemName.nullable().optional() };

/** One thing that is done to a service in the making. */
export const Edit = z
  .discriminatedUnion("act", [
    /** Say something, or say it anew. */
    z.strictObject({ act: z.literal("set"), at: PartPath, to: CleanJson }),
    /** Say nothing there any more. */
    z.strictObject({ act: z.literal("clear"), at: PartPath }),
    /** Put an item into a list. */
    z.strictObject({ act: z.literal("add"), to: PartPath, item: CleanJson, ...place }),
    /** Put an item elsewhere in its list, or into another list of the same kind. */
    z.strictObject({ act: z.literal("move"), at: PartPath, to: PartPath.optional(), ...place }),
    /** Put a copy of an item behind it. What has to differ is named anew, within the copy too. */
    z.strictObject({ act: z.literal("copy"), at: PartPath, name: ItemName.optional() }),
    z.strictObject({ act: z.literal("remove"), at: PartPath }),
    /** Give an item another name, and name it so wherever it is spoken of. */
    z.strictObject({ act: z.literal("rename"), at: PartPath, name: ItemName }),
    /** Put the pages or questions of a pattern into a list of pages or questions. */
    z.strictObject({ act: z.literal("insert"), pattern: Slug, to: PartPath, ...place }),
  ])
  .meta({ id: "Edit" });
export type Edit = z.infer<typeof Edit>;

/** What one part was and is, and the same in words. */
export const Difference = z
  .object({
    at: PartPath,
    kind: z.enum(["added", "removed", "changed", "moved"]),
    /** One plain sentence: "The label of “Where is the noise?” is now “Where does the noise come from?”". */
    sentence: z.string(),
    before: MadeJson.optional(),
    after: MadeJson.optional(),
  })
  .meta({ id: "Difference" });
export type Difference = z.infer<typeof Difference>;

/** A part that two have changed, each in another way. */
export const MergeConflict = z
  .object({
    at: PartPath,
    /** What it is, in the words of the service. */
    title: z.string(),
    base: MadeJson.optional(),
    ours: MadeJson.optional(),
    theirs: MadeJson.optional(),
  })
  .meta({ id: "MergeConflict" });
export type MergeConflict = z.infer<typeof MergeConflict>;
