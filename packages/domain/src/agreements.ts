export { approveAgreement, endAgreement } from "./agreement/decide.ts";
export { getAgreement, listAgreements } from "./agreement/list.ts";
export { proposeAgreement } from "./agreement/propose.ts";
export { actUnderAgreement } from "./agreement/token.ts";
