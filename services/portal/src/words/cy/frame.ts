import type { Words } from "../words.ts";

export const frame: Words["frame"] = {
  layout: {
    error: "Gwall",
    skip: "Neidio i’r prif gynnwys",
    menu: "Dewislen",
    serviceInformation: "Gwybodaeth am y gwasanaeth",
    supportLinks: "Dolenni cymorth",
    language: "Iaith",
  },
  council: "Gwasanaethau’r cyngor",
  services: "Gwasanaethau",
  track: "Dilyn cais",
  privacy: "Preifatrwydd",
  cookies: "Cwcis",
  accessibility: "Hygyrchedd",
  developers: "Datblygwyr",
  test: "Prawf",
  forTrial:
    "Tudalennau i roi cynnig ar bethau yw’r rhain. Ni fydd unrhyw beth a anfonwch yma yn cyrraedd neb.",
  notInWelsh: "Nid yw’r dudalen hon ar gael yn Gymraeg, felly mae yn Saesneg.",
  continue: "Parhau",
  saveForLater: "Cadw a dod yn ôl yn nes ymlaen",
  notGiven: "Heb ei roi",
  feedback: "A oes rhywbeth o’i le ar y dudalen hon?",
  newTab: "(yn agor mewn tab newydd)",
  assisting: {
    label: "Llenwi ar ran galwr",
    "filling-in":
      "Rydych yn llenwi hwn ar ran galwr. Rhowch fanylion y galwr, nid eich manylion chi.",
    sent: "Rydych wedi anfon hwn ar ran galwr. Rhowch y cyfeirnod i’r galwr.",
    back: "Yn ôl i’r tudalennau staff",
  },
  assistOver: {
    title: "Ni ellir agor y ffurflen hon oddi yma mwyach",
    text: "Mae ffurflen ar ran galwr yn agor unwaith, o fewn munud. [Dechreuwch hi eto o’r tudalennau staff](staff).",
  },
  tooLarge: {
    title: "Mae hyn yn ormod i’w anfon ar unwaith",
    text: "Ewch yn ôl, gwnewch yr hyn a roesoch yn fyrrach, a rhowch gynnig arall arni.",
  },
  foreignForm: {
    title: "Ni ddaeth hyn o’n tudalennau ni",
    text: "Ewch yn ôl i’r dudalen yr oeddech arni, llwythwch hi eto, ac yna rhowch gynnig arall arni.",
  },
};
