import { z } from "zod";
import { Condition, HeaderName } from "./conditions.ts";
import { AnswerPath } from "./paths.ts";

/** Where an answer says what the back office calls the case. */
export const ReferenceAt = z.union([
  z.strictObject({ path: AnswerPath }),
  z.strictObject({
    header: HeaderName,
    /** What stands around it there, such as `/cases/{reference}`; all of the header where this is left out. */
    pattern: z
      .string()
      .max(200)
      .refine((text) => text.split("{reference}").length === 2, "A pattern has one “{reference}”.")
      .optional(),
  }),
]);
export type ReferenceAt = z.infer<typeof ReferenceAt>;

/** How moments are written in requests and read from answers that name no zone. */
export const Moments = z.strictObject({
  /** `iso` 2026-03-03T09:15:00.000Z, `seconds` without the fraction, `local` without the zone, `date`, or a count since 1970. */
  format: z.enum(["iso", "seconds", "local", "date", "unix", "unix-ms"]).default("iso"),
  /** The clock of a moment without a zone. */
  zone: z.enum(["uk", "utc"]).default("uk"),
});
export type Moments = z.infer<typeof Moments>;

/** How the list of an answer goes on. */
export const Paging = z.discriminatedUnion("by", [
  z.strictObject({
    by: z.literal("page"),
    /** The query parameter that takes the number. */
    parameter: z.string().min(1).max(60),
    first: z.int().min(0).max(1).default(1),
  }),
  z.strictObject({
    by: z.literal("cursor"),
    parameter: z.string().min(1).max(60),
    /** Where the answer holds the next one. */
    next: AnswerPath,
  }),
  /** The Link header, `rel="next"`; it has to lead below the connector's address. */
  z.strictObject({ by: z.literal("link") }),
]);
export type Paging = z.infer<typeof Paging>;

const fromItself = "A path of an entry begins at the entry, and not with a stroke.";
/** Read from the whole answer, every entry would say what the first one says. */
const EntryPath = AnswerPath.refine((path) => !path.startsWith("/"), fromItself);

const Test = Condition.refine(
  ({ path, header, status }) =>
    EntryPath.safeParse(path).success && header === undefined && status === undefined,
  "Only a “path” of the entry itself can be tested here.",
);

const containerPlaces = z.strictObject({
  "submitter.name": EntryPath.optional(),
  "submitter.email": EntryPath.optional(),
  "submitter.phone": EntryPath.optional(),
  "submitter.address": EntryPath.optional(),
  "location.address": EntryPath.optional(),
  "location.uprn": EntryPath.optional(),
  "location.lat": EntryPath.optional(),
  "location.lon": EntryPath.optional(),
});

/** How the changes of cases are read from the entries of a list. All paths begin at the entry. */
export const ChangeReading = z.strictObject({
  /** Each entry of the list. */
  items: AnswerPath,
  /** What the back office calls the case. */
  reference: EntryPath,
  /** Where the case stands; several are joined by a stroke, the empty ones left out. */
  status: z.array(EntryPath).max(5).default([]),
  /** What makes a change a new one. Where it is left out, that is what the change says. */
  changeKey: z.array(EntryPath).max(5).optional(),
  at: EntryPath.optional(),
  /** A text that stands for “nothing”, such as `0001-01-01T00:00:00`. */
  nothing: z.array(z.string().max(60)).max(5).default([]),
  notes: z
    .strictObject({
      items: EntryPath,
      key: EntryPath.optional(),
      text: EntryPath,
      author: EntryPath.optional(),
      /** Which notes the citizen may see; none where this is left out. */
      visibleWhen: Test.optional(),
    })
    .optional(),
  container: containerPlaces.optional(),
  /** Status flags by name, each with what makes it true. */
  flags: z.record(z.string().regex(/^[a-z0-9-]{1,80}$/), Test).optional(),
});
export type ChangeReading = z.infer<typeof ChangeReading>;

export const FindReading = z
  .strictObject({
    /** Each entry of what was found; the whole answer where this is left out. */
    items: AnswerPath.optional(),
    /** So many entries at most come in one answer: one that holds fewer holds all. */
    most: z.int().min(1).max(10_000).optional(),
    /** Where an entry holds our reference: only one that is exactly ours counts. */
    ours: AnswerPath.optional(),
    /** Where an entry holds theirs. */
    reference: AnswerPath,
  })
  .refine(
    ({ items, ours, reference }) =>
      items === undefined || [ours ?? ".", reference].every((path) => !path.startsWith("/")),
    fromItself,
  );

export const CodesReading = z.strictObject({
  items: AnswerPath,
  code: EntryPath,
  text: EntryPath,
});
