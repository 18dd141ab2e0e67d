import { NamedCondition, Page, type ServiceDefinition } from "@guildhall/contract";
import { z } from "zod";

/** Questions that many services ask alike, ready to be put into a form. */
export interface Pattern {
  readonly id: string;
  readonly title: string;
  /** When to use it, in a sentence. */
  readonly text: string;
  readonly pages: readonly Page[];
  /** What its own questions depend on. */
  readonly conditions: readonly NamedCondition[];
  /** Which of its questions give the citizen's details, where the service has none for that yet. */
  readonly contact: ServiceDefinition["contact"];
  /** Which of its questions says where the trouble is, where the service has none for that yet. */
  readonly location?: string | undefined;
}

type Written = Pick<Pattern, "id" | "title" | "text" | "location"> & {
  readonly pages: readonly z.input<typeof Page>[];
  readonly conditions?: readonly NamedCondition[];
  readonly contact?: Pattern["contact"];
};

/** Make a pattern, with what its questions leave to the rules of the form filled in. */
export function patternOf({ conditions = [], contact = {}, ...written }: Written): Pattern {
  return {
    ...written,
    pages: z.array(Page).parse(written.pages),
    conditions: z.array(NamedCondition).parse(conditions),
    contact,
  };
}
