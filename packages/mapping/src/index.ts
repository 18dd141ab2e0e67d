export { SchemaSetRefused, ShapeRefused } from "@guildhall/xml";
export { checkMapping } from "./check.ts";
export { allSources } from "./check-known.ts";
export { compareDocuments, type Difference } from "./compare/compare.ts";
export { valuesAt } from "./compare/values-at.ts";
export { compileMapping } from "./compile.ts";
export { type Baseline, findDrift, type Need, neededDesigns } from "./drift/find-drift.ts";
export { MappingFault, type Place } from "./fault.ts";
export { layOut } from "./lay-out.ts";
export { positions, render } from "./render.ts";
export { type PlacedRow, placedRows } from "./rows.ts";
export type { DatasetLookup, MappingInput } from "./scope.ts";
export { AddPlaces } from "./target/add-place.ts";
export { type CheckXml, checkXml } from "./target/check-xml.ts";
export { type OptionMatch, optionMatches } from "./target/option-matches.ts";
export {
  type ReadTarget,
  type ReadXml,
  readTarget,
  type TargetSourceFiles,
} from "./target/read-target.ts";
export { rowsOf, type TargetRow } from "./target/rows-of.ts";
export { type Suggestion, suggest } from "./target/suggest.ts";
export { changesFor } from "./target/suggest-change.ts";
export { fieldsOfDesign } from "./target/to-fields.ts";
export { valueFaults } from "./target/value-faults.ts";
export { nearestPlace } from "./trace.ts";
export { changeKindOf, changeKinds } from "./transforms/change-kinds.ts";
export { changeWords } from "./transforms/change-words.ts";
export type { CompiledMapping } from "./tree.ts";
export { type Trial, tryOut } from "./try-out.ts";
