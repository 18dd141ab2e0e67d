import type {
  AuditEvent,
  Call,
  Delivery,
  Figure,
  Message,
  Process,
  Task,
} from "@guildhall/contract";
import type { Sheet } from "./csv.ts";

export const processSheet: Sheet<Process> = {
  name: "processes",
  columns: {
    id: ({ id }) => id,
    reference: ({ reference }) => reference,
    service: ({ service }) => service,
    title: ({ serviceTitle }) => serviceTitle,
    status: ({ status }) => status,
    stage: ({ stage }) => stage.title,
    receivedAt: ({ receivedAt }) => receivedAt,
    respondBy: ({ respondBy }) => respondBy,
    endedAt: ({ endedAt }) => endedAt,
    updatedAt: ({ updatedAt }) => updatedAt,
    destinations: ({ destinations }) =>
      destinations.map(({ name, state }) => `${name}: ${state}`).join("; "),
  },
};

export const taskSheet: Sheet<Task> = {
  name: "tasks",
  columns: {
    id: ({ id }) => id,
    process: ({ process }) => process,
    reference: ({ reference }) => reference,
    service: ({ service }) => service,
    title: ({ title }) => title,
    team: ({ team }) => team,
    assignee: ({ assignee }) => assignee?.name,
    state: ({ state }) => state,
    dueAt: ({ dueAt }) => dueAt,
    completedAt: ({ completedAt }) => completedAt,
    updatedAt: ({ updatedAt }) => updatedAt,
    externalStatus: ({ externalStatus }) => externalStatus,
  },
};

export const messageSheet: Sheet<Message> = {
  name: "messages",
  columns: {
    id: ({ id }) => id,
    about: ({ about }) => about,
    purpose: ({ purpose }) => purpose,
    channel: ({ channel }) => channel,
    state: ({ state }) => state,
    fate: ({ fate }) => fate,
    attempts: ({ attempts }) => attempts,
    at: ({ at }) => at,
    settledAt: ({ settledAt }) => settledAt,
    lastCode: ({ lastCode }) => lastCode,
    recipient: ({ recipient }) => recipient,
  },
};

export const deliverySheet: Sheet<Delivery> = {
  name: "deliveries",
  columns: {
    id: ({ id }) => id,
    process: ({ process }) => process,
    connector: ({ connector }) => connector,
    mapping: ({ mapping }) => mapping,
    operation: ({ operation }) => operation,
    state: ({ state }) => state,
    attempts: ({ attempts }) => attempts,
    createdAt: ({ createdAt }) => createdAt,
    nextAt: ({ nextAt }) => nextAt,
    settledAt: ({ settledAt }) => settledAt,
    reference: ({ reference }) => reference,
    lastCode: ({ lastCode }) => lastCode,
    lastCodeText: ({ lastCodeText }) => lastCodeText,
    faults: ({ faults = [] }) => faults.map(({ sentence }) => sentence).join("; "),
  },
};

export const auditSheet: Sheet<AuditEvent> = {
  name: "audit",
  columns: {
    seq: ({ seq }) => seq,
    at: ({ at }) => at,
    type: ({ type }) => type,
    process: ({ process }) => process,
    subject: ({ subject }) => subject,
    actorKind: ({ actor }) => actor.kind,
    actor: ({ actor }) => actor.id,
    actorName: ({ actor }) => actor.name,
    data: ({ data }) => JSON.stringify(data),
    hash: ({ hash }) => hash,
  },
};

export const callSheet: Sheet<Call> = {
  name: "calls",
  columns: {
    id: ({ id }) => id,
    at: ({ at }) => at,
    callerKind: ({ caller }) => caller.kind,
    caller: ({ caller }) => caller.id,
    callerName: ({ caller }) => caller.name,
    method: ({ method }) => method,
    route: ({ route }) => route,
    status: ({ status }) => status,
    outcome: ({ outcome }) => outcome,
    code: ({ code }) => code,
    durationMs: ({ durationMs }) => durationMs,
    requestId: ({ requestId }) => requestId,
  },
};

export const figureSheet: Sheet<Figure> = {
  name: "figures",
  columns: {
    group: ({ group }) => group,
    of: ({ of }) => of,
    title: ({ title }) => title,
    received: ({ received }) => received,
    done: ({ done }) => done,
    late: ({ late }) => late,
    medianWorkingDays: ({ medianWorkingDays }) => medianWorkingDays,
    ninetiethWorkingDays: ({ ninetiethWorkingDays }) => ninetiethWorkingDays,
    chased: ({ chased }) => chased,
  },
};
