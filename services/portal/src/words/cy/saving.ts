import type { Words } from "../words.ts";

export const saving: Words["saving"] = {
  title: "Cadw eich ffurflen a dod yn ôl yn nes ymlaen",
  text: (time) =>
    `Byddwn yn anfon dolen atoch. Gyda hi gallwch barhau o’r lle y gwnaethoch stopio, ar unrhyw ddyfais. Rydym yn cadw eich ffurflen am ${time} ar ôl i chi ei newid ddiwethaf.`,
  email: "Eich cyfeiriad e-bost",
  emailHint: "Dim ond ar gyfer y ffurflen hon rydym yn ei ddefnyddio.",
  send: "Cadw ac anfon y ddolen ataf",
  remember: "Beth fyddwch chi’n ei gofio?",
  rememberHint:
    "Byddwn yn gofyn amdano pan fyddwch yn agor y ddolen, fel na all neb arall ddarllen eich ffurflen.",
  kinds: { postcode: "Cod post", date: "Dyddiad", word: "Gair o’ch dewis chi" },
  postcode: "Cod post",
  word: "Gair",
  wordHint: "Nid cyfrinair yr ydych yn ei ddefnyddio mewn man arall. O leiaf 4 llythyren.",
  date: "Dyddiad",
  dateHint: "Er enghraifft, 27 3 1985",
  faults: {
    kind: "Dewiswch beth y byddwch yn ei gofio",
    postcode: "Rhowch god post llawn yn y DU, fel CB7 4AA",
    date: "Rhowch ddyddiad go iawn, fel 27 3 1985",
    word: "Rhowch air ag o leiaf 4 llythyren neu rif",
    noEmail: "Rhowch eich cyfeiriad e-bost",
    email: "Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com",
  },
  often: "Rydym wedi anfon sawl dolen i’r cyfeiriad hwn. Rhowch gynnig arall arni mewn awr.",
  notNow:
    "Nid oedd modd i ni gadw eich ffurflen ar hyn o bryd. Rhowch gynnig arall arni mewn munud.",
  saved: {
    title: "Mae eich ffurflen wedi’i chadw",
    until: "Rydym yn ei chadw tan",
    sent: "Rydym wedi anfon dolen atoch drwy e-bost. Agorwch hi i barhau, ar unrhyw ddyfais. Yna byddwn yn gofyn am yr hyn y dewisoch ei gofio. Os byddwch yn newid eich ffurflen, byddwn yn ei chadw’n hirach.",
    unsent: "Nid ydych wedi anfon eich cais eto. Ni fyddwn yn gwneud dim nes i chi ei anfon.",
    continue: "Parhau â’ch ffurflen nawr",
    again: "Anfon dolen newydd, neu ei hanfon i gyfeiriad arall",
    shared: "Os yw eraill yn defnyddio’r ddyfais hon",
    remove: "Tynnwch y ffurflen oddi arni. Gallwch ei hagor gyda’ch dolen o hyd.",
    removeButton: "Tynnu’r ffurflen oddi ar y ddyfais hon",
  },
  fact: {
    asked: {
      postcode: "Rhowch y cod post a ddewisoch",
      date: "Rhowch y dyddiad a ddewisoch",
      word: "Rhowch y gair a ddewisoch",
    },
    chosen: (title, until) =>
      `Gwnaethoch ei ddewis pan gadwoch eich ffurflen “${title}”. Rydym yn cadw’r ffurflen tan ${until}.`,
    replaces:
      "Mae ffurflen ar y ddyfais hon yn barod. Bydd y ffurflen a gadwyd gennych yn cymryd ei lle yma.",
    continue: "Parhau â’ch ffurflen",
    empty: { postcode: "Rhowch y cod post", date: "Rhowch y dyddiad", word: "Rhowch y gair" },
    wrong: {
      postcode: "Nid hwn yw’r cod post a ddewisoch. Rhowch gynnig ar un arall",
      date: "Nid hwn yw’r dyddiad a ddewisoch. Rhowch gynnig ar un arall",
      word: "Nid hwn yw’r gair a ddewisoch. Rhowch gynnig ar un arall",
    },
  },
  unknown: {
    title: "Nid yw’r ddolen hon yn arwain at ffurflen a gadwyd",
    ask: "Os ydych wedi cadw ffurflen ac nid ydych wedi’i hanfon, dewch o hyd i’w gwasanaeth isod a gofynnwch i ni am ddolen newydd.",
    stops:
      "Mae dolen yn peidio â gweithio pan fydd y ffurflen wedi’i hanfon, pan fyddwn wedi’i chadw mor hir ag y dywedasom, pan fyddwch yn cadw’r ffurflen eto, neu ar ôl 5 ateb anghywir.",
    find: "Dod o hyd i’r gwasanaeth",
  },
  link: {
    title: "Cael dolen newydd i’ch ffurflen a gadwyd",
    email: "Y cyfeiriad e-bost a roesoch pan wnaethoch ei chadw",
    send: "Anfon y ddolen",
    asked: "Gwiriwch eich e-bost",
    sent: "Os ydym yn cadw ffurflen ar gyfer y cyfeiriad hwnnw, rydym wedi anfon dolen iddo. Gall gymryd ychydig funudau.",
    nothing:
      "Os na ddaw dim, gwiriwch eich bod wedi defnyddio’r un cyfeiriad, neu [ddechrau ffurflen newydd](start).",
  },
};
