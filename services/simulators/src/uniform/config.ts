import { z } from "zod";
import { RequestType } from "./request-type.ts";

const Code = z.strictObject({
  code: z.string().min(1).max(20),
  text: z.string().min(1),
  /** Of a complaint type: the code of its kind in SRKIND. */
  kind: z.string().optional(),
});
export type Code = z.infer<typeof Code>;

/** A request that officers entered in Uniform themselves, before anything came from the platform. */
const OwnCase = z.strictObject({
  type: RequestType,
  number: z.int().positive(),
  complaintType: z.string(),
  status: z.string(),
  how: z.string(),
  nature: z.string(),
  enteredHoursAgo: z.number().min(0),
  customer: z
    .strictObject({ type: z.string(), name: z.string(), phone: z.string().optional() })
    .optional(),
  site: z.strictObject({ uprn: z.string(), east: z.string(), north: z.string() }).partial(),
});
export type OwnCase = z.infer<typeof OwnCase>;

/** The statuses of a Uniform whose file lists none. */
const usualStatuses: Code[] = [
  { code: "1_REC", text: "Received" },
  { code: "2_ALL", text: "Allocated" },
  { code: "4_INV", text: "Under investigation" },
  { code: "8_CLO", text: "Closed" },
];

const Lists = z.record(z.string().regex(/^[A-Z0-9_]+$/), z.array(Code));

/** One tenant's Uniform: its database and its code lists. Officers' statuses are the list SRSTATUS. */
export const UniformConfig = z
  .strictObject({
    databaseId: z.string().min(1),
    /** Who works in it, in the council's words. */
    team: z.string().optional(),
    lists: Lists,
    /** The status that needs a closing action. */
    closedStatus: z.string().default("8_CLO"),
    /** The status that a request moves to when a visit is booked. */
    visitStatus: z.string().optional(),
    /** What officers call the fields of XtraValues. */
    xtraNames: z.record(z.string(), z.string()).default({}),
    cases: z.array(OwnCase).default([]),
  })
  .transform((config) => ({
    ...config,
    lists: { SRSTATUS: usualStatuses, ...config.lists } as Record<string, Code[]>, // the two kinds of key in one
  }))
  .superRefine((config, context) => {
    for (const message of looseEnds(config)) context.addIssue({ code: "custom", message });
  });
export type UniformConfig = z.infer<typeof UniformConfig>;

/** A code in words, or the code itself. */
export function textOf({ lists }: Pick<UniformConfig, "lists">, list: string, code: string) {
  return lists[list]?.find((item) => item.code === code)?.text ?? code;
}

/** The code of a complaint type's kind, where the list gives it one. */
export function kindOf({ lists }: UniformConfig, complaintType: string): string | undefined {
  return lists.SRRECTYPE?.find(({ code }) => code === complaintType)?.kind;
}

type Written = Pick<UniformConfig, "lists" | "closedStatus" | "visitStatus" | "cases">;

/** Everything the file names without saying what it is. */
function looseEnds({ lists, closedStatus, visitStatus, cases }: Written): string[] {
  const has = (list: string, code: string | undefined) =>
    code === undefined || lists[list]?.some((known) => known.code === code);
  const types = lists.SRRECTYPE ?? [];
  const named = cases.flatMap(({ complaintType, status, how, customer }) => [
    ["SRRECTYPE", complaintType] as const,
    ["SRSTATUS", status] as const,
    ["SRRECHOW", how] as const,
    ["SRCUSTTYPE", customer?.type] as const,
  ]);
  return [
    ...(types.length > 0 ? [] : ["lists: SRRECTYPE must name the complaint types"]),
    ...(has("SRSTATUS", closedStatus)
      ? []
      : ["lists: SRSTATUS must have the closedStatus (8_CLO where none is named)"]),
    ...(has("SRSTATUS", visitStatus) ? [] : ["lists: SRSTATUS must have the visitStatus"]),
    ...types
      .filter(({ kind }) => !has("SRKIND", kind))
      .map(({ code, kind }) => `lists: ${code} is of a kind ${kind} that SRKIND has not`),
    ...named
      .filter(([list, code]) => !has(list, code))
      .map(([list, code]) => `cases: ${list} has no ${code}`),
  ];
}
