import { Slug } from "@guildhall/contract";
import { z } from "zod";

const Code = z.string().min(1).max(200);

/** Where a lookup's items are: their design, and the attribute that names them. */
const Lookup = z.object({ design: Code, attribute: Code });

/** An attribute that officers write in, and whether the citizen is to read it. */
const Incoming = z.object({ attribute: Code, visibleToCitizen: z.boolean().default(true) });

/** How a case is told a note: at the end of a text of its own, or as an item of another design that the case links to. */
const Notes = z.discriminatedUnion("as", [
  z.object({ as: z.literal("text"), attribute: Code, incoming: Incoming.optional() }),
  z.object({
    as: z.literal("item"),
    design: Code,
    /** The attribute of a case that links it to its notes. */
    link: Code,
    text: Code,
    /** The attribute that holds the note's id, by which it is found before it is made again. */
    reference: Code,
    incoming: Incoming.optional(),
  }),
]);
export type Notes = z.infer<typeof Notes>;

/** A fact of the container by its name; `location` alone is its point. */
const Fact = z
  .string()
  .regex(
    /^(submitter\.(name|email|phone|address)|location(\.(address|uprn))?|flags\.[a-z0-9-]{1,60})$/,
  );

/** Items on which the work of a case goes on, a job or a defect, each with a status of its own. */
const Linked = z.object({
  design: Code,
  /** The attribute of a case that links it to them. */
  link: Code,
  status: z.array(Code).min(1).max(4),
  /** Statuses that say nothing yet, such as a job that nobody has planned: they must not reopen the case. */
  ignore: z.array(Code).default([]),
});
export type Linked = z.infer<typeof Linked>;

/** What a tenant's folder says of its Alloy. */
export const AlloySettings = z.object({
  /** The design of cases: where it is named they can be looked up by our reference, and looked at for changes. */
  design: Code.optional(),
  /** The attribute that holds our reference. */
  reference: Code,
  /** The attribute that files are attached to. */
  evidence: Code.default("attributes_filesAttachableAttachments"),
  /** For each link attribute, the design it leads to and the attribute that names its items. */
  links: z.record(Code, Lookup).default({}),
  /** The attributes that are a case's status together: the status, then what counts only with it, such as its reason. */
  status: z.array(Code).max(4).default([]),
  /** The codes that a case is given when our process enters a stage, in the order of `status`. */
  stages: z.record(Slug, z.array(Code).min(1).max(4)).default({}),
  notes: Notes.optional(),
  /** The attribute of each fact of the container, in both directions. */
  container: z.record(Fact, Code).default({}),
  linked: z.array(Linked).max(10).default([]),
  /** The lookups that are code lists here, by the name of the list; its codes are their names. */
  lists: z.record(z.string().min(1).max(80), Lookup).default({}),
});
export type AlloySettings = z.infer<typeof AlloySettings>;

export const AlloyCredentials = z.object({ apiKey: z.string().min(1) });
