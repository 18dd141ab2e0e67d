import type { Words } from "../words.ts";

export const feedback: Words["feedback"] = {
  title: "Beth sydd o’i le ar y dudalen?",
  about: (page) =>
    `Roeddech ar y dudalen “${page}”. Dywedwch wrthym beth sydd ddim yn gweithio, yn anodd ei ddeall neu ddim yn gywir. Bydd y bobl sy’n gwneud y dudalen hon yn ei ddarllen.`,
  wrong: "Beth sydd o’i le?",
  wrongHint:
    "Peidiwch â chynnwys dim amdanoch chi na pherson arall, fel enw, cyfeiriad neu fanylion banc.",
  email: "Eich cyfeiriad e-bost (dewisol)",
  emailHint: "Dim ond os ydych am gael ateb. Nid ydym yn ei ddefnyddio at ddim arall.",
  send: "Anfon",
  only: "Nid yw’n rhan o unrhyw gais, ac rydym yn ei gadw am flwyddyn. Defnyddiwch ef ar gyfer y dudalen yn unig: ni allwn ddelio â chais yma.",
  part: "Am ba ran o’r dudalen y mae?",
  whole: "Y dudalen gyfan",
  received: "Diolch am ddweud wrthym",
  willRead: (page) =>
    `Bydd y bobl sy’n gwneud y dudalen “${page}” yn ei ddarllen. Os rhoesoch eich cyfeiriad e-bost i ni, gallant ysgrifennu atoch.`,
  keeps: "Nid oes dim wedi newid yn eich ffurflen: mae’r atebion a roesoch yno o hyd.",
  back: "Yn ôl i’r dudalen",
  busy: "Nid oedd modd i ni gymryd hyn ar hyn o bryd. Mae’r hyn a deipiwyd gennych yma o hyd. Rhowch gynnig arall arni yn nes ymlaen.",
  faults: {
    email: "Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com",
    empty: "Rhowch yr hyn sydd o’i le ar y dudalen",
    long: "Rhaid i’r hyn sydd o’i le fod yn 1,200 o nodau neu lai",
    characters: "Tynnwch y nodau na ellir eu dangos",
  },
};

export const previews: Words["previews"] = {
  label: "Rhagolwg",
  banner: (name) => `Rhagolwg: ${name}. Ni chaiff unrhyw beth a rowch yma ei anfon.`,
  notReal: "Peidiwch â rhoi manylion go iawn amdanoch chi na neb arall.",
  gone: {
    title: "Heb ddod o hyd i’r dudalen",
    text: "Nid yw’r ddolen hon yn dangos dim: gofynnwch i bwy bynnag a’i rhoddodd i chi a yw wedi dod i ben.",
  },
  end: {
    title: "Rydych wedi cyrraedd y diwedd",
    text: "Dyma lle byddai’r gwasanaeth go iawn yn rhoi cyfeirnod. Nid anfonwyd dim.",
    start: "Yn ôl i’r dechrau",
  },
  notHere: {
    title: "Ni allwch wneud hyn mewn rhagolwg",
    text: "Yn y gwasanaeth go iawn gallwch gadw eich ffurflen yma a dod yn ôl ati. Mae’r hyn a roesoch yn cael ei gadw yn y porwr hwn am ddiwrnod.",
  },
  files: (label) =>
    `Yma mae pobl yn ychwanegu ffeiliau (“${label}”). Ni allwch ychwanegu rhai mewn rhagolwg.`,
  comment: "Eich sylw",
  ofQuestion: "Beth yw eich barn am y cwestiwn hwn?",
  ofPage: "Beth yw eich barn am y dudalen hon?",
  thanks: "Diolch. Mae eich sylw wedi’i ychwanegu.",
  about: "Am beth y mae?",
  name: "Eich enw",
  nameHint:
    "Bydd y rhai sy’n gwneud y gwasanaeth yn ei weld, ac efallai eraill sydd â’r ddolen hon.",
  add: "Ychwanegu eich sylw",
  busy: "Nid oedd modd i ni gymryd hyn ar hyn o bryd. Mae’r hyn a deipiwyd gennych yma o hyd. Rhowch gynnig arall arni yn nes ymlaen",
  faults: {
    noText: "Rhowch eich sylw",
    longText: "Rhaid i’ch sylw fod yn 1,200 o nodau neu lai",
    noName: "Rhowch eich enw",
    longName: "Rhaid i’ch enw fod yn 80 o nodau neu lai",
  },
};
