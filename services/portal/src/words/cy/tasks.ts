import type { Words } from "../words.ts";

export const tasks: Words["tasks"] = {
  anyOrder: (done, all) =>
    `Rydych wedi cwblhau ${done} o ${all} rhan. Gallwch eu gwneud mewn unrhyw drefn.`,
  oneWaits: (done, all) =>
    `Rydych wedi cwblhau ${done} o ${all} rhan. Ni all un ohonynt ddechrau eto, gan ei bod yn dibynnu ar eich atebion i rannau eraill. Gallwch wneud y gweddill mewn unrhyw drefn.`,
  someWait: (done, all) =>
    `Rydych wedi cwblhau ${done} o ${all} rhan. Ni all rhai ohonynt ddechrau eto, gan eu bod yn dibynnu ar eich atebion i rannau eraill. Gallwch wneud y gweddill mewn unrhyw drefn.`,
  checkAndSend: "Gwirio eich atebion a’u hanfon",
  states: {
    completed: "Wedi’i gwblhau",
    "in-progress": "Ar y gweill",
    "not-started": "Heb ddechrau eto",
    "cannot-start-yet": "Ni ellir dechrau eto",
  },
  elsewhere: "Gallwch fynd yn ôl a newid eich atebion, neu [ddod o hyd i wasanaeth arall](home).",
};
