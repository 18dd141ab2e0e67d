import type { Words } from "../words.ts";

export const statements: Words["statements"] = {
  privacy: {
    title: "Preifatrwydd",
    controller: (council) =>
      `${council} sy’n penderfynu pam a sut y defnyddir yr hyn a rowch yma. Yn y gyfraith diogelu data, y cyngor yw’r rheolydd.`,
    runBy: (runner) =>
      ` Mae ${runner} yn rhedeg y tudalennau hyn ar ei ran, ac yn gwneud fel y mae’n ei ddweud.`,
    whatWeUse: "Beth rydym yn ei ddefnyddio",
    used: "Rydym yn defnyddio’r hyn a rowch a’r ffeiliau a ychwanegwch, a dim byd arall. Nid ydym yn dilyn yr hyn a wnewch yma, ac nid yw’r tudalennau hyn yn llwytho dim gan sefydliadau eraill. Mae [Cwcis](cookies) yn dweud beth mae eich porwr yn ei gadw.",
    whatFor: "At beth rydym yn ei ddefnyddio",
    toDeal:
      "Rydym yn ei ddefnyddio i ddelio â’r hyn a ddywedwch wrthym, ac i ddweud wrthych beth sy’n digwydd.",
    notices:
      " Mae gan bob gwasanaeth ei hysbysiad ei hun. Mae’n dweud beth rydym yn ei ofyn, pa gyfraith sy’n caniatáu i ni wneud hynny, i bwy rydym yn ei roi, a pha mor hir rydym yn ei gadw.",
    rights: "Eich hawliau",
    youCanAsk: "Gallwch ofyn i ni:",
    rightsTo: [
      "am gopi o’r hyn sydd gennym amdanoch",
      "ei gywiro, neu ei gwblhau",
      "ei ddefnyddio’n llai, neu beidio â’i ddefnyddio",
      "ei ddileu, lle nad yw’r gyfraith yn gofyn i ni ei gadw",
    ],
    complain:
      "Cysylltwch â ni i wneud hynny. Byddwn yn ateb o fewn mis. Os nad ydych yn fodlon ar sut rydym yn ei ddefnyddio, gallwch gwyno i [Swyddfa’r Comisiynydd Gwybodaeth](ico).",
  },
  service: {
    title: (service) => `Preifatrwydd: ${service}`,
    whatWeAsk: "Beth rydym yn ei ofyn",
    mayAsk: "Gan ddibynnu ar eich atebion, efallai y byddwn yn gofyn:",
    ofPerson: "Amdanoch chi",
    ofMatter: "Am eich cais",
    files: "Ffeiliau",
    whyWeAsk: "Pam rydym yn gofyn",
    toDeal: "Rydym yn ei ddefnyddio i ddelio â’ch cais, ac i ddweud wrthych beth sy’n digwydd.",
    howLong: "Pa mor hir rydym yn ei gadw",
    keep: (sent, draft) =>
      `Rydym yn cadw’r hyn a anfonwch am ${sent}. Mae’r hyn a rowch heb ei anfon yn cael ei ddileu ar ôl 24 awr, neu ${draft} ar ôl eich newid diwethaf os gofynnwch i ni ei gadw.`,
    council: (council) => `Preifatrwydd yn ${council}`,
    recipients: "I bwy rydym yn ei roi",
    nobody: "Ein staff ein hunain sy’n delio ag ef. Nid ydym yn ei roi i neb arall.",
    goesTo: "Gan ddibynnu ar eich atebion, mae’n mynd i:",
    notSold:
      "Nid ydym yn ei werthu, ac nid oes neb yn ei ddefnyddio i hysbysebu. Dim ond lle mae’r gyfraith yn dweud bod rhaid i ni y byddwn yn ei roi i eraill.",
  },
  cookies: {
    title: "Cwcis",
    cleared: "Nid yw’r porwr hwn bellach yn dal dim o’ch eiddo.",
    one: "Mae’r tudalennau hyn yn defnyddio un cwci, a dim ond ar ôl i chi ddechrau gwasanaeth neu agor cais. Mae ei angen ar gyfer hynny, felly nid ydym yn gofyn a ydych yn cytuno. Nid oes neb yn ei ddefnyddio i’ch dilyn.",
    name: "Enw",
    purpose: "Ei ddiben",
    opens: "Gadael i’r porwr hwn agor yr hyn rydych yn ei lenwi a’r ceisiadau rydych yn eu dilyn",
    deletedAfter: "Caiff ei ddileu ar ôl",
    hours: "24 awr",
    shared:
      "Ar gyfrifiadur y mae eraill yn ei ddefnyddio hefyd, dilëwch ef ar ôl i chi orffen. Ni all y porwr hwn agor yr hyn a ddechreuoch ar ôl hynny.",
    delete: "Dileu’r cwci",
  },
};
