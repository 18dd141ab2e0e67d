export { changeKey } from "./key/change.ts";
export { getKey, listKeys } from "./key/get.ts";
export { issueKey } from "./key/issue.ts";
export { revokeKey } from "./key/revoke.ts";
export { rotateKey } from "./key/rotate.ts";
