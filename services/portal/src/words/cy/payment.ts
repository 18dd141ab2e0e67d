import type { Words } from "../words.ts";

const notPaidYet = {
  title: "Nid ydych wedi talu eto",
  text: "Mae eich atebion gennym. Byddwn yn dechrau ar ôl i chi dalu.",
};

export const payment: Words["payment"] = {
  trouble:
    "Nid oedd modd dechrau’r taliad ar hyn o bryd. Ni chymerwyd unrhyw arian. Rhowch gynnig arall arni mewn munud.",
  yourReference: "Eich cyfeirnod",
  for: "Am",
  amount: "Swm",
  follow: "Dilyn eich cais",
  leaving: {
    title: "Parhau i dalu",
    text: "Mae eich atebion gennym. Byddwch yn talu ar dudalen ddiogel ein darparwr taliadau, ac yn dod yn ôl yma.",
  },
  toPay: (council) =>
    `I dalu, agorwch y ddolen yn yr e-bost a anfonwyd atoch, neu’r un a gadwyd gennych pan anfonoch eich atebion. Os nad oes gennych y naill na’r llall, cysylltwch â ${council} a rhowch y cyfeirnod.`,
  checkAgain: "Gwirio eto",
  payAgain: "Ceisio talu eto",
  states: {
    new: notPaidYet,
    created: notPaidYet,
    started: {
      title: "Nid ydych wedi gorffen talu",
      text: "Ni chymerwyd unrhyw arian. Gallwch barhau o’r lle y gwnaethoch stopio.",
    },
    submitted: {
      title: "Rydym yn aros am eich banc",
      text: "Nid yw eich banc wedi cadarnhau’r taliad eto. Peidiwch â thalu eto. Os rhoesoch eich cyfeiriad e-bost i ni, byddwn yn ysgrifennu atoch pan fyddwn yn gwybod.",
    },
    failed: {
      title: "Ni dderbyniwyd eich taliad",
      text: "Ni chymerwyd unrhyw arian. Holwch eich banc, neu rhowch gynnig ar gerdyn arall.",
    },
    cancelled: {
      title: "Canslwyd y taliad",
      text: "Ni chymerwyd unrhyw arian. Mae eich atebion gennym, a byddwn yn dechrau ar ôl i chi dalu.",
    },
    expired: {
      title: "Daeth yr amser i dalu i ben",
      text: "Ni chymerwyd unrhyw arian. Rhaid gorffen taliad o fewn 90 munud. Mae eich atebion gennym, a byddwn yn dechrau ar ôl i chi dalu.",
    },
  },
  paid: {
    title: "Mae eich taliad gennym",
    youPaid: (amount, what) => `Rydych wedi talu ${amount} am “${what}”.`,
    reference: (reference) => ` Cyfeirnod y taliad yw ${reference}.`,
    email: "Os rhoesoch eich cyfeiriad e-bost i ni, rydym yn anfon hyn iddo hefyd.",
  },
};
