import { bareLabel } from "./label.ts";
import type { PartPhrases, Phrases } from "./phrases.ts";

/**
 * The sentences of the platform in plain Welsh: the one file that a council's translator reads and confirms.
 *
 * A label stands in quotation marks, whole: its first letter would change with the word before it, and only who wrote it
 * knows how. The words that stand beside it are ours and are written as they have to be there.
 */
export const welsh: Phrases = {
  subject: ({ label }) => `yr ateb i “${bareLabel(label)}”`,
  partSubject: (name) => `yr ateb i “${name}”`,

  enter: ({ label }) => `Rhowch ateb i “${bareLabel(label)}”`,
  select: ({ label }) => `Dewiswch ateb i “${bareLabel(label)}”`,
  selectYesOrNo: ({ label }) => `Dewiswch ie neu na ar gyfer “${bareLabel(label)}”`,
  upload: ({ label }) => `Uwchlwythwch ffeil ar gyfer “${bareLabel(label)}”`,
  confirm: ({ label }) => `Ticiwch y blwch i gadarnhau “${bareLabel(label)}”`,
  add: (itemName) => `Ychwanegwch “${itemName}”`,
  enterPart: (name) => `Rhowch ateb i “${name}”`,

  mustBeDate: (subject) => `${must(subject)} fod yn ddyddiad go iawn`,
  mustInclude: (subject, parts) => `${must(subject)} gynnwys ${dateParts(parts)}`,
  mustBeTime: (subject) => `${must(subject)} fod yn amser, fel 9:30am neu 21:30`,
  mustBeWhole: (subject) => `${must(subject)} fod yn rhif cyfan, fel 30`,
  mustBeNumber: (subject, decimals) =>
    `${must(subject)} fod yn rhif heb fwy na ${counted(decimals, { two: "le degol", other: "lle degol" })}`,
  mustBeAmount: (subject) => `${must(subject)} fod yn swm mewn punnoedd a cheiniogau, fel 12.50`,
  mustBeNowOrPast: (subject) => `${must(subject)} fod heddiw neu yn y gorffennol`,
  mustBeNowOrFuture: (subject) => `${must(subject)} fod heddiw neu yn y dyfodol`,
  mustFollowStart: (subject) => `${must(subject)} fod yr un fath â’r dyddiad dechrau neu ar ei ôl`,
  mustBeAtLeast: (subject, least) => `${must(subject)} fod yn ${least} neu fwy`,
  mustBeAtMost: (subject, most) => `${must(subject)} fod yn ${most} neu lai`,
  mustBeShorter: (subject, most) =>
    `${must(subject)} fod yn ${counted(most, { one: "nod", two: "nod", other: "o nodau" })} neu lai`,
  tooLong: (subject) => `${is(subject)} yn rhy hir`,
  tooShort: (subject) => `${is(subject)} yn rhy fyr`,
  badCharacter: (subject) => `Mae nod na ellir ei ddefnyddio yn ${subject}`,
  typeAgain: "Teipiwch yr ateb eto",
  tooFewAnswers: (subject) => `${is(subject)} yn cynnwys rhy ychydig o atebion`,
  tooManyAnswers: (subject) => `${is(subject)} yn cynnwys gormod o atebion`,
  tooManyFiles: (most) => `Gallwch uwchlwytho ${most} ffeil ar y mwyaf`,
  tooFewItems: (itemName, least) => `Ychwanegwch “${itemName}” o leiaf ${times(least)}`,
  tooManyItems: (itemName, most) => `Gallwch ychwanegu “${itemName}” ${times(most)} ar y mwyaf`,
  notRight: (subject) => `Nid yw’${subject.slice(1)} yn gywir`,

  registration: "Rhowch rif cofrestru, fel AB12 CDE",
  email: "Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@example.com",
  phone: "Rhowch rif ffôn, fel 01632 960 001, 07700 900 982 neu +44 808 157 0192",
  notAnOption: "Dewiswch un o’r opsiynau yn y rhestr",
  unknownField: "Nid yw’r ffurflen hon yn gofyn am hynny",
  noPlace: "Dewiswch y lle, neu rhowch ei ledred a’i hydred",
  outside: "Rhaid i’r lle fod yng Nghymru, Lloegr neu’r Alban",
  northernIreland:
    "Mae’r lle yng Ngogledd Iwerddon. Rhaid iddo fod yng Nghymru, Lloegr neu’r Alban",
  twoPlaces: "Rhaid i’r lledred a’r hydred ddangos yr un lle â’r dwyreiniad a’r gogleddiad",
  exit: "Mae’r atebion a roddwyd yn golygu na ellir anfon y ffurflen hon",

  parts: {
    address: {
      line1: part(
        "Llinell 1 y cyfeiriad",
        "Rhowch linell 1 y cyfeiriad, sef yr adeilad a’r stryd fel arfer",
      ),
      line2: part("Llinell 2 y cyfeiriad", "Rhowch linell 2 y cyfeiriad"),
      town: part("Tref neu ddinas", "Rhowch dref neu ddinas"),
      postcode: part("Cod post", "Rhowch god post llawn yn y DU"),
    },
    location: {
      latitude: part("Lledred", "Rhowch y lledred", "Rhaid i’r lledred fod yn rhif, fel 52.2053"),
      longitude: part("Hydred", "Rhowch yr hydred", "Rhaid i’r hydred fod yn rhif, fel 0.1218"),
      easting: part(
        "Dwyreiniad",
        "Rhowch y dwyreiniad",
        "Rhaid i’r dwyreiniad fod yn nifer o fetrau, fel 544800",
      ),
      northing: part(
        "Gogleddiad",
        "Rhowch y gogleddiad",
        "Rhaid i’r gogleddiad fod yn nifer o fetrau, fel 258400",
      ),
      postcode: part("Cod post", "Rhowch god post llawn yn y DU"),
      uprn: part("UPRN", "Rhowch yr UPRN", "Rhaid i’r UPRN fod yn rhif o 12 digid neu lai"),
      description: part("Disgrifiad o’r lle", "Rhowch ddisgrifiad o’r lle"),
    },
    organisation: {
      name: part("Enw’r sefydliad", "Rhowch enw’r sefydliad"),
      number: part(
        "Rhif cwmni neu elusen",
        "Rhowch rif y cwmni neu’r elusen",
        "Rhowch rif cwmni sy’n 8 nod, fel 01234567 neu SC012345, neu rif elusen, fel 1234567",
      ),
    },
    "bank-details": {
      accountName: part("Enw ar y cyfrif", "Rhowch yr enw ar y cyfrif"),
      sortCode: part(
        "Cod didoli",
        "Rhowch god didoli",
        "Rhowch god didoli sy’n 6 digid, fel 309430",
      ),
      accountNumber: part(
        "Rhif y cyfrif",
        "Rhowch rif y cyfrif",
        "Rhowch rif cyfrif sydd rhwng 6 ac 8 digid, fel 00733445",
      ),
      rollNumber: part(
        "Rhif y rhôl",
        "Rhowch rif y rhôl",
        "Dim ond llythrennau, rhifau, cysylltnodau, bylchau, blaenslaesau ac atalnodau llawn y gall rhif y rhôl eu cynnwys",
      ),
    },
    "date-range": {
      from: part("Dyddiad dechrau", "Rhowch ddyddiad dechrau"),
      to: part("Dyddiad gorffen", "Rhowch ddyddiad gorffen"),
    },
  },

  yes: "Ie",
  no: "Na",
  files: (count) => `${count} ffeil`,
  months: [
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mai",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Medi",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
  ],
  about: (year, month) => (month === undefined ? `tua ${year}` : `tua mis ${month} ${year}`),
  fromTo: (from, to) => `o ${from} i ${to}`,
  midnight: "hanner nos",
  midday: "hanner dydd",
  gridReference: (reference) => `Cyfeirnod grid ${reference}`,
  sortCode: (code) => `Cod didoli ${code}`,
  accountEnding: (digits) => `4 digid olaf rhif y cyfrif: ${digits}`,
};

function part(name: string, missing: string, wrong = missing): PartPhrases {
  return { name, missing, wrong };
}

/** "Rhaid i’r ateb …": the article leans on the word before it. */
function must(subject: string): string {
  return `Rhaid i’${subject.slice(1)}`;
}

function is(subject: string): string {
  return `Mae’${subject.slice(1)}`;
}

const partNames: Readonly<Record<string, string>> = {
  day: "diwrnod",
  month: "mis",
  year: "blwyddyn",
};

/** The word for "and" changes a first letter c, p or t; none of these begins with one. */
function dateParts(parts: string): string {
  return parts
    .split(" and ")
    .map((name) => partNames[name] ?? name)
    .join(" a ");
}

const pluralOf = new Intl.PluralRules("cy");

/** A number and its noun, which Welsh changes after one and two among others. */
function counted(
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string },
): string {
  return `${count} ${forms[pluralOf.select(count)] ?? forms.other}`;
}

/** "1 waith", "3 gwaith": how often. */
function times(count: number): string {
  return counted(count, { one: "waith", two: "waith", other: "gwaith" });
}
