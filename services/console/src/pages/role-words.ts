import type { Role } from "@guildhall/contract";

/** What each role is called, and what somebody who has it can do. */
export const roleWords: Readonly<Record<Role, { title: string; may: string }>> = {
  "tenant-admin": {
    title: "Administrator",
    may: "Looks after people, keys, connections and webhooks. Does not see what residents sent.",
  },
  designer: {
    title: "Service designer",
    may: "Builds and publishes services. Does not see what residents sent.",
  },
  caseworker: {
    title: "Caseworker",
    may: "Works residents' requests: reads them, adds notes, does tasks.",
  },
  viewer: { title: "Viewer", may: "Reads residents' requests, and changes nothing." },
  "platform-admin": {
    title: "Platform administrator",
    may: "An administrator who also looks over all organisations on the platform.",
  },
};

/** Roles as a list in a sentence. */
export function sayRoles(roles: readonly Role[]): string {
  return roles.length === 0 ? "None" : roles.map((role) => roleWords[role].title).join(", ");
}
