export { takeCheckpoint } from "./audit/checkpoint.ts";
export { listAudit } from "./audit/list.ts";
export { verifyAudit } from "./audit/verify.ts";
