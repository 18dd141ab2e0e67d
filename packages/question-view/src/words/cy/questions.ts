import type { QuestionWords } from "../words.ts";

export const questions: QuestionWords["questions"] = {
  optional: "(dewisol)",
  yes: "Ie",
  no: "Na",
  chooseOne: "Dewiswch un",
  money: "Mewn punnoedd a cheiniogau, er enghraifft 12.50",
  approximate: "Os nad ydych yn gwybod y diwrnod neu’r mis, gadewch ef yn wag.",
  day: "Diwrnod",
  month: "Mis",
  year: "Blwyddyn",
  dayIfKnown: "Diwrnod (dewisol)",
  monthIfKnown: "Mis (dewisol)",
  start: "Dyddiad dechrau",
  end: "Dyddiad gorffen",
  notYetKnown: "Ni allwn gyfrifo hyn eto",
  typeAhead: {
    assist:
      "Teipiwch i ddod o hyd i opsiwn, defnyddiwch y saethau i fyny ac i lawr i edrych arnynt, a’r fysell Enter i ddewis",
    none: "Dim wedi’i ganfod",
    one: "Canfuwyd 1 opsiwn.",
    many: "Nifer yr opsiynau a ganfuwyd: {count}.",
    at: "{option}, {at} o {count}.",
  },
  organisation: {
    name: "Enw’r sefydliad",
    number: "Rhif cwmni neu elusen (dewisol)",
    numberHint: "Er enghraifft 01234567, SC012345 neu 1234567",
  },
  bank: {
    accountName: "Enw ar y cyfrif",
    sortCode: "Cod didoli",
    sortCodeHint: "Rhaid iddo fod yn 6 digid",
    accountNumber: "Rhif y cyfrif",
    accountNumberHint: "Rhaid iddo fod rhwng 6 ac 8 digid",
    rollNumber: "Rhif rhôl cymdeithas adeiladu (dewisol)",
    rollNumberHint: "Mae ar eich cerdyn, eich cyfriflen neu eich llyfr pas",
  },
  address: {
    line1: "Llinell 1 y cyfeiriad",
    line2: "Llinell 2 y cyfeiriad (dewisol)",
    town: "Tref neu ddinas",
    postcode: "Cod post (dewisol)",
  },
  list: {
    add: (item) => `Ychwanegu “${item}”`,
    another: (item) => `Ychwanegu “${item}” arall`,
    most: (count) => `Ni allwch ychwanegu mwy na ${count}.`,
    remove: "Tynnu",
  },
  otherWindow: "Dyma’r hyn a roesoch yn y ffenestr arall:",
  clash:
    "Rydych wedi newid y dudalen hon mewn ffenestr arall. Gwiriwch eich atebion isod, yna dewiswch beth i’w wneud.",
  notKept:
    "Nid oedd modd i ni gadw’r hyn a roesoch ar hyn o bryd. Rhowch gynnig arall arni mewn munud.",
  tooLong: "Mae’r hyn a roesoch yn rhy hir i’w gadw. Gwnewch ef yn fyrrach.",
};
