import type { Words } from "../words.ts";

export const tracking: Words["tracking"] = {
  title: "Dilyn cais",
  where:
    "Mae’r cyfeirnod yn yr e-bost a anfonwyd atoch, ac ar y dudalen a welsoch pan anfonoch y cais.",
  reference: "Cyfeirnod",
  example: "Er enghraifft, ABC-2V4K-7XQP",
  track: "Dilyn",
  wrong: "Rhowch gyfeirnod, fel ABC-2V4K-7XQP",
  notPaid: "Heb ei dalu eto",
  seePayment: "Gweld eich taliad",
  pay: (amount) => `Talu ${amount}`,
  received: "Derbyniwyd",
  paid: "Talwyd",
  paidFor: (amount, what) => `${amount} am “${what}”`,
  whereNow: "Ble mae ar hyn o bryd",
  expect: "Beth i’w ddisgwyl",
  respondBy: "Byddwn yn ateb erbyn",
  reduced: (council) =>
    `I weld nodiadau a dogfennau hefyd, agorwch y ddolen yn yr e-bost a anfonwyd atoch, neu’r un a gadwyd gennych pan anfonoch y cais. Os nad oes gennych y naill na’r llall, cysylltwch â ${council} a rhowch y cyfeirnod.`,
  wrongLink:
    "Nid yw’r ddolen hon yn agor cais gyda’r cyngor hwn. Agorwch y ddolen ddiweddaraf yn eich e-bost, y cyfan ohoni, neu rhowch y cyfeirnod",
  changed: "Mae’r dudalen hon wedi newid. Mae nawr yn dweud:",
  next: {
    title: "Beth sydd nesaf",
    by: (day) => `erbyn ${day}`,
    days: (days) =>
      days === 0 ? "(heddiw)." : `(${days} ${days === 2 ? "ddiwrnod" : "diwrnod"} gwaith).`,
    was: (day) => `Ein bwriad oedd gwneud hynny erbyn ${day}.`,
  },
  stages: {
    title: "Ble mae eich cais",
    past: "Wedi’i wneud",
    now: "Nawr",
    ahead: "Gall ddod nesaf",
    finished: "Wedi gorffen",
    mayBeLeftOut: "Nid yw pob cais yn mynd drwy bob un o’r rhain.",
  },
  places: {
    title: "At bwy mae’n mynd",
    states: {
      waiting: "Yn aros",
      delayed: "Wedi’i oedi",
      "in-hand": "Yn cael ei ystyried",
      "passed-on": "Wedi’i drosglwyddo",
    },
    reference: (reference) => `Eu cyfeirnod yw ${reference}`,
  },
  happened: "Beth sydd wedi digwydd",
  documents: "Dogfennau",
  whatYouSent: "Yr hyn a anfonoch atom",
  keepCopy: "Lawrlwytho’r hyn a anfonoch (PDF)",
};
