export { gridReference } from "./grid-reference.ts";
export { type Degrees, type Metres, toGrid, toWgs84 } from "./national-grid.ts";
export { isInNorthernIreland, isOffGreatBritain } from "./outlines.ts";
