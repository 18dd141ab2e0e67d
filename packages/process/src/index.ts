export { begin, type Run, resume, type StepFacts, type StepOf } from "./begin.ts";
export { momentOf, nextDay, wallTimeOf } from "./london.ts";
export { stageFor } from "./stage-for.ts";
export { stepKindOf, stepKinds } from "./step-kinds.ts";
export { addWorkingDays, countWorkingDays } from "./working-day.ts";
