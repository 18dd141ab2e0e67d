import type { NewNote, NewProcess, TaskCompletion } from "@guildhall/contract";

/** A report that the cookbook's noise service accepts as it stands: something to try the API with. */
export const exampleProcess: NewProcess = {
  service: "noise-nuisance",
  answers: {
    noiseSource: "not-known",
    noiseKinds: ["other"],
    noiseDescription: "A low hum.",
    addressKnown: false,
    noisePlace: "Somewhere behind Sample Row.",
    happeningNow: false,
    howOften: "once",
    timesOfDay: ["night"],
    noiseDates: [{ date: "2026-06-11", from: "23:00" }],
    effects: ["sleep"],
    heardIndoors: true,
    spokenTo: false,
    reportedBefore: false,
    giveDetails: false,
  },
};

export const exampleNote: NewNote = {
  contents: "We will visit on Tuesday between 10pm and midnight.",
  visibleToCitizen: true,
};

export const exampleCompletion: TaskCompletion = {
  outcome: "completed",
  fields: { summary: "A notice was served." },
};
