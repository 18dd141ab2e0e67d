export { attachToProcess, checkProcessRoom } from "./note/attach.ts";
export { addCitizenNote } from "./note/say.ts";
export { lastChange } from "./process/last-change.ts";
