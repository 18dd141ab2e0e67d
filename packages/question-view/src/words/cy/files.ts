import { largestFile, largestTogether, mostFiles } from "../../file-limits.ts";
import { counted } from "../counted.ts";
import type { QuestionWords } from "../words.ts";

const tooLarge = `Rhaid i’r ffeil fod yn llai na ${largestFile}`;
const notArrived = "Ni chyrhaeddodd y ffeil yn gyfan. Uwchlwythwch hi eto";

export const files: QuestionWords["files"] = {
  kinds:
    "Lluniau (JPG, PNG, HEIC), ffeiliau PDF, Word ac Excel, testun plaen, sain (MP3, M4A, WAV) a fideo (MP4, MOV)",
  limits: (most) =>
    `${most === 1 ? "1 ffeil" : `Hyd at ${most} ffeil`} yma. Hyd at ${largestFile} yr un, a hyd at ${largestTogether} a ${mostFiles} ffeil i gyd ar y ffurflen hon.`,
  upload: "Uwchlwytho’r ffeil hon",
  choose: "Dewis ffeiliau",
  drop: "neu ollwng ffeiliau",
  added: (count) =>
    counted(count, { one: "ffeil wedi’i hychwanegu", other: "ffeil wedi’u hychwanegu" }),
  another: (most) => `Ychwanegu ffeil arall (hyd at ${most} i gyd)`,
  beingChecked: "Yn cael ei gwirio",
  checking: "Rydym yn gwirio’r ffeil hon am feirysau. Gallwch barhau yn y cyfamser.",
  infected:
    "Cawsom hyd i feirws yn y ffeil hon a’i dileu. Tynnwch hi yma. Uwchlwythwch gopi arall os oes gennych un.",
  notArrived,
  tooLarge,
  notNow: "Nid oedd modd i ni gymryd y ffeil ar hyn o bryd. Rhowch gynnig arall arni mewn munud",
  select: "Dewiswch ffeil",
  labelTooLong: "Dywedwch mewn 200 o nodau neu lai beth mae’r ffeil yn ei ddangos",
  saveLabel: "Cadw",
  whatShows: (file) => `beth mae ${file} yn ei ddangos`,
  remove: "Tynnu",
  bytes: (count) => counted(count, { other: "beit" }),
  addOne: "Ychwanegu ffeil",
  sent: "Ffeiliau a anfonoch",
  notOpenedYet:
    "Rydym yn gwirio’r ffeil hon am feirysau. Ni ellir ei hagor nes bod hynny wedi’i wneud.",
  deleted: "Cawsom hyd i feirws yn y ffeil hon a’i dileu. Nid oes gan neb yma gopi ohoni.",
  script: {
    cancel: "Canslo",
    dismiss: "Cau",
    cancelled: "wedi’i chanslo",
    done: "wedi’i huwchlwytho",
    wait: "Byddwn yn parhau pan fydd eich ffeiliau wedi’u huwchlwytho",
    broken: notArrived,
    tooLarge,
  },
  refusals: {
    "file-name": "Ni ellir defnyddio enw’r ffeil. Rhowch enw symlach iddi ac uwchlwythwch hi eto",
    "file-kind":
      "Rhaid i’r ffeil fod yn JPG, PNG, HEIC, PDF, Word, Excel, testun plaen, MP3, M4A, WAV, MP4 neu MOV",
    "file-mismatch":
      "Nid yw’r ffeil yr hyn y mae ei henw’n ei ddweud, neu mae’n wag. Cadwch hi eto yn ei math ei hun ac uwchlwythwch honno",
    "file-damaged": "Mae’r ffeil wedi’i difrodi neu’n anghyflawn. Uwchlwythwch gopi arall",
    "file-unsafe":
      "Mae’r ffeil yn cynnwys rhywbeth a allai wneud niwed, fel rhaglen neu gyfrinair. Uwchlwythwch gopi arall hebddo",
    "too-many": "Nid oes lle i ragor o ffeiliau. Tynnwch un yn gyntaf",
    "too-large-together": `Byddai eich ffeiliau’n fwy na ${largestTogether} gyda’i gilydd. Tynnwch un yn gyntaf, neu uwchlwythwch un lai`,
  },
  refused: "Ni ellir defnyddio’r ffeil. Uwchlwythwch un arall",
};
