import { z } from "zod";

const Code = z.strictObject({ code: z.string().min(1).max(20), text: z.string().min(1) });
export type Code = z.infer<typeof Code>;

/** The statuses of a Uniform whose file lists none. */
const usualStatuses: Code[] = [
  { code: "1_REC", text: "Received" },
  { code: "2_ALL", text: "Allocated" },
  { code: "4_INV", text: "Under investigation" },
  { code: "8_CLO", text: "Closed" },
];

/** One tenant's Uniform: its database and its code lists. Officers' statuses are the list SRSTATUS. */
export const UniformConfig = z
  .strictObject({
    databaseId: z.string().min(1),
    lists: z.record(z.string().regex(/^[A-Z0-9_]+$/), z.array(Code)),
    /** The status that needs a closing action. */
    closedStatus: z.string().default("8_CLO"),
  })
  .transform((config) => ({
    ...config,
    lists: { SRSTATUS: usualStatuses, ...config.lists } as Record<string, Code[]>, // the two kinds of key in one
  }))
  .refine(({ lists }) => lists.SRRECTYPE?.length, "lists: SRRECTYPE must name the complaint types")
  .refine(
    ({ lists, closedStatus }) => lists.SRSTATUS?.some(({ code }) => code === closedStatus),
    "lists: SRSTATUS must have the closedStatus (8_CLO where none is named)",
  );
export type UniformConfig = z.infer<typeof UniformConfig>;

/** A code in words, or the code itself. */
export function textOf(config: UniformConfig, list: string, code: string): string {
  return config.lists[list]?.find((item) => item.code === code)?.text ?? code;
}
