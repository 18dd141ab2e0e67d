import { counted } from "../counted.ts";
import type { QuestionWords } from "../words.ts";

export const places: QuestionWords["places"] = {
  postcode: "Cod post neu stryd",
  number: "Rhif neu enw’r tŷ (dewisol)",
  find: "Dod o hyd i’r cyfeiriad",
  byHand: "Rhoi’r cyfeiriad â llaw",
  search: "Chwilio am gyfeiriad",
  another: "Chwilio eto",
  change: "Newid y cyfeiriad",
  listed: (count) =>
    `Cawsom hyd i ${counted(count, { one: "cyfeiriad", two: "gyfeiriad", many: "chyfeiriad", other: "cyfeiriad" })}`,
  choose: "Dewiswch gyfeiriad",
  or: "neu",
  notListed: "Nid yw yn y rhestr hon",
  enter: "Rhowch god post neu enw stryd",
  badPostcode: "Rhowch god post llawn, fel CB1 2AA",
  notFound:
    "Ni chawsom hyd i gyfeiriad ar gyfer hyn. Gwiriwch yr hyn a roesoch, neu rhowch y cyfeiriad â llaw",
  choosing: "Dewiswch gyfeiriad, neu dywedwch nad yw yn y rhestr",
  unavailable: "Ni allwn chwilio am gyfeiriadau ar hyn o bryd. Rhowch y cyfeiriad â llaw.",
  unavailablePlace: "Ni allwn chwilio am leoedd ar hyn o bryd. Rhowch y lleoliad â llaw.",
  where: "Chwiliwch am god post neu stryd ger y lle",
  describe: "Disgrifiwch y lle (dewisol)",
  describeHint: "Er enghraifft, ar y gornel ger yr arhosfan bysiau",
  pinned: "Rhoesoch bin yn",
  changePlace: "Dewis lle arall",
  placeByHand: "Rhoi cyfesurynnau map",
  latitude: "Lledred, er enghraifft 52.2053",
  longitude: "Hydred, er enghraifft 0.1218",
  near: (address) => `lle ger ${address}`,
  map: {
    open: "Dewis y lle ar fap",
    map: "Map. Symudwch ef â’r bysellau saeth, chwyddwch ef â’r arwyddion plws a minws, a phwyswch Enter i roi’r pin yn y canol.",
    put: "Rhoi’r pin yma",
    near: "Mae’r pin ger {address}. Dewiswch Parhau i’w ddefnyddio.",
    nowhere: "Mae’r pin yn {place}. Dewiswch Parhau i’w ddefnyddio.",
    moving: "Symudwch y map nes bod y groes ar y lle.",
    failed: "Ni ellir dangos y map ar hyn o bryd. Chwiliwch am god post neu stryd yn lle hynny.",
    zoomIn: "Chwyddo i mewn",
    zoomOut: "Chwyddo allan",
  },
  outside: {
    title: (council) => `Mae’r cyfeiriad hwn yn ardal ${council}`,
    entered: (address) => `Rhoesoch ${address}.`,
    ask: (council, own) =>
      `Os oes angen help arnoch gyda rhywbeth yn y cyfeiriad hwn, gofynnwch i ${council}. Nid yw ${own} yn gyfrifol amdano.`,
    services: (council) => `Mynd i wasanaethau ${council}`,
    website: (council) => `Dod o hyd i wefan ${council} ar GOV.UK`,
    another: "Defnyddio cyfeiriad arall",
    goOn: "Mae’r cyfeiriad yn gywir, parhau",
  },
};
