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
  happened: "Beth sydd wedi digwydd",
  documents: "Dogfennau",
  whatYouSent: "Yr hyn a anfonoch atom",
};
