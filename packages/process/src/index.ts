export { bankHolidays } from "./bank-holidays.ts";
export { type AmountOf, type Beginning, begin, type Run, resume, type StepOf } from "./begin.ts";
export { momentOf, nextDay, type WallTime, wallTimeOf } from "./london.ts";
export { stageFor } from "./stage-for.ts";
export { addWorkingDays, endOfWorkingDay } from "./working-day.ts";
