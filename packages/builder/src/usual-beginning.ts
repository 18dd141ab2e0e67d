import type { DraftDefinition } from "@guildhall/contract";

/** What most services have: stages to follow, and words for each time that the person is told. All of it is to be changed. */
export const usualBeginning = {
  stages: [
    { id: "received", title: "Received" },
    { id: "in-progress", title: "Being dealt with" },
    { id: "done", title: "Done" },
    { id: "closed", title: "Closed" },
  ],
  whatHappensNext: "We read what you sent us, and tell you each time that something happens.",
  messages: {
    started: {
      subject: "We have your request: ((reference))",
      text: "Dear ((name))\n\nThank you. Your reference is ((reference)).\n\n((whatHappensNext))\n\n((target))\n\n((councilName))",
    },
    "note-added": {
      subject: "A new note on your request ((reference))",
      text: "Dear ((name))\n\nAn officer has added a note to your request:\n\n((note))\n\nYour request is now: ((stage)).\n\n((councilName))",
    },
    "stage-changed": {
      subject: "Your request ((reference)) is now: ((stage))",
      text: "Dear ((name))\n\nYour request has moved on. It is now: ((stage)).\n\n((councilName))",
    },
    completed: {
      subject: "Your request ((reference)) has ended: ((outcome))",
      text: "Dear ((name))\n\nYour request has ended. ((outcome)).\n\n((status))\n\nOpen the link below to tell us how satisfied you are.\n\n((councilName))",
    },
  },
} as const satisfies Pick<DraftDefinition, "messages" | "whatHappensNext"> & {
  readonly stages: readonly object[];
};
