import { MappingFault } from "../fault.ts";
import { type CompileSetting, itemwise, textOf, textwise } from "./change.ts";

/** Replace a value by what the mapping's own list has for it. */
export const compileList: CompileSetting<"list"> = ({ list, otherwise }, place) => {
  if (Object.keys(list).length === 0) throw new MappingFault(place, "the list has no entries");
  return textwise((text) => {
    if (Object.hasOwn(list, text)) return list[text];
    if (otherwise !== undefined) return otherwise;
    throw new MappingFault(place, "the list has no entry for the value, and no otherwise");
  }, place);
};

/** Replace an option by its words. */
export const compileLabel: CompileSetting<"label"> = (_, place, row) => {
  const question = row.from && "answer" in row.from ? row.from.answer.split(".").at(-1) : undefined;
  if (question === undefined) {
    throw new MappingFault(place, "only the answer to a question has an option's label");
  }
  return itemwise((value, { input }) => {
    const label = input.labels(question, textOf(value, place));
    if (label === undefined) throw new MappingFault(place, "the question has no such option");
    return label;
  });
};

/** Replace a text by its code in one of the back office's own lists, as it is when the document is written. */
export const compileCode: CompileSetting<"code"> = ({ code: name, otherwise }, place) => {
  return itemwise((value, { input }) => {
    const codes = input.codes?.(name);
    if (!codes) throw new MappingFault(place, `there is no code list “${name}”`);
    const code = codes.get(textOf(value, place)) ?? otherwise;
    if (code !== undefined) return code;
    throw new MappingFault(place, `the code list “${name}” has no entry for the value`);
  });
};

/** Take some values for none. */
export const compileAbsent: CompileSetting<"absent"> = ({ absent }) => {
  const nothing = new Set<unknown>(absent);
  return itemwise((value) => (nothing.has(value) ? undefined : value));
};
