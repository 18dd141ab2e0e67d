import type { Words } from "../words.ts";

export const following: Words["following"] = {
  look: {
    title: "Ai un o’r rhain ydyw?",
    known: (title, reports) =>
      `Mae ${reports === 1 ? "rhywun" : "pobl eraill"} wedi anfon “${title}” ger y lle hwnnw. Os yw am yr un peth, nid oes angen i chi ei anfon eto.`,
    reported: (day, distance) => `Adroddwyd ar ${day}, ${distance}`,
    here: "yn union yma",
    away: (metres) => `tua ${metres} metr i ffwrdd`,
    stage: "Ble mae ar hyn o bryd",
    reference: "Cyfeirnod",
    followers: "Pwy sy’n ei ddilyn",
    count: (people) => (people === 1 ? "1 person arall" : `${people} o bobl eraill`),
    updates: "Diweddariadau",
    follow: "Rhowch wybod i mi yn lle hynny",
    about: (reference) => `am ${reference}`,
    none: "Dim un o’r rhain, parhau",
  },
  ask: {
    title: "Cael diweddariadau am yr adroddiad hwn",
    lead: "Byddwn yn ysgrifennu atoch pan fydd yn symud ymlaen a phan ddaw i ben. Gallwch stopio unrhyw bryd.",
    email: "Eich cyfeiriad e-bost",
    hint: "Dim ond ar gyfer y diweddariadau hyn y byddwn yn ei ddefnyddio, a byddwn yn ei ddileu bythefnos ar ôl i’r adroddiad ddod i ben.",
    send: "Anfonwch ddolen ataf i gadarnhau",
    fault: "Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@enghraifft.com",
    often:
      "Mae gormod o bobl wedi gofyn o’r lle rydych chi. Arhoswch ychydig, a rhowch gynnig arall arni.",
    notNow: "Ni allwn anfon e-byst ar hyn o bryd. Rhowch gynnig arall arni ymhen ychydig funudau.",
    own: "Nid ydych wedi anfon eich adroddiad eich hun. Gallwch [barhau ag ef](service) o hyd.",
  },
  asked: {
    title: "Gwiriwch eich e-bost",
    sent: "Rydym wedi anfon dolen atoch. Agorwch hi o fewn 2 ddiwrnod i gadarnhau eich bod am gael diweddariadau. Ni chewch rai cyn hynny.",
    nothing:
      "Os na ddaw e-bost o fewn ychydig funudau, edrychwch yn eich ffolder sbam. Ni ddaw e-bost os ydych eisoes yn cael diweddariadau.",
    track: "Gweld pa mor bell mae’r adroddiad wedi cyrraedd",
  },
  confirm: {
    title: "Ydych chi am gael diweddariadau am yr adroddiad hwn?",
    button: "Ydw, anfonwch ddiweddariadau ataf",
    not: "Os na wnaethoch ofyn amdanynt, caewch y dudalen hon. Byddwn yn dileu eich cyfeiriad e-bost ymhen 2 ddiwrnod.",
  },
  confirmed: {
    title: "Rydych yn cael diweddariadau am yr adroddiad hwn",
    next: "Byddwn yn ysgrifennu atoch pan fydd yn symud ymlaen a phan ddaw i ben.",
    stop: "Stopio’r diweddariadau hyn",
  },
  stop: {
    title: "Stopio diweddariadau am yr adroddiad hwn?",
    lead: "Byddwn yn dileu eich cyfeiriad e-bost ar unwaith.",
    button: "Stopio’r diweddariadau hyn",
  },
  stopped: {
    title: "Nid ydych yn cael diweddariadau am yr adroddiad hwn",
    text: "Nid yw eich cyfeiriad e-bost gennym ar ei gyfer mwyach. I gael diweddariadau eto, gofynnwch amdanynt o’r newydd.",
  },
  ended: {
    title: "Mae’r adroddiad hwn wedi dod i ben",
    text: "Nid oes mwy o ddiweddariadau amdano.",
  },
};
