export { checkMapping } from "./check.ts";
export { compareDocuments, type Difference } from "./compare/compare.ts";
export { compileMapping } from "./compile.ts";
export { type Baseline, findDrift, type Need, neededDesigns } from "./drift/find-drift.ts";
export { MappingFault, type Place } from "./fault.ts";
export { positions, render } from "./render.ts";
export type { DatasetLookup, MappingInput } from "./scope.ts";
export { nearestPlace } from "./trace.ts";
export type { CompiledMapping } from "./tree.ts";
