import {
  type Form,
  type ItemQuestion,
  type MappingOptions,
  type Option,
  type OptionQuery,
  Problem,
  type Question,
} from "@guildhall/contract";
import { optionMatches } from "@guildhall/mapping";
import { type Context, requireScope } from "../context.ts";
import type { TargetDesk } from "../target/desk.ts";
import { type MappingPlace, reachMapping } from "./reach.ts";
import { shapeOf } from "./shape.ts";

/**
 * Lay a question's options beside the values that a field of the receiver takes now, with what is likely meant.
 *
 * @throws Problem `not-found` (draft, mapping), `request-invalid` where the question has no options
 */
export async function matchMappingOptions(
  ctx: Context,
  { query, ...place }: MappingPlace & { readonly query: OptionQuery },
  desk: TargetDesk,
): Promise<MappingOptions> {
  requireScope(ctx, "services:read");
  const { service, mapping } = await reachMapping(ctx, place);
  const options = optionsOf(service.form, query.answer);
  const { fields = [] } = await shapeOf(ctx, mapping, desk);
  const values = fields.find(({ target }) => target === query.target)?.options ?? [];
  const matches = new Map(optionMatches(options, values).map((match) => [match.option, match]));
  return {
    values: [...values],
    options: options.map(({ value, label }) => {
      const found = matches.get(value);
      return { option: value, label, ...(found && { code: found.code, how: found.how }) };
    }),
  };
}

/** @throws Problem `request-invalid` */
function optionsOf({ pages }: Form, answer: string): readonly Option[] {
  if (answer === "") return [];
  const id = answer.split(".").at(-1);
  const asked = pages
    .flatMap(({ questions }) => questions)
    .flatMap((one): (Question | ItemQuestion)[] =>
      one.type === "group" ? [one, ...one.questions] : [one],
    )
    .find((one) => one.id === id);
  if (asked && "options" in asked) return asked.options;
  const detail = `The service has no question “${answer}” with options.`;
  throw new Problem("request-invalid", {
    faults: [{ pointer: "/answer", code: "unworkable", detail }],
  });
}
