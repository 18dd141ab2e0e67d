import type { Words } from "../words.ts";

export const ending: Words["ending"] = {
  over: (title) => `Sut y daeth i ben: ${title}`,
  contact: (council) => `Cysylltwch â ${council} os nad dyma’r hyn roeddech yn ei ddisgwyl.`,
  notFixed: {
    ask: "Heb ei ddatrys?",
    until: (day) => `Gallwch ddweud wrthym tan ${day}.`,
    say: "Dweud wrthym nad yw wedi’i ddatrys",
    title: "Dweud wrthym nad yw wedi’i ddatrys",
    wrong: "Beth sy’n dal o’i le?",
    wrongHint:
      "Byddwn yn ailagor eich cais, a bydd y tîm yn darllen hyn. Peidiwch â dweud dim wrthym amdanoch eich hun nad oes ei angen arnom.",
    send: "Ailagor fy nghais",
    anew: "Ei anfon eto",
    anewText:
      "Byddwn yn dechrau cais newydd gyda’r atebion a roesoch. Gallwch eu newid cyn ei anfon. Ychwanegwch luniau a ffeiliau eraill eto.",
    begin: "Dechrau cais newydd",
    empty: "Rhowch yr hyn sy’n dal o’i le",
    long: "Rhaid i’r hyn sy’n dal o’i le fod yn 1,200 o nodau neu lai",
    characters: "Mae nodau na ellir eu cadw yn yr hyn sy’n dal o’i le",
    why: {
      "process-open": "Mae eich cais ar agor eisoes. Nid oes angen i chi wneud dim.",
      "not-fixed-not-offered": "Ni allwn ailagor y cais hwn.",
      "not-fixed-too-late":
        "Mae’r amser i ddweud wrthym nad yw hyn wedi’i ddatrys wedi dod i ben. Gallwch anfon cais newydd.",
      "not-fixed-too-often":
        "Rydych wedi dweud wrthym o’r blaen nad yw hyn wedi’i ddatrys. Cysylltwch â ni, a rhowch y cyfeirnod.",
      "service-withdrawn":
        "Nid yw’r gwasanaeth hwn yn cael ei gynnig ar-lein mwyach. Cysylltwch â ni yn lle hynny.",
      link: "Agorwch y ddolen yn yr e-bost a anfonwyd atoch. Mae’n dangos i ni mai chi sydd yno.",
    },
    cannot: "Ni ellir gwneud hyn nawr",
    reopened: "Mae eich cais ar agor eto",
    reopenedText: "Bydd rhywun yn edrych arno. Byddwn yn dweud wrthych beth sy’n digwydd.",
  },
  rating: {
    ask: "Pa mor fodlon ydych chi ar yr hyn a wnaethom?",
    scores: {
      5: "Bodlon iawn",
      4: "Bodlon",
      3: "Ddim yn fodlon nac yn anfodlon",
      2: "Anfodlon",
      1: "Anfodlon iawn",
    },
    words: "Beth allem ni ei wneud yn well? (dewisol)",
    wordsHint: "Byddwn yn darllen hyn heb eich enw. Nid ydym yn ei ateb.",
    send: "Anfon",
    empty: "Dewiswch pa mor fodlon ydych chi",
    long: "Rhaid i’r hyn y gallem ei wneud yn well fod yn 1,200 o nodau neu lai",
    characters: "Mae nodau na ellir eu cadw yn yr hyn y gallem ei wneud yn well",
    given: "Diolch am ddweud wrthym pa mor fodlon ydych chi.",
    before:
      "Rydych wedi dweud wrthym o’r blaen pa mor fodlon ydych chi. Rydym yn cadw’r hyn a ddywedoch gyntaf.",
    title: "Pa mor fodlon ydych chi",
    early: "Gallwch ddweud wrthym ar ôl i’ch cais ddod i ben.",
    busy: "Ni allem gymryd hyn nawr. Rhowch gynnig arall arni mewn munud.",
  },
  back: "Mynd yn ôl i’ch cais",
};
