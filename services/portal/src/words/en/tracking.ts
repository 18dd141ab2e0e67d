/** Where requests are looked up and followed. */
export const tracking = {
  title: "Track a request",
  where:
    "You find the reference number in the email that we sent you, and on the page that you saw when you sent the request.",
  reference: "Reference number",
  example: "For example, ABC-2V4K-7XQP",
  track: "Track",
  wrong: "Enter a reference number, like ABC-2V4K-7XQP",
  notPaid: "Not paid yet",
  seePayment: "See your payment",
  pay: (amount: string) => `Pay ${amount}`,
  received: "Received",
  paid: "Paid",
  paidFor: (amount: string, what: string) => `${amount} for “${what}”`,
  whereNow: "Where it is now",
  expect: "What to expect",
  respondBy: "We answer by",
  reduced: (council: string) =>
    `To see notes and documents as well, open the link in the email that we sent you, or the one that you kept when you sent the request. If you have neither, contact ${council} and give the reference.`,
  wrongLink:
    "This link does not open a request of this council. Open the newest link in your email, all of it, or enter the reference number",
  changed: "This page has changed. It now says:",
  next: {
    title: "What is next",
    by: (day: string) => `by ${day}`,
    days: (days: number) =>
      days === 0 ? "(today)." : days === 1 ? "(1 working day)." : `(${days} working days).`,
    was: (day: string) => `We meant to do that by ${day}.`,
  },
  stages: {
    title: "Where your request is",
    past: "Done",
    now: "Now",
    ahead: "May come next",
    finished: "Finished",
    mayBeLeftOut: "Not every request goes through all of these.",
  },
  places: {
    title: "Who it goes to",
    states: {
      waiting: "Waiting",
      delayed: "Delayed",
      "in-hand": "Being looked at",
      "passed-on": "Passed on",
    },
    reference: (reference: string) => `Their reference is ${reference}`,
  },
  happened: "What has happened",
  documents: "Documents",
  whatYouSent: "What you sent us",
  keepCopy: "Download what you sent (PDF)",
};
