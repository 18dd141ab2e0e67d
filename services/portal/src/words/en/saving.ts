/** Where a form is kept for later and come back to. */
export const saving = {
  title: "Save your form and come back later",
  text: (time: string) =>
    `We send you a link. With it you can go on where you stopped, on any device. We keep your form for ${time} after you last change it.`,
  email: "Your email address",
  emailHint: "We use it for this form only.",
  send: "Save and send me the link",
  remember: "What will you remember?",
  rememberHint: "We ask for it when you open the link, so that nobody else can read your form.",
  kinds: { postcode: "A postcode", date: "A date", word: "A word of your own" },
  postcode: "Postcode",
  word: "Word",
  wordHint: "Not a password that you use elsewhere. At least 4 letters.",
  date: "Date",
  dateHint: "For example, 27 3 1985",
  faults: {
    kind: "Select what you will remember",
    postcode: "Enter a full UK postcode, like CB7 4AA",
    date: "Enter a real date, like 27 3 1985",
    word: "Enter a word with at least 4 letters or numbers",
    noEmail: "Enter your email address",
    email: "Enter an email address in the correct format, like name@example.com",
  },
  often: "We have sent several links to this address. Try again in an hour.",
  notNow: "We could not save your form for later just now. Try again in a minute.",
  saved: {
    title: "Your form is saved",
    until: "We keep it until",
    sent: "We have sent you a link by email. Open it to go on, on any device. We then ask for what you chose to remember. If you change your form, we keep it longer.",
    unsent: "You have not sent your request yet. We do nothing until you send it.",
    continue: "Continue your form now",
    again: "Send a new link, or to another address",
    shared: "If others use this device",
    remove: "Remove the form from it. You can still open it with your link.",
    removeButton: "Remove the form from this device",
  },
  fact: {
    asked: {
      postcode: "Enter the postcode that you chose",
      date: "Enter the date that you chose",
      word: "Enter the word that you chose",
    },
    chosen: (title: string, until: string) =>
      `You chose it when you saved your form “${title}”. We keep the form until ${until}.`,
    replaces: "There is a form on this device already. Your saved form takes its place here.",
    continue: "Continue your form",
    empty: { postcode: "Enter the postcode", date: "Enter the date", word: "Enter the word" },
    wrong: {
      postcode: "This is not the postcode that you chose. Try another",
      date: "This is not the date that you chose. Try another",
      word: "This is not the word that you chose. Try another",
    },
  },
  unknown: {
    title: "This link does not lead to a saved form",
    ask: "If you saved a form and have not sent it, find its service below and ask us for a new link.",
    stops:
      "A link stops working when the form is sent, when we have kept it as long as we said, when you save the form again, or after 5 wrong answers.",
    find: "Find the service",
  },
  link: {
    title: "Get a new link to your saved form",
    email: "The email address that you gave when you saved it",
    send: "Send the link",
    asked: "Check your email",
    sent: "If we keep a form for that address, we have sent a link to it. It may take a few minutes.",
    nothing:
      "If nothing comes, check that you used the same address, or [start a new form](start).",
  },
};
