import {
  BulkOutcome,
  type BulkTasks,
  CaseAnswers,
  type CaseSearch,
  Colleague,
  Correction,
  Event,
  FollowedCase,
  Message,
  type NewCorrection,
  type NewMerge,
  type NewNote,
  Note,
  NotePreview,
  Process,
  pageOf,
  Task,
  Viewers,
} from "@guildhall/contract";
import {
  addNote,
  ask,
  askForBytes,
  assignTask,
  bulkTasks,
  correctAnswer,
  done,
  followCase,
  getTask,
  getTile,
  listAllTasks,
  listColleagues,
  listEvents,
  listFollowedCases,
  listMessages,
  listNotes,
  listProcesses,
  listTasks,
  listTeams,
  mergeProcess,
  previewNote,
  readAnswers,
  searchCases,
  unfollowCase,
  updateTask,
  viewCase,
} from "@guildhall/sdk";
import { type As, asSent, pageLength, under } from "../platform/as.ts";

/** Which tasks are looked for. */
export interface TaskFilter {
  readonly assignee?: string;
  readonly team?: string;
  readonly service?: readonly string[];
  readonly state?: readonly Task["state"][];
  readonly overdue?: "true";
  readonly order?: "due";
  readonly cursor?: string;
}

/** Which requests are looked for. */
export interface CaseFilter {
  readonly service?: readonly string[];
  readonly status?: Process["status"];
  readonly ward?: string;
  readonly late?: "true";
  readonly receivedSince?: string;
  readonly receivedUntil?: string;
  readonly cursor?: string;
}

/** What caseworkers do: tasks, and the requests that they are of. */
export function caseworkApi(as: As) {
  const to = (id: string) => ({ ...as, path: { id } });
  const listed = { limit: pageLength };
  return {
    ...findingApi(as),
    ...followingApi(as),
    tasks: ({ service, state, ...query }: TaskFilter) =>
      ask(
        listAllTasks({
          ...as,
          query: {
            ...listed,
            ...query,
            ...(service && { service: [...service] }),
            ...(state && { state: [...state] }),
          },
        }),
        pageOf(Task),
      ),
    task: (id: string) => ask(getTask(to(id)), Task),
    tasksOf: async (process: string) => (await ask(listTasks(to(process)), pageOf(Task))).data,
    startTask: (id: string) => ask(updateTask({ ...to(id), body: { state: "in-progress" } }), Task),
    takeTask: (id: string, assignee: string, once: string) =>
      ask(assignTask({ ...to(id), ...under(once), body: { assignee } }), Task),
    bulkTasks: (body: BulkTasks, once: string) =>
      ask(bulkTasks({ ...as, ...under(once), body: asSent(body) }), BulkOutcome),
    teams: async () => (await ask(listTeams(as), pageOf(Task.shape.title))).data,
    colleagues: async () => (await ask(listColleagues(as), pageOf(Colleague))).data,
    readAnswers: (process: string) => ask(readAnswers(to(process)), CaseAnswers),
    correctAnswer: (process: string, body: NewCorrection, once: string) =>
      ask(correctAnswer({ ...to(process), ...under(once), body: asSent(body) }), Correction),
    merge: (process: string, body: NewMerge, once: string) =>
      ask(mergeProcess({ ...to(process), ...under(once), body: asSent(body) }), Process),
    viewCase: (process: string) => ask(viewCase(to(process)), Viewers),
    notes: async (process: string) => (await ask(listNotes(to(process)), pageOf(Note))).data,
    addNote: (process: string, body: NewNote, once: string) =>
      ask(addNote({ ...to(process), ...under(once), body }), Note),
    previewNote: (process: string, contents: string) =>
      ask(previewNote({ ...to(process), body: { contents } }), NotePreview),
    happenings: async (process: string) => (await ask(listEvents(to(process)), pageOf(Event))).data,
    messagesOf: async (process: string) =>
      (await ask(listMessages({ ...as, query: { ...listed, process } }), pageOf(Message))).data,
    tile: (tile: string) => askForBytes(getTile({ ...as, path: { tile }, parseAs: "stream" })),
  };
}

function findingApi(as: As) {
  const listed = { limit: pageLength };
  return {
    processes: ({ service, ...query }: CaseFilter) =>
      ask(
        listProcesses({
          ...as,
          query: { ...listed, ...query, ...(service && { service: [...service] }) },
        }),
        pageOf(Process),
      ),
    searchCases: async (body: CaseSearch) =>
      (await ask(searchCases({ ...as, body: asSent(body) }), pageOf(Process))).data,
  };
}

function followingApi(as: As) {
  const to = (id: string) => ({ ...as, path: { id } });
  return {
    followed: (cursor: string | undefined) =>
      ask(
        listFollowedCases({ ...as, query: { limit: pageLength, ...(cursor && { cursor }) } }),
        pageOf(FollowedCase),
      ),
    followCase: (id: string) => done(followCase(to(id))),
    unfollowCase: (id: string) => done(unfollowCase(to(id))),
  };
}
