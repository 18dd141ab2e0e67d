export { comparisonsFor, type OfferedComparison } from "./conditions/comparisons.ts";
export { conditionsOf } from "./conditions/conditions.ts";
export { partUses } from "./conditions/part-uses.ts";
export { conditionParts, isWhole, logicOf } from "./conditions/parts.ts";
export { sayCondition } from "./conditions/say.ts";
export { usesOf } from "./conditions/uses.ts";
export { type Data, type Fields, isFields, partOf } from "./data.ts";
export { differences } from "./differences/differences.ts";
export { applyEdits, type EditFault } from "./edits/apply.ts";
export { touched } from "./edits/touched.ts";
export { flowOf } from "./flow/flow.ts";
export type { Known, StatusSeen, UndecidedPart } from "./gate/check/known.ts";
export { type Path, pathOfPointer, pointerTo, type Said } from "./gate/check/said.ts";
export { serviceFaults } from "./gate/check/service.ts";
export { statusFaults } from "./gate/check/statuses.ts";
export { fillIn } from "./gate/fill-in.ts";
export { findingsOf } from "./gate/findings.ts";
export { readinessOf } from "./gate/readiness.ts";
export { againstWhite, paleColours } from "./gate/rules/contrast.ts";
export { dataOf, partAt, stepsAlong } from "./locate.ts";
export { type MappingGround, pathIn, resultText } from "./mapping/ground.ts";
export { linesWithoutTarget, mappingLines, targetOf } from "./mapping/lines.ts";
export { previewFaults } from "./mapping/preview-faults.ts";
export { mappingSources } from "./mapping/sources.ts";
export { merge } from "./merge/merge.ts";
export { placeholdersFor } from "./messages/placeholders.ts";
export { wordsFaults } from "./messages/words-faults.ts";
export { itemName } from "./names.ts";
export { readOutline } from "./outline/read-outline.ts";
export { overlaps, pathOf, stepsOf } from "./path.ts";
export type { Pattern } from "./patterns/pattern.ts";
export { patterns } from "./patterns/patterns.ts";
export { carriedBy } from "./recipe/carried.ts";
export {
  isChanged,
  lockedChanges,
  lockedParts,
  locksTitle,
  partTitle,
  saidOfParts,
  sayUndecided,
} from "./recipe/parts.ts";
export { suggestedParts } from "./recipe/suggested.ts";
export { notKnown, type Shortcoming, shortcomings } from "./shortcomings.ts";
export { usualBeginning } from "./usual-beginning.ts";
