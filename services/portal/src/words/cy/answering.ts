import type { Words } from "../words.ts";

export const answering: Words["answering"] = {
  asked: (day) => `Mae arnom angen un peth arall gennych erbyn ${day}`,
  waits:
    "Rydym yn aros am eich ateb. Os rhoesom ddiwrnod i chi ar gyfer ein hateb ni, mae’n symud ymlaen yr un nifer o ddiwrnodau gwaith.",
  answer: "Ateb nawr",
  answerBy: (day) => `Atebwch erbyn ${day}.`,
  filledIn: "Mae’r hyn a ddywedoch wrthym o’r blaen wedi’i lenwi. Cywirwch yr hyn sy’n anghywir.",
  send: "Anfon eich ateb",
  sent: {
    title: "Mae eich ateb gennym",
    text: "Mae gyda’r tîm a ofynnodd, ac mae’n mynd gyda’ch cais. Nid oes angen i chi wneud dim arall.",
  },
  ended: {
    nothing: {
      title: "Nid oes dim yn cael ei ofyn gennych nawr",
      text: "Byddwn yn ysgrifennu atoch os bydd angen rhywbeth arall arnom. Nid oes angen i chi wneud dim.",
    },
    answered: {
      title: "Rydych wedi ateb hyn eisoes",
      text: "Mae’r ateb a ddaeth gyntaf gennym. Nid oes angen i chi wneud dim arall.",
    },
    over: {
      title: "Mae’r amser i ateb wedi dod i ben",
      text: "Byddwn yn bwrw ymlaen â’r hyn sydd gennym, neu’n cysylltu â chi.",
    },
    withdrawn: {
      title: "Nid oes angen hyn gennych mwyach",
      text: "Nid oes angen i chi wneud dim.",
    },
    closed: {
      title: "Mae’r cais hwn wedi dod i ben",
      text: "Nid oes dim i’w ateb mwyach.",
    },
  },
  typed:
    "Gwnaethoch deipio hyn, ac ni chafodd ei anfon. Copïwch ef os ydych am ddweud wrthym mewn ffordd arall:",
  link: {
    title: "Agorwch y ddolen yn ein neges",
    text: "Gellir ateb yr hyn a ofynnwn gyda’r ddolen yn yr e-bost a anfonwyd atoch. Agorwch hi eto: mae’n dangos i ni mai chi sydd yno.",
  },
  kept: {
    title: "Mae’r hyn rydych wedi’i ateb wedi’i gadw",
    text: (day) =>
      `Nid yw wedi’i anfon eto. Agorwch y ddolen yn ein neges eto, hyd at ${day}, i fynd ymlaen a’i anfon.`,
    goOn: "Mynd ymlaen nawr",
  },
  follow: "Gweld pa mor bell mae eich cais wedi cyrraedd",
};
