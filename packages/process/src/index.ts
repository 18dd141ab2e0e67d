export { type AmountOf, begin, type Run, resume, type StepOf } from "./begin.ts";
export { momentOf, nextDay, wallTimeOf } from "./london.ts";
export { stageFor } from "./stage-for.ts";
export { addWorkingDays } from "./working-day.ts";
