export { undrawnDuring } from "./drawn.ts";
