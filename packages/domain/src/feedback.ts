export { dealWithFeedback } from "./feedback/deal-with.ts";
export { giveFeedback } from "./feedback/give.ts";
export { listFeedback, listFeedbackCounts } from "./feedback/list.ts";
