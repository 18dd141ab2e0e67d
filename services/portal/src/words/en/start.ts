/** The page that a service starts from, with what it costs. */
export const start = {
  urgent: "If it cannot wait",
  needs: "What you need",
  weAskFor: "We ask for:",
  matter: "what it is about, and where",
  reach: "how to reach you, so that we can tell you what happens",
  evidence: (largest: string) =>
    `photos, recordings or documents that help us, if you have any, each up to ${largest}`,
  keeps: (time: string) =>
    `You can stop and come back within 24 hours on this device. You can also save your form: we then send you a link and keep it for ${time}.`,
  afterwards: "After you send it",
  reference: "We give you a reference number at once.",
  follow: "You can follow what happens on a page of your own.",
  begin: "Start now",
  unsent: "You have a request that you did not send",
  resume: "Continue your request",
  again: "Start again",
  empty: "If you start again, you begin with an empty form.",
  comeBack: "Come back to a form that you saved",
  privacy: {
    summary: "How we use what you tell us",
    use: (council: string) => `${council} uses it to deal with your request.`,
    keep: (time: string) => `We keep it for ${time}.`,
    more: "What we ask, who we pass it on to, and your rights",
  },
  costs: {
    title: "What it costs",
    toPay: (amount: string) => `To pay: ${amount}`,
    shown:
      "We show you the amount before you send anything. You then pay by card, and we begin once you have paid.",
    ifApplies: (price: string) => `${price}, if it applies to you`,
    nothing: "nothing",
    between: (least: string, most: string) => `${least} to ${most}, depending on what you tell us`,
  },
  /** How long something is kept. */
  time: {
    years: (count: number) => (count === 1 ? "1 year" : `${count} years`),
    months: (count: number) => (count === 1 ? "1 month" : `${count} months`),
    days: (count: number) => (count === 1 ? "1 day" : `${count} days`),
  },
};
