import type { Words } from "../words.ts";

export const myRequests: Words["myRequests"] = {
  title: "Gweld eich holl geisiadau",
  lead: "Rhowch y cyfeiriad e-bost a roesoch gyda’ch ceisiadau. Byddwn yn anfon dolen ato, sy’n dangos yr hyn a anfonoch atom ni ac at y sefydliadau eraill sy’n defnyddio’r system hon.",
  email: "Eich cyfeiriad e-bost",
  hint: "Dim ond i anfon y ddolen atoch y byddwn yn ei ddefnyddio.",
  send: "Anfonwch ddolen ataf",
  fault: "Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@enghraifft.com",
  often:
    "Mae gormod o bobl wedi gofyn o’r lle rydych chi. Arhoswch ychydig, a rhowch gynnig arall arni.",
  notNow: "Ni allwn anfon e-byst ar hyn o bryd. Rhowch gynnig arall arni ymhen ychydig funudau.",
  lost: "Os nad yw’r cyfeirnod gennych, gallwch [gael dolen i’ch holl geisiadau](all) drwy e-bost.",
  link: "Cael dolen i’ch holl geisiadau",
  asked: {
    title: "Gwiriwch eich e-bost",
    sent: "Rydym wedi anfon dolen atoch. Mae’n gweithio am 1 awr.",
    nothing:
      "Os na ddaw e-bost o fewn ychydig funudau, edrychwch yn eich ffolder sbam. Dim ond ychydig o ddolenni yr awr y byddwn yn eu hanfon i un cyfeiriad.",
  },
  list: {
    title: "Eich ceisiadau",
    caption: "Yr hyn a anfonoch gyda’ch cyfeiriad e-bost, y diweddaraf yn gyntaf.",
    most: "Dim ond eich 100 cais diweddaraf i bob sefydliad sy’n cael eu dangos.",
    request: "Cais",
    where: "Ble mae ar hyn o bryd",
    sent: (day) => `Anfonwyd ar ${day}`,
    ended: "Wedi dod i ben",
    until:
      "Gall unrhyw un sydd â dolen y dudalen hon weld eich ceisiadau. Mae’n gweithio am 1 awr ar ôl i chi ofyn amdani.",
    none: "Nid oes unrhyw geisiadau gyda’ch cyfeiriad e-bost",
    other: "Os rhoesoch gyfeiriad e-bost arall, gallwch [gael dolen ar gyfer hwnnw](again).",
    unasked: "Ni allem ofyn i’r sefydliadau hyn. Agorwch eich dolen eto ymhen ychydig funudau:",
  },
  expired: {
    title: "Nid yw’r ddolen hon yn gweithio mwyach",
    text: "Mae dolen i’ch ceisiadau yn gweithio am 1 awr. Agorwch yr un ddiweddaraf yn eich e-bost, y cyfan ohoni, neu gofynnwch am un arall.",
    again: "Cael dolen arall",
  },
};
