import type {
  ChangeReading,
  CodesReading,
  FindReading,
  Meanings,
  Moments,
  Paging,
  ReferenceAt,
} from "@guildhall/contract";
import type { z } from "zod";
import type { Draft, File } from "./draft.ts";
import type { JudgeBody } from "./judge.ts";
import type { Namespaces } from "./reading.ts";
import type { Facts } from "./template.ts";

/** One request of a connector, and what its answers mean. */
export interface Step {
  write(facts: Facts, file?: File): Draft;
  readonly answers?: Meanings | undefined;
}

export interface FollowStep extends Step {
  readonly repeatable: boolean;
}

/** All that a connector which is configuration only can do, whichever way its requests are written. */
export interface Plan {
  readonly namespaces: Namespaces;
  readonly moments: Moments;
  readonly judgeBody?: JudgeBody | undefined;
  readonly create: FollowStep & { readonly reference: ReferenceAt };
  readonly note?: FollowStep | undefined;
  readonly attach?: FollowStep | undefined;
  readonly update?: FollowStep | undefined;
  readonly find?:
    | (Step & {
        readonly found: z.infer<typeof FindReading>;
        readonly paging?: Paging | undefined;
      })
    | undefined;
  readonly poll?:
    | (Step & {
        readonly changes: ChangeReading;
        readonly paging?: Paging | undefined;
        readonly each?: Step | undefined;
      })
    | undefined;
  readonly codes: Readonly<Record<string, Step & { readonly list: z.infer<typeof CodesReading> }>>;
}
