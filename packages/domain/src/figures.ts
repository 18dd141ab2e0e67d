export { getFigures } from "./figures/get.ts";
export { getHealth } from "./health/connectors.ts";
export { noteHealth, whenToNoteHealth } from "./health/note.ts";
export { listTenantHealth } from "./health/tenants.ts";
export { allocateTeam } from "./workload/allocate.ts";
export { getWorkload } from "./workload/get.ts";
