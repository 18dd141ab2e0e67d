import type { createV1 } from "../app.ts";

const never = () => Promise.reject(new Error("Nothing is asked of this one"));

/** What the routes are made with where only their document is wanted. */
export const unused: Parameters<typeof createV1>[0] = {
  files: { receive: never, read: never, remove: never, shrink: never },
  payments: { start: never, list: never, hear: never, look: never, expect: () => undefined },
  places: { find: never, nearest: never, tile: never },
  signIns: { method: () => ({ method: "email" }), begin: never, start: never, end: never },
  mayCall: () => true,
  onboarding: {
    store: {
      addTenant: never,
      tenant: never,
      tenants: never,
      // Nothing is asked of it where only the document is wanted.
      directory: {} as never,
    },
    groundFor: never,
    isOurs: () => false,
    mayCall: () => true,
    tryConnection: never,
  },
  askOffice: never,
  targets: { read: never, list: never, look: never, check: never },
  dryRuns: {
    sandboxFor: never,
    findSandbox: never,
    write: never,
    lookUp: never,
    writeMessage: () => ({ subject: "", text: "" }),
    showMessage: () => {
      throw new Error("Nothing is asked of this one");
    },
    officerOf: () => undefined,
    misbehaviourOf: () => undefined,
    pay: never,
    keepSample: never,
    wait: never,
    patienceMs: 0,
  },
  mending: { write: never, canBeAsked: never },
  live: { join: () => undefined, close: () => undefined },
  reportFault: () => undefined,
  sandboxFor: never,
};
