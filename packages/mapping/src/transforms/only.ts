import { MappingFault, type Place } from "../fault.ts";
import { type CompileSetting, textwise } from "./change.ts";

/** Keep the characters of a set, and put `instead` for each other one. */
export const compileOnly: CompileSetting<"only"> = ({ only, instead = "" }, place) => {
  const others = othersThan(only, place);
  return textwise((text) => text.replace(others, () => instead), place);
};

/**
 * A pattern for one character outside the set.
 *
 * The set stands between brackets, so all that could make more of it is a bracket that closes them or
 * a sign that turns it round. Whatever is left of a pattern's language matches one character.
 */
function othersThan(set: string, place: Place): RegExp {
  if (!set.isWellFormed() || set.startsWith("^") || !/^(?:[^\\\]]|\\.)+$/su.test(set)) {
    throw new MappingFault(
      place,
      "only needs a plain set of characters, such as A-Za-z0-9; put \\ before ], \\ and a first ^",
    );
  }
  try {
    return new RegExp(`[^${set}]`, "gu");
  } catch {
    throw new MappingFault(place, "only has a range or an escape that is none");
  }
}
