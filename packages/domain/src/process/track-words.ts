import type { Language } from "@guildhall/contract";

/** A line of a timeline: what happened, and more of it where there is more to say. */
interface Line {
  readonly title: string;
  readonly text?: string;
}

/** What the platform itself says to who follows a process, in one language: what a language lacks does not compile. */
export interface TrackWords {
  readonly received: string;
  readonly awaitingPayment: string;
  readonly inHand: string;
  readonly checkingFiles: string;
  readonly delayed: string;
  readonly passedOn: (passed: { name: string; time: string; day: string }) => string;
  /** The same with the reference that the other side gave it. */
  readonly passedOnAs: (
    passed: { name: string; time: string; day: string },
    reference: string,
  ) => string;
  readonly team: string;
  readonly started: Line & { readonly assisted: string };
  readonly passed: (name: string) => string;
  readonly theirReference: (reference: string) => string;
  readonly withPerson: Line;
  readonly toPay: (amount: string) => string;
  readonly paid: (amount: string) => string;
  readonly unpaid: Line;
  readonly noted: string;
  readonly attached: string;
  /** Who a citizen is called among those who did something. */
  readonly you: string;
  /** How a place stands that it goes to. */
  readonly places: Readonly<
    Record<"waiting" | "checking" | "delayed" | "in-hand" | "passed-on", string>
  >;
  readonly next: Readonly<
    Record<"youPay" | "youAnswer" | "personLooks" | "weAnswer" | "late", string>
  >;
}

const english: TrackWords = {
  received: "We have your request.",
  awaitingPayment: "We have your answers. We begin once you have paid.",
  inHand:
    "We have your request. It could not be passed on by itself, and a person is looking at it. You need do nothing.",
  checkingFiles:
    "We have your request. We are checking your files for viruses before we pass it on.",
  delayed: "We have your request. Passing it on is delayed on our side; you need do nothing.",
  passedOn: ({ name, time, day }) => `Passed to ${name} at ${time} on ${day}.`,
  passedOnAs: ({ name, time, day }, reference) =>
    `Passed to ${name} at ${time} on ${day}, their reference is ${reference}.`,
  team: "the team that deals with it",
  started: {
    title: "We received your request",
    assisted: "A member of council staff sent this for you.",
  },
  passed: (name) => `Passed to ${name}`,
  theirReference: (reference) => `Their reference is ${reference}`,
  withPerson: {
    title: "A person is looking at your request",
    text: "It could not be passed on by itself. You need do nothing.",
  },
  toPay: (amount) => `To pay: ${amount}`,
  paid: (amount) => `You paid ${amount}`,
  unpaid: {
    title: "The payment was not made",
    text: "No money was taken. You can pay again.",
  },
  noted: "A note was added",
  attached: "A file was added",
  you: "You",
  places: {
    waiting: "Waiting to be passed on",
    checking: "Waiting until your files were checked for viruses",
    delayed: "Delayed on our side; we keep trying",
    "in-hand": "A person is looking at it, because it could not be passed on by itself",
    "passed-on": "Passed on",
  },
  next: {
    youPay: "You pay. We begin after that.",
    youAnswer: "You answer what we asked you",
    personLooks: "A person here passes your request on, and we answer you",
    weAnswer: "We answer you",
    late: "We should have answered you by now. We are sorry for the delay.",
  },
};

/** Names of teams stand in quotation marks: a first letter would change after the word before it. */
const welsh: TrackWords = {
  received: "Mae eich cais gennym.",
  awaitingPayment: "Mae eich atebion gennym. Byddwn yn dechrau ar ôl i chi dalu.",
  inHand:
    "Mae eich cais gennym. Nid oedd modd ei drosglwyddo’n awtomatig, ac mae person yn edrych arno. Nid oes angen i chi wneud dim.",
  checkingFiles:
    "Mae eich cais gennym. Rydym yn gwirio eich ffeiliau am feirysau cyn ei drosglwyddo.",
  delayed:
    "Mae eich cais gennym. Mae oedi ar ein hochr ni cyn ei drosglwyddo; nid oes angen i chi wneud dim.",
  passedOn: ({ name, time, day }) => `Trosglwyddwyd i “${name}” am ${time} ar ${day}.`,
  passedOnAs: ({ name, time, day }, reference) =>
    `Trosglwyddwyd i “${name}” am ${time} ar ${day}. Eu cyfeirnod yw ${reference}.`,
  team: "y tîm sy’n delio ag ef",
  started: {
    title: "Rydym wedi derbyn eich cais",
    assisted: "Anfonodd aelod o staff y cyngor hwn ar eich rhan.",
  },
  passed: (name) => `Trosglwyddwyd i “${name}”`,
  theirReference: (reference) => `Eu cyfeirnod yw ${reference}`,
  withPerson: {
    title: "Mae person yn edrych ar eich cais",
    text: "Nid oedd modd ei drosglwyddo’n awtomatig. Nid oes angen i chi wneud dim.",
  },
  toPay: (amount) => `I’w dalu: ${amount}`,
  paid: (amount) => `Rydych wedi talu ${amount}`,
  unpaid: {
    title: "Ni wnaed y taliad",
    text: "Ni chymerwyd unrhyw arian. Gallwch dalu eto.",
  },
  noted: "Ychwanegwyd nodyn",
  attached: "Ychwanegwyd ffeil",
  you: "Chi",
  places: {
    waiting: "Yn aros i gael ei drosglwyddo",
    checking: "Yn aros nes bod eich ffeiliau wedi’u gwirio am feirysau",
    delayed: "Mae oedi ar ein hochr ni; rydym yn dal i geisio",
    "in-hand": "Mae person yn edrych arno, gan nad oedd modd ei drosglwyddo’n awtomatig",
    "passed-on": "Wedi’i drosglwyddo",
  },
  next: {
    youPay: "Chi’n talu. Byddwn yn dechrau ar ôl hynny.",
    youAnswer: "Chi’n ateb yr hyn a ofynnwyd gennym",
    personLooks: "Bydd person yma’n trosglwyddo eich cais, a byddwn yn eich ateb",
    weAnswer: "Byddwn yn eich ateb",
    late: "Dylem fod wedi eich ateb erbyn hyn. Mae’n ddrwg gennym am yr oedi.",
  },
};

export const trackWords: Readonly<Record<Language, TrackWords>> = { en: english, cy: welsh };
