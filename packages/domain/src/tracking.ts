export { askForMyRequests } from "./my-requests/ask.ts";
export { findMyRequests } from "./my-requests/find.ts";
export { attachToProcess, checkProcessRoom } from "./note/attach.ts";
export { addCitizenNote } from "./note/say.ts";
export { type Changes, changesAfter, lastChange } from "./process/last-change.ts";
