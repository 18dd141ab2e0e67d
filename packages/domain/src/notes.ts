export { addNote } from "./note/add.ts";
export { listNotes } from "./note/list.ts";
export { previewNote } from "./note/preview.ts";
export { openTracking, trackProcess } from "./process/track.ts";
