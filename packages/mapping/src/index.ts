export { checkMapping } from "./check.ts";
export type { Known } from "./check-known.ts";
export { compileMapping } from "./compile.ts";
export { MappingFault, type Place } from "./fault.ts";
export { positions, render } from "./render.ts";
export type { DatasetLookup, Facts, MappingInput } from "./scope.ts";
export { nearestPlace } from "./trace.ts";
export type { CompiledMapping } from "./tree.ts";
