export { countContact } from "./chase/contact.ts";
export { getChasing } from "./chase/get.ts";
export { createViewLog, type ViewLog } from "./chase/views.ts";
