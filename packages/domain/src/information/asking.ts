export { askForInformation } from "./ask.ts";
export { listInformation } from "./list.ts";
export { withdrawInformation } from "./withdraw.ts";
