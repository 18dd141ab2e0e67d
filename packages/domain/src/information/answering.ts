export { answerInformation } from "./answer.ts";
export { openInformation } from "./open.ts";
