export { checkMapping } from "./check.ts";
export { compileMapping } from "./compile.ts";
export { MappingFault, type Place } from "./fault.ts";
export { render } from "./render.ts";
export type { Facts, MappingInput } from "./scope.ts";
export type { CompiledMapping } from "./tree.ts";
