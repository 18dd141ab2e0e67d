import type { Words } from "../words.ts";

export const accessibility: Words["accessibility"] = {
  title: "Datganiad hygyrchedd",
  tested: "22 Tachwedd 2026",
  about: (council, where) =>
    `Mae’r datganiad hwn yn ymwneud â gwasanaethau ar-lein ${council} yn ${where}. Rydym am i bawb allu eu defnyddio. Mae hynny’n golygu y dylech allu:`,
  youCan: [
    "newid lliwiau, cyferbyniad a ffontiau yn eich porwr neu ar eich dyfais",
    "chwyddo’r dudalen i 400% heb sgrolio i’r ochr",
    "defnyddio pob tudalen â bysellfwrdd yn unig, neu ag adnabod lleferydd",
    "gwrando ar bob tudalen â darllenydd sgrin",
    "defnyddio pob gwasanaeth heb JavaScript",
  ],
  advice:
    "Mae gan [AbilityNet](abilitynet) gyngor ar wneud eich dyfais yn haws ei defnyddio os oes gennych anabledd.",
  how: "Pa mor hygyrch yw’r tudalennau hyn",
  compliance:
    "Maent yn cydymffurfio’n rhannol â’r [Canllawiau Hygyrchedd Cynnwys Gwe fersiwn 2.2](wcag) ar lefel AA, oherwydd y problemau isod.",
  notAccessible: "Beth nad yw’n hygyrch",
  problems: [
    "Efallai na fydd ffeiliau y mae pobl wedi’u hanfon atom yn hygyrch. Nid yw’r rheoliadau’n gofyn hynny o’r hyn y mae eraill wedi’i wneud, a byddwn yn dweud wrthych beth sydd ynddynt.",
    "Efallai na fydd llythyrau rydym yn eu hatodi fel PDF wedi’u marcio ar gyfer darllenwyr sgrin (canllawiau 1.3.1 a 4.1.2). Gofynnwch i ni, a byddwn yn anfon y geiriau atoch ar ffurf arall.",
    "Ni all pawb weld lle ar fap. Gallwch deipio cyfeiriad, cod post neu ddisgrifiad yn ei le.",
  ],
  feedback: "Adborth a chysylltu",
  contact:
    "Cysylltwch â ni os nad yw rhywbeth yn gweithio i chi, neu os oes angen yr hyn sydd ar y tudalennau hyn arnoch ar ffurf arall, fel print bras, hawdd ei ddeall, sain neu braille. Dywedwch pa dudalen ydyw a beth aeth o’i le. Byddwn yn ateb o fewn 10 diwrnod gwaith, ac yn eich helpu mewn ffordd arall nes iddo gael ei gywiro.",
  enforcement: "Os nad ydych yn fodlon ar ein hateb",
  ehrc: "Y Comisiwn Cydraddoldeb a Hawliau Dynol (EHRC) sy’n gorfodi Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Chymwysiadau Symudol) (Rhif 2) 2018. Cysylltwch â’r [Gwasanaeth Cynghori a Chymorth Cydraddoldeb (EASS)](eass).",
  howTested: "Sut y gwnaethom brofi",
  tests: (day) =>
    `Edrychir ar bob math o dudalen gyda phob newid, mewn porwr go iawn: drwy wiriadau awtomatig o’r canllawiau (axe), â llythrennau ddwywaith y maint, wedi’i chwyddo i 400%, mewn lliwiau y mae’r darllenydd wedi’u dewis, heb symudiad, ac am yr enwau a roddir i ddarllenydd sgrin. Llenwir gwasanaethau cyfan â bysellfwrdd yn unig, a heb JavaScript. Roedd y prawf diwethaf ar ${day}. Nid oes neb wedi gwrando ar bob tudalen â darllenydd sgrin eto, ac nid yw pobl anabl wedi profi’r tudalennau hyn eto.`,
  prepared: (day) =>
    `Paratowyd y datganiad hwn ar ${day}, a darllenwyd drwyddo ddiwethaf ar y diwrnod hwnnw.`,
};
