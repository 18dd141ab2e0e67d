import type { Row, Transform } from "@guildhall/contract";
import { MappingFault, type Place } from "../fault.ts";
import { compileAddress } from "./address.ts";
import type { Change, CompileSetting } from "./change.ts";
import { compileAbsent, compileCode, compileLabel, compileList } from "./choices.ts";
import { compileDate } from "./date.ts";
import { compileJoin } from "./join.ts";
import { compileCut, compilePad, compilePieces } from "./length.ts";
import { compileOnly } from "./only.ts";
import { compilePhone } from "./phone.ts";
import { compilePlace } from "./place.ts";
import { compileWord } from "./words.ts";

type Named<T> = T extends string ? never : keyof T;
type Name = Exclude<Named<Transform>, "after" | "mark" | "otherwise" | "instead">;

const compilers: { readonly [Own in Name]: CompileSetting<Own> } = {
  cut: compileCut,
  pieces: compilePieces,
  pad: compilePad,
  date: compileDate,
  join: compileJoin,
  list: compileList,
  label: compileLabel,
  code: compileCode,
  absent: compileAbsent,
  only: compileOnly,
  phone: compilePhone,
  address: compileAddress,
  place: compilePlace,
};
const names = Object.keys(compilers) as Name[]; // The keys of a constant are what its type says.

/**
 * Turn one of a row's transforms into a function. All but `join` and `count` change a list item by item.
 *
 * @throws MappingFault for a transform that there is not, or a setting that cannot work
 */
export function compileTransform(transform: Transform, place: Place, row: Row): Change {
  if (typeof transform === "string") return compileWord(transform, place);
  const name = names.find((known) => known in transform);
  if (!name) {
    throw new MappingFault(place, `there is no transform “${Object.keys(transform).join(" ")}”`);
  }
  const compile = compilers[name] as CompileSetting<Name>; // The transform is of that name.
  return compile(transform as never, place, row);
}
