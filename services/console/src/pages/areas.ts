import type { Scope } from "@guildhall/contract";
import type { Desk } from "../environment.ts";

/** The rooms of the console, in the order of its navigation: areas that belong to one sort of work. */
export const rooms = {
  work: "Work",
  services: "Services",
  systems: "Systems",
  administration: "Administration",
  councils: "Councils",
} as const;
export type Room = keyof typeof rooms;

/** A part of the console, and what a person must be allowed for it to be shown to them. */
interface AreaWords {
  readonly room: Room;
  readonly title: string;
  readonly summary: string;
  readonly scope: Scope;
}

export const areas = {
  work: {
    room: "work",
    title: "Work",
    summary: "What is to be done: yours, your teams’ and everybody’s, the soonest due first.",
    scope: "tasks:read",
  },
  cases: {
    room: "work",
    title: "Find a case",
    summary: "Find a request by its reference, or by who sent it.",
    scope: "processes:read",
  },
  followed: {
    room: "work",
    title: "Cases you follow",
    summary: "The cases that you keep an eye on, and what is new in each.",
    scope: "processes:read",
  },
  assist: {
    room: "work",
    title: "Fill in for a caller",
    summary: "Send a form for somebody who phones, writes or is here.",
    scope: "processes:write",
  },
  callers: {
    room: "work",
    title: "Callers of other councils",
    summary: "Find what callers of a council that yours has an agreement with have sent, and help.",
    scope: "processes:write",
  },
  overview: {
    room: "work",
    title: "Workload",
    summary: "What is late, stuck, held and nobody’s, by team, and sharing it out.",
    scope: "tasks:read",
  },
  figures: {
    room: "work",
    title: "Figures",
    summary: "What was received and done, how long it took, and how often people had to ask.",
    scope: "tasks:read",
  },
  services: {
    room: "services",
    title: "Services",
    summary: "Make services, try them out, and publish them.",
    scope: "services:read",
  },
  previews: {
    room: "services",
    title: "Previews",
    summary: "Services that you show before they are published, and what people say of them.",
    scope: "services:read",
  },
  feedback: {
    room: "services",
    title: "Feedback",
    summary: "What people say is wrong with the pages, beside the questions that it is about.",
    scope: "services:read",
  },
  deliveries: {
    room: "systems",
    title: "Deliveries",
    summary: "What is sent to back offices, what waits for you, and how to mend it.",
    scope: "deliveries:read",
  },
  alarms: {
    room: "systems",
    title: "Alarms",
    summary: "What somebody has to look at: say that you do, and nobody is called again.",
    scope: "deliveries:read",
  },
  health: {
    room: "systems",
    title: "Health",
    summary: "How it goes with what leads to the outside, and what is owed to it.",
    scope: "connectors:read",
  },
  connections: {
    room: "systems",
    title: "Connections",
    summary: "The systems that you are connected to, and what they let you in with.",
    scope: "connectors:read",
  },
  statuses: {
    room: "systems",
    title: "Statuses",
    summary: "What the statuses of back offices mean to citizens, and those nobody has explained.",
    scope: "connectors:read",
  },
  webhooks: {
    room: "systems",
    title: "Webhooks",
    summary: "Who is told of what happens, what they were sent and what did not arrive.",
    scope: "subscriptions:read",
  },
  calls: {
    room: "systems",
    title: "Calls",
    summary: "Who called the API, for what, and how it ended.",
    scope: "calls:read",
  },
  people: {
    room: "administration",
    title: "People",
    summary: "Colleagues who may sign in, and what each may do.",
    scope: "people:read",
  },
  keys: {
    room: "administration",
    title: "Keys",
    summary: "Who may use the API, for what, until when. Issue, replace and end keys.",
    scope: "keys:read",
  },
  access: {
    room: "administration",
    title: "Requests for access",
    summary: "Organisations that ask to use the API: approve, narrow or refuse them.",
    scope: "keys:read",
  },
  agreements: {
    room: "administration",
    title: "Agreements",
    summary: "Which councils serve each other’s callers, and what they looked at.",
    scope: "agreements:write",
  },
  brands: {
    room: "administration",
    title: "Brands",
    summary: "What your pages look like, your logo, and how people reach you.",
    scope: "connectors:write",
  },
  retention: {
    room: "administration",
    title: "Retention",
    summary: "For how long requests and everything else are kept, by service.",
    scope: "services:read",
  },
  audit: {
    room: "administration",
    title: "Audit trail",
    summary: "Everything that happened, who did it, and whether the trail of it is whole.",
    scope: "audit:read",
  },
  councils: {
    room: "councils",
    title: "Councils",
    summary: "Those that the platform is run for: take one on, and see how ready each is.",
    scope: "platform:read",
  },
  councilsHealth: {
    room: "councils",
    title: "Councils’ health",
    summary: "How it goes with each of those that the platform is run for.",
    scope: "platform:read",
  },
} as const satisfies Record<string, AreaWords>;
export type Area = keyof typeof areas;

/** The rooms that this person may enter, each with the areas of it that they may see. */
export function roomsFor({ scopes }: Desk): { readonly room: Room; readonly areas: Area[] }[] {
  // The keys of a constant are its own type's.
  const mine = (Object.keys(areas) as Area[]).filter((area) => scopes.has(areas[area].scope));
  return (Object.keys(rooms) as Room[])
    .map((room) => ({ room, areas: mine.filter((area) => areas[area].room === room) }))
    .filter((one) => one.areas.length > 0);
}
