import { counted } from "@guildhall/question-view";
import type { Words } from "../words.ts";

export const start: Words["start"] = {
  urgent: "Os na all aros",
  needs: "Beth sydd ei angen arnoch",
  weAskFor: "Byddwn yn gofyn am:",
  matter: "yr hyn y mae’n ymwneud ag ef, a ble",
  reach: "sut i gysylltu â chi, fel y gallwn ddweud wrthych beth sy’n digwydd",
  evidence: (largest) =>
    `lluniau, recordiadau neu ddogfennau sy’n ein helpu, os oes gennych rai, hyd at ${largest} yr un`,
  keeps: (time) =>
    `Gallwch stopio a dod yn ôl o fewn 24 awr ar y ddyfais hon. Gallwch hefyd gadw eich ffurflen: byddwn wedyn yn anfon dolen atoch ac yn ei chadw am ${time}.`,
  afterwards: "Ar ôl i chi ei anfon",
  reference: "Byddwn yn rhoi cyfeirnod i chi ar unwaith.",
  follow: "Gallwch ddilyn yr hyn sy’n digwydd ar eich tudalen eich hun.",
  begin: "Dechrau nawr",
  unsent: "Mae gennych gais nad ydych wedi’i anfon",
  resume: "Parhau â’ch cais",
  again: "Dechrau eto",
  empty: "Os byddwch yn dechrau eto, bydd y ffurflen yn wag.",
  comeBack: "Dod yn ôl at ffurflen a gadwyd gennych",
  privacy: {
    summary: "Sut rydym yn defnyddio’r hyn a ddywedwch wrthym",
    use: (council) => `Mae ${council} yn ei ddefnyddio i ddelio â’ch cais.`,
    keep: (time) => `Rydym yn ei gadw am ${time}.`,
    more: "Beth rydym yn ei ofyn, i bwy rydym yn ei roi, a’ch hawliau",
  },
  costs: {
    title: "Faint mae’n ei gostio",
    toPay: (amount) => `I’w dalu: ${amount}`,
    shown:
      "Byddwn yn dangos y swm i chi cyn i chi anfon unrhyw beth. Yna byddwch yn talu â cherdyn, a byddwn yn dechrau ar ôl i chi dalu.",
    ifApplies: (price) => `${price}, os yw’n berthnasol i chi`,
    nothing: "dim",
    between: (least, most) => `rhwng ${least} a ${most}, gan ddibynnu ar yr hyn a ddywedwch wrthym`,
  },
  time: {
    years: (count) =>
      counted(count, {
        one: "flwyddyn",
        two: "flynedd",
        few: "blynedd",
        many: "blynedd",
        other: "mlynedd",
      }),
    months: (count) => counted(count, { two: "fis", other: "mis" }),
    days: (count) => counted(count, { two: "ddiwrnod", other: "diwrnod" }),
  },
};
