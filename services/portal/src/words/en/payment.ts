const notPaidYet = {
  title: "You have not paid yet",
  text: "We have your answers. We begin once you have paid.",
};

/** What is read of a payment. */
export const payment = {
  trouble: "We could not start the payment just now. No money was taken. Try again in a minute.",
  yourReference: "Your reference",
  for: "For",
  amount: "Amount",
  follow: "Follow your request",
  leaving: {
    title: "Continue to payment",
    text: "We have your answers. You pay on the secure page of our payment provider, and come back here.",
  },
  toPay: (council: string) =>
    `To pay, open the link in the email that we sent you, or the one that you kept when you sent your answers. If you have neither, contact ${council} and give the reference.`,
  checkAgain: "Check again",
  payAgain: "Try to pay again",
  states: {
    new: notPaidYet,
    created: notPaidYet,
    started: {
      title: "You have not finished paying",
      text: "No money has been taken. You can go on where you left.",
    },
    submitted: {
      title: "We are waiting for your bank",
      text: "Your bank has not confirmed the payment yet. Do not pay again. If you gave us your email address, we write to you when we know.",
    },
    failed: {
      title: "Your payment was not accepted",
      text: "No money was taken. Check with your bank, or try another card.",
    },
    cancelled: {
      title: "The payment was cancelled",
      text: "No money was taken. We have your answers, and begin once you have paid.",
    },
    expired: {
      title: "The payment ran out of time",
      text: "No money was taken. A payment has to be finished within 90 minutes. We have your answers, and begin once you have paid.",
    },
  },
  paid: {
    title: "We have your payment",
    youPaid: (amount: string, what: string) => `You paid ${amount} for “${what}”.`,
    reference: (reference: string) => ` The payment reference is ${reference}.`,
    email: "If you gave us your email address, we are sending this to it as well.",
  },
};
