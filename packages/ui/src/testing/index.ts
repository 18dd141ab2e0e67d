export { undrawnDuring } from "./drawn.ts";
export { invalidIn } from "./invalid-in.ts";
