import { isAbsent } from "../scope.ts";
import { type CompileSetting, textOf } from "./change.ts";

/** Write a list's items as one text. */
export const compileJoin: CompileSetting<"join"> = ({ join }, place) => {
  return (value) => {
    if (!Array.isArray(value)) return value;
    return value
      .filter((item) => !isAbsent(item))
      .map((item) => textOf(item, place))
      .join(join);
  };
};
