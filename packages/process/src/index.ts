export { bankHolidays } from "./bank-holidays.ts";
export { type Beginning, begin } from "./begin.ts";
export { stageFor } from "./stage-for.ts";
export { addWorkingDays, endOfWorkingDay } from "./working-day.ts";
