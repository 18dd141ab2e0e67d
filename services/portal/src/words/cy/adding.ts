import type { Words } from "../words.ts";

export const adding: Words["adding"] = {
  open: "Ychwanegu nodyn neu luniau",
  title: "Ychwanegu nodyn neu luniau",
  lead: "Bydd yr hyn a ychwanegwch yn mynd at y tîm sy’n delio â’ch cais. Gallwch ychwanegu ato nes iddo ddod i ben.",
  contents: "Eich nodyn",
  contentsHint: "Peidiwch ag ailadrodd yr hyn rydych wedi’i ddweud wrthym eisoes.",
  photos: "Lluniau neu ffeiliau",
  photosHint: "Hyd at 10 ar y tro, pob un hyd at 25 MB. Nid oes rhaid i chi ychwanegu dim.",
  add: "Ychwanegu",
  back: "Yn ôl i’ch cais",
  added: "Diolch. Mae’r hyn a ychwanegwyd gennych wedi’n cyrraedd.",
  taken: "Ychwanegwyd y ffeiliau hyn. Nid oes angen eu hanfon eto:",
  empty: "Rhowch nodyn, neu dewiswch lun neu ffeil",
  tooLong: "Rhaid i’ch nodyn fod yn 4,000 o nodau neu lai",
  tooMany:
    "Rydych wedi ychwanegu cymaint ag y gellir ei ychwanegu heddiw. Rhowch gynnig arall arni yfory, neu cysylltwch â ni",
  notNow: "Nid oedd modd ei ychwanegu ar hyn o bryd. Rhowch gynnig arall arni mewn munud",
  full: "Mae gan y cais hwn gymaint o ffeiliau ag y gall eu cael",
  file: (name, why) => `Ni chafodd “${name}” ei ychwanegu. ${why}`,
  typed: "Dyma’r hyn a deipiwyd gennych. Ni anfonwyd dim ohono:",
  ended: {
    title: "Mae’r cais hwn wedi dod i ben",
    text: "Ni ellir ychwanegu dim ato mwyach. Os oes angen help arnoch o hyd, anfonwch gais newydd neu cysylltwch â ni.",
  },
  link: {
    title: "Agorwch y ddolen yn eich e-bost yn gyntaf",
    text: "Dim ond y ddolen a anfonwyd atoch sy’n gadael i chi ychwanegu at y cais hwn. Nid yw’r cyfeirnod ar ei ben ei hun yn ddigon. Os gwnaethoch ei hagor ddiwrnod neu fwy yn ôl, agorwch hi eto.",
  },
};
