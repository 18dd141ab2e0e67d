export { findCases } from "./case-search.ts";
export { type CaseViewerRow, forgetCaseViewers, listCaseViewers, seeCase } from "./case-viewers.ts";
export { type CorrectionRow, insertCorrection, listCorrections } from "./corrections.ts";
export { listAllTasks, listTasksByDay, listTeamsOfTasks, type TaskFilter } from "./task-list.ts";
export {
  cancelTasks,
  findTask,
  insertTask,
  listTasks,
  moveTask,
  releaseTasks,
  type TaskRow,
} from "./tasks.ts";
