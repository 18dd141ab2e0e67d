import { z } from "zod";
import { Difference, MergeConflict, PartPath } from "./edit.ts";
import { Instant, Slug } from "./id.ts";
import { AdoptedRecipe } from "./service.ts";
import { NewDraftDefinition } from "./service-draft.ts";
import { text } from "./text.ts";

/** How recipes are written in files. A platform that knows a later format reads earlier ones. */
export const recipeFormat = 1;

/** What a recipe says of a service: nothing of whoever shares it. */
export const RecipeDefinition = NewDraftDefinition.omit({
  adopted: true,
  brand: true,
  recipe: true,
}).meta({ id: "RecipeDefinition" });
export type RecipeDefinition = z.infer<typeof RecipeDefinition>;

/** What its author says of a part of a recipe. A part that nothing is said of may be changed. */
export const RecipePart = z
  .strictObject({
    at: PartPath,
    may: z
      .enum(["locked", "change", "must-change"])
      .meta({ description: "Whether adopters keep it, may change it, or have to decide about it" }),
    why: text(400, 1).optional(),
  })
  .meta({ id: "RecipePart" });
export type RecipePart = z.infer<typeof RecipePart>;

const parts = z.array(RecipePart).max(500);
const publisher = text(120, 1);
const news = text(2000, 1);
const version = z.int().positive();

/** A service packaged for others to adopt, as its signed file says it. */
export const Recipe = z.strictObject({
  format: z.literal(recipeFormat),
  id: Slug,
  version,
  title: text(120, 1),
  summary: text(400, 1),
  /** The organisation that shares it. */
  publisher,
  /** What is new in this version. */
  news,
  definition: RecipeDefinition,
  parts,
});
export type Recipe = z.infer<typeof Recipe>;

/** A recipe as it travels between installations: a JWS in the flattened JSON serialisation of RFC 7515. */
export const RecipeFile = z
  .strictObject({
    payload: z.string().max(3_000_000),
    protected: z.string().max(1000),
    signature: z.string().max(200),
  })
  .meta({ id: "RecipeFile" });
export type RecipeFile = z.infer<typeof RecipeFile>;

/** The day by which a version of a recipe has to be live, and why. */
export const RecipeDeadline = z.object({ version, by: z.iso.date(), why: z.string() });
export type RecipeDeadline = z.infer<typeof RecipeDeadline>;

/** A recipe in the list of those that can be adopted. */
export const RecipeSummary = z
  .object({
    recipe: Slug,
    version,
    title: z.string(),
    summary: z.string(),
    category: z.string().optional(),
    publisher: z.string(),
    news: z.string(),
    sharedAt: Instant,
    /** Whether it was shared from here, so that its next version is too. */
    isOwn: z.boolean(),
    /** The services here that were adopted from it. */
    adoptedAs: z.array(Slug),
    deadline: RecipeDeadline.optional(),
  })
  .meta({ id: "RecipeSummary" });
export type RecipeSummary = z.infer<typeof RecipeSummary>;

const versionNews = z.object({ version, news: z.string(), sharedAt: Instant });

/** A recipe whole, to be looked at before it is adopted. */
export const RecipeDetail = RecipeSummary.extend({
  definition: RecipeDefinition,
  /** What its author says of parts, each in the words of the service. */
  parts: z.array(z.object({ ...RecipePart.shape, title: z.string() })),
  /** The latest first. */
  versions: z.array(versionNews),
}).meta({ id: "RecipeDetail" });
export type RecipeDetail = z.infer<typeof RecipeDetail>;

/** How to adopt a recipe: its latest version under its own title, unless said otherwise. */
export const NewAdoption = z
  .strictObject({ title: text(120, 1).optional(), service: Slug.optional() })
  .meta({ id: "NewAdoption" });
export type NewAdoption = z.infer<typeof NewAdoption>;

/** A service that was adopted from a recipe. */
export const AdoptionSummary = z
  .object({
    service: Slug,
    title: z.string(),
    ...AdoptedRecipe.shape,
    publisher: z.string(),
    /** The version that citizens use; left out where none is live. */
    live: version.optional(),
    /** The latest version that could be taken. */
    latest: version,
    deadline: RecipeDeadline.optional(),
  })
  .meta({ id: "AdoptionSummary" });
export type AdoptionSummary = z.infer<typeof AdoptionSummary>;

/** A part of an adopted service that the recipe's author has said something of. */
export const AdoptedPart = z
  .object({
    ...RecipePart.shape,
    title: z.string(),
    /** Of what has to be decided about: whether it was. It is once it was changed, or confirmed as it is. */
    isDone: z.boolean(),
    isConfirmed: z.boolean(),
  })
  .meta({ id: "AdoptedPart" });
export type AdoptedPart = z.infer<typeof AdoptedPart>;

/** Where an adopted service stands: what was decided, and which versions have come since. */
export const Adoption = AdoptionSummary.extend({
  parts: z.array(AdoptedPart),
  /** Of the versions that have come since, the latest first. */
  news: z.array(versionNews),
}).meta({ id: "Adoption" });
export type Adoption = z.infer<typeof Adoption>;

/** A part that has to be decided about, and stays as the recipe has it. */
export const NewConfirmation = z.strictObject({ at: PartPath }).meta({ id: "NewConfirmation" });
export type NewConfirmation = z.infer<typeof NewConfirmation>;

/** What taking the latest version of its recipe would change of a service, and what has to be decided. */
export const RecipeUpgrade = z
  .object({
    recipe: Slug,
    from: version,
    to: version,
    /**
     * Whether the service takes a version for the first time: it was made from files that were laid over the recipe,
     * and `from` is the version that it is most like.
     */
    isFirst: z.boolean(),
    news: z.array(versionNews),
    taken: z.array(Difference),
    conflicts: z.array(MergeConflict),
  })
  .meta({ id: "RecipeUpgrade" });
export type RecipeUpgrade = z.infer<typeof RecipeUpgrade>;

/** A live service to share with others: as a new recipe, or as the next version of one that was shared from it. */
export const NewRecipe = z
  .strictObject({
    service: Slug,
    /** The service's own name unless said otherwise, with your own before it where that is another's recipe. */
    recipe: Slug.optional(),
    summary: text(400, 1).optional(),
    news,
    /** Mappings name your own back office and its codes, so they stay with you unless you say otherwise. */
    withMappings: z.boolean().default(false),
    parts: parts.default([]),
  })
  .meta({ id: "NewRecipe" });
export type NewRecipe = z.infer<typeof NewRecipe>;

/** A live service as it would be shared: what goes with it, what does not, and what could be said of its parts. */
export const RecipeSketch = z
  .object({
    definition: RecipeDefinition,
    /** What stays here, each in a sentence. */
    leftOut: z.array(z.string()),
    parts: z.array(z.object({ ...RecipePart.shape, title: z.string() })),
    /** The version that it would be. */
    version,
  })
  .meta({ id: "RecipeSketch" });
export type RecipeSketch = z.infer<typeof RecipeSketch>;

/** A version of a recipe that every tenant which adopted it has to have live by a day. */
export const NewRecipeDeadline = z
  .strictObject({
    /** The latest, unless said otherwise. */
    version: version.optional(),
    by: z.iso.date(),
    why: text(400, 1),
  })
  .meta({ id: "NewRecipeDeadline" });
export type NewRecipeDeadline = z.infer<typeof NewRecipeDeadline>;

/** How far an update that has to be taken has got: who has it, by name, and nothing of what they made of it. */
export const RecipeProgress = z
  .object({
    recipe: Slug,
    title: z.string(),
    ...RecipeDeadline.shape,
    setBy: z.string(),
    setAt: Instant,
    /** How many of those that adopted the recipe have it live. */
    live: z.int().min(0),
    adopted: z.int().min(0),
    tenants: z.array(
      z.object({
        tenant: Slug,
        name: z.string(),
        state: z.enum(["live", "in-the-making", "waiting"]),
      }),
    ),
  })
  .meta({ id: "RecipeProgress" });
export type RecipeProgress = z.infer<typeof RecipeProgress>;

/** Which recipes are wanted, by words of their title, summary, category or publisher. */
export const RecipeSearch = z.object({ search: text(200).optional() });
export type RecipeSearch = z.infer<typeof RecipeSearch>;
